import { Refusal } from './refusal.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

const SIGNATURES: readonly (readonly [found: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['word', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of Office before 2007, and of encrypted files since. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export type FileType = { type: 'xlsx'; entries: ZipEntry[] } | { type: 'text' }

/** Whether bytes are an Excel workbook or text, whatever the file is called. Throws a refusal where they are neither. */
export function fileType(bytes: Buffer): FileType {
  if (bytes.length === 0) throw new Refusal('empty')
  if (startsWith(bytes, ZIP)) return workbook(bytes)
  if (startsWith(bytes, OLE)) throw oleRefusal(bytes)
  for (const [found, signature] of SIGNATURES)
    if (startsWith(bytes, signature)) throw new Refusal('not-a-spreadsheet', { found })
  const head = bytes.toString('latin1', 0, 1024).trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<\?xml|<table)/.test(head))
    throw new Refusal('not-a-spreadsheet', { found: 'web-page' })
  return { type: 'text' }
}

const startsWith = (bytes: Buffer, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[i] === byte)

function workbook(bytes: Buffer): FileType {
  const entries = zipEntries(bytes)
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) throw new Refusal('macros')
  if (names.has('xl/workbook.bin')) throw new Refusal('not-a-spreadsheet', { found: 'xlsb' })
  if (names.has('xl/workbook.xml')) return { type: 'xlsx', entries }
  const found = names.has('word/document.xml') ? 'word' : names.has('content.xml') ? 'ods' : 'archive'
  throw new Refusal('not-a-spreadsheet', { found })
}

function oleRefusal(bytes: Buffer): Refusal {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return new Refusal('encrypted')
  if (has('Workbook') || has('Book')) return new Refusal('old-excel')
  return new Refusal('not-a-spreadsheet', { found: has('WordDocument') ? 'word' : 'other' })
}
