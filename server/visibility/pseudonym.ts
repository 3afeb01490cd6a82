import { createHmac } from 'node:crypto'

/** Digits and letters that nobody mistakes for one another (Crockford 1979). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 5 bits each: 80, which nobody guesses and no two records share. */
const CODE_LETTERS = 16
const NAME_LETTERS = 6

/**
 * The code that stands for a record: the same as long as the key is, and nothing can be told from it without the key
 * (HMAC-SHA256, RFC 2104).
 */
export function pseudonymCode(key: Uint8Array, entity: string, id: string): string {
  const digest = createHmac('sha256', key).update(`jejaring-pseudonym-1.${entity}.${id}`).digest()
  return Array.from(digest.subarray(0, CODE_LETTERS), (byte) => LETTERS[byte & 31]).join('')
}

/** What takes the place of an id, also in addresses. */
export const pseudonymId = (code: string): string => `samaran-${code.toLowerCase()}`

/** What takes the place of a name: `Usaha K7Q2MD`. */
export const pseudonymName = (code: string, isBusiness: boolean): string =>
  `${isBusiness ? 'Usaha' : 'Pelaku'} ${code.slice(0, NAME_LETTERS)}`
