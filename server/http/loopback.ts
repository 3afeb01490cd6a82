import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors.ts'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)$/

export const isLoopback = (host: string) => LOOPBACK.test(host)

/** Answers under the names of this machine alone, so that no outside name can be pointed at it (DNS rebinding). */
export const loopbackNames = createMiddleware(async (c, next) => {
  if (!isLoopback(new URL(c.req.url).hostname))
    throw new AppError('forbidden', {
      detail: 'This server answers under the names of its own machine only.',
    })
  await next()
})
