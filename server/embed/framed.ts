import { createMiddleware } from 'hono/factory'

/** Pages that other sites may show in a frame; comes before what forbids it for all pages. */
export const framed = createMiddleware(async (c, next) => {
  await next()
  const policy = c.res.headers.get('content-security-policy')
  if (policy)
    c.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  c.res.headers.delete('x-frame-options')
})
