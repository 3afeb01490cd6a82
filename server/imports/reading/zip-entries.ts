import { inflateRawSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

export interface ZipEntry {
  name: string
  /** Unpacked, by the directory of the archive. */
  size: number
  packedSize: number
  method: number
  offset: number
}

const MEGABYTE = 1024 * 1024
/** The sheets of 50,000 rows and 50 columns unpack to about 150 MB. */
export const MAX_UNPACKED_BYTES = 300 * MEGABYTE
const MAX_ENTRIES = 5_000

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

const tooLarge = () => new Refusal('unpacks-too-large', { megabytes: MAX_UNPACKED_BYTES / MEGABYTE })

/** The directory of a zip archive, without unpacking anything. Throws where it is broken, encrypted, or promises too much. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = endOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > MAX_ENTRIES) throw tooLarge()
  const entries: ZipEntry[] = []
  let unpacked = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Refusal('damaged')
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new Refusal('encrypted')
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    unpacked += entry.size
    if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge()
    entries.push(entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--)
    if (bytes.readUInt32LE(at) === END) return at
  throw new Refusal('damaged')
}

/** What is in an entry. Throws where it is broken, or larger than its directory says. */
export function unpack(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset, packedSize, size, method } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new Refusal('damaged')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (packed.length !== packedSize) throw new Refusal('damaged')
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new Refusal('damaged')
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
    if (content.length !== size) throw new Refusal('damaged')
    return content
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge()
      : new Refusal('damaged')
  }
}
