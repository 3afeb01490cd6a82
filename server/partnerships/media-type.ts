import type { MediaType } from '#shared/contract/evidence.ts'

/**
 * What a file is by its first bytes, whatever it is called; undefined where it is none of what is taken. Signatures: JPEG
 * (ISO/IEC 10918-1 B.1.1), PNG (W3C PNG 5.2), WebP (RFC 9649 2.4), PDF (ISO 32000-2 7.5.2).
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const startsWith = (at: number, signature: readonly number[]) =>
    signature.every((byte, i) => bytes[at + i] === byte)
  if (startsWith(0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(0, textBytes('RIFF')) && startsWith(8, textBytes('WEBP'))) return 'image/webp'
  if (startsWith(0, textBytes('%PDF-'))) return 'application/pdf'
  return undefined
}

const textBytes = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
