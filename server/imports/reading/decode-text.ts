import { Refusal } from './refusal.ts'

export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/** Text in the encoding that it seems to be in. Throws where it is no text. */
export function decodeText(bytes: Buffer): DecodedText {
  const encoding = encodingOf(bytes)
  // Letters that cannot be read become U+FFFD, and the cell that has them is marked.
  const text = encoding === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
  if (looksBinary(text)) throw new Refusal('not-a-spreadsheet', { found: 'other' })
  return { text, encoding }
}

function encodingOf(bytes: Buffer): DecodedText['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const head = bytes.subarray(0, 4096)
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2]!++
  // Every other byte of Latin letters is zero; the side tells the order.
  if (zeros[1]! > head.length / 4 && zeros[0] === 0) return 'utf-16le'
  if (zeros[0]! > head.length / 4 && zeros[1] === 0) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Also where a letter or two are broken: many right ones of more than one byte do not come about by chance. */
function isUtf8(bytes: Buffer): boolean {
  let right = 0
  let wrong = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let follows = more > 0 && byte < 0xf5
    for (let k = 1; k <= more && follows; k++) follows = (bytes[i + k] ?? 0) >> 6 === 2
    if (!follows) wrong++
    else {
      right++
      i += more
    }
  }
  return wrong === 0 || right > wrong
}

/** What Windows-1252 has where Latin-1 has control characters; Node 20 decodes both as Latin-1. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (letter) => FROM_0X80[letter.charCodeAt(0) - 0x80]!)

/** Control characters are in no list of businesses. */
function looksBinary(text: string): boolean {
  let controls = 0
  const length = Math.min(text.length, 100_000)
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 32)) controls++
  }
  return controls > length / 200
}

/** A letter that could not be read, or that is none in Windows-1252. */
export const hasUnreadableLetters = (text: string): boolean => /[\ufffd\u0080-\u009f]/u.test(text)
