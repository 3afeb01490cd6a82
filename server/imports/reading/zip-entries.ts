import { inflateRawSync } from 'node:zlib'
import { Refusal } from './refusal.ts'

export interface ZipEntry {
  name: string
  /** Unpacked, by the directory of the archive. */
  size: number
  packedSize: number
  method: number
  checksum: number
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
      checksum: bytes.readUInt32LE(at + 16),
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

/** What is in an entry. Throws where a byte of it is another than was packed, or where it is larger than its directory says. */
export function unpack(bytes: Buffer, entry: ZipEntry): Buffer {
  const content = inflated(bytes, entry)
  if (content.length !== entry.size || crc32(content) !== entry.checksum) throw new Refusal('damaged')
  return content
}

function inflated(bytes: Buffer, { offset, packedSize, size, method }: ZipEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new Refusal('damaged')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (packed.length !== packedSize) throw new Refusal('damaged')
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new Refusal('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? tooLarge() : new Refusal('damaged')
  }
}

/** The checksum of zip archives (IEEE 802.3, reflected); `node:zlib` has it from Node 22 on. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(content: Buffer): number {
  let crc = 0xffffffff
  for (let i = 0; i < content.length; i++) crc = CRC_TABLE[(crc ^ content[i]!) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
