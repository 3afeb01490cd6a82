import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a write that a page of another site makes a browser send. */
export const sameOriginWrites = createMiddleware(async (c, next) => {
  if (!READS.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isForeign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && hostOf(origin) !== new URL(c.req.url).host)
    if (isForeign)
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
