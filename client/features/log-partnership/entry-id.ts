/** Crockford's base 32. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of time, 80 of chance. The server knows an entry by it, however often it is sent. */
export function entryId(now = Date.now()): string {
  let time = now
  let head = ''
  for (let i = 0; i < 10; i++) {
    head = ALPHABET.charAt(time % 32) + head
    time = Math.floor(time / 32)
  }
  // Not `randomUUID`, which a page over plain HTTP does not have.
  const chance = crypto.getRandomValues(new Uint8Array(16))
  return head + [...chance].map((byte) => ALPHABET.charAt(byte & 31)).join('')
}
