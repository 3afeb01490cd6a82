import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isLoopback } from './loopback.ts'

const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** The other end of the connection; null where there is none, as in a request from within. */
export function socketAddress(c: Context): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  if (!incoming?.socket) return null
  return getConnInfo(c).remote.address ?? null
}

/** A connection from this very machine that speaks for nobody else. */
export function isFromThisMachine(c: Context): boolean {
  const address = socketAddress(c)
  if (address === null || FORWARDED.some((name) => c.req.header(name) !== undefined)) return false
  return isLoopback(address.replace(/^::ffff:/, ''))
}
