import type { MiddlewareHandler } from 'hono'
import type { Clock } from '../today.ts'
import { cityDates, type Register } from './register.ts'

/**
 * Answers 304 before any work where the reader has the answer already: what is told depends on the address, the revision and
 * today, and on nothing else. Every other answer carries its tag.
 */
export function conditional(register: Register, clock?: Clock): MiddlewareHandler {
  return async (c, next) => {
    const snapshot = register.current()
    const tag = `"r${snapshot.revision}-${snapshot.origin}-${cityDates(snapshot, clock).today}"`
    if (names(c.req.header('If-None-Match'), tag))
      return c.body(null, 304, { ETag: tag, 'Cache-Control': 'no-cache' })
    await next()
    if (c.res.status !== 200) return
    c.res.headers.set('ETag', tag)
    c.res.headers.set('Cache-Control', 'no-cache')
  }
}

/** Weak comparison (RFC 9110, 8.8.3.2): a compressed answer carries the same tag, marked weak. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((given) => given.trim().replace(/^W\//, '') === tag)
}
