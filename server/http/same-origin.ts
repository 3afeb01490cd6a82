import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)$/

export const isLoopback = (host: string) => LOOPBACK.test(host)

/**
 * Refuses a write that a page of another site makes a browser send. `loopbackOnly`: the server is asked by the names of
 * this machine alone, so that no outside name can be pointed at it (DNS rebinding).
 */
export const sameOriginWrites = ({ loopbackOnly }: { loopbackOnly: boolean }) =>
  createMiddleware(async (c, next) => {
    if (!READS.has(c.req.method)) {
      const own = new URL(c.req.url)
      const site = c.req.header('sec-fetch-site')
      const origin = c.req.header('origin')
      const isForeign =
        (site !== undefined && site !== 'same-origin' && site !== 'none') ||
        (origin !== undefined && hostOf(origin) !== own.host)
      if (isForeign || (loopbackOnly && !isLoopback(own.hostname)))
        throw new AppError('forbidden', { detail: 'Changes are taken from the pages of this server only.' })
    }
    await next()
  })

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
