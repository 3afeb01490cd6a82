import { createHmac, timingSafeEqual } from 'node:crypto'
import { EmbedGrant } from '#shared/contract/embeds.ts'

/** `payload.signature`, both base64url: the grant as JSON, and its HMAC-SHA256 (RFC 2104) under the key of the server. */
export function signEmbed(key: Uint8Array, grant: EmbedGrant): string {
  const payload = Buffer.from(JSON.stringify(EmbedGrant.parse(grant))).toString('base64url')
  return `${payload}.${signature(key, payload).toString('base64url')}`
}

/** What a link grants; null unless this very text was signed with this key. */
export function readEmbed(key: Uint8Array, token: string): EmbedGrant | null {
  const [payload, given, ...more] = token.split('.')
  if (!payload || !given || more.length > 0) return null
  const expected = signature(key, payload)
  const signed = Buffer.from(given, 'base64url')
  // base64url reads its last letter loosely: one link has one spelling.
  if (signed.toString('base64url') !== given || signed.length !== expected.length) return null
  if (!timingSafeEqual(signed, expected)) return null
  const read = EmbedGrant.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  return read.success ? read.data : null
}

const signature = (key: Uint8Array, payload: string) =>
  createHmac('sha256', key).update(`jejaring-embed-1.${payload}`).digest()
