import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isLoopback } from './loopback.ts'

const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
] as const

/** The other end of the connection; null where there is none, as in a request from within. */
function socketAddress(c: Context): string | null {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: unknown } }
  return incoming?.socket ? (getConnInfo(c).remote.address ?? null) : null
}

/**
 * Where a request comes from. What a header says is believed only as far as own proxies wrote it: each adds the
 * address it was asked from at the end of `X-Forwarded-For`.
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  const hops = c.req.header('x-forwarded-for')?.split(',') ?? []
  const told = trustedProxies > 0 ? hops.at(-trustedProxies)?.trim() : undefined
  return told || (socketAddress(c) ?? 'unknown')
}

/** A connection from this very machine that speaks for nobody else. */
export function isFromThisMachine(c: Context): boolean {
  const address = socketAddress(c)
  if (address === null || FORWARDED.some((name) => c.req.header(name) !== undefined)) return false
  return isLoopback(address.replace(/^::ffff:/, ''))
}

/** Over TLS. A proxy that ends it says so; who pretends it only keeps their own cookie from themselves. */
export const isSecure = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
