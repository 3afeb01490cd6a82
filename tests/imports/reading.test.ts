import { deflateRawSync } from 'node:zlib'
import { array, assert, asyncProperty, constantFrom, integer, oneof, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '#server/imports/reading/read-spreadsheet.ts'
import { Refusal } from '#server/imports/reading/refusal.ts'
import { textOf } from '#server/imports/reading/table.ts'
import { workbook } from '#server/imports/writing/workbook.ts'

const LIST = 'nama;kelurahan;jumlah\nKopi Ñandú – "Enak";Jati;1,5\n'

async function texts(bytes: Buffer): Promise<string[][]> {
  const { sheets } = await readSpreadsheet(bytes, 'daftar.csv')
  return sheets[0]!.rows.map((row) => row.map(textOf))
}
const refusal = async (bytes: Buffer) => {
  try {
    await readSpreadsheet(bytes, 'x')
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('text', () => {
  const expected = [
    ['nama', 'kelurahan', 'jumlah'],
    ['Kopi Ñandú – "Enak"', 'Jati', '1,5'],
  ]
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()

  it.each([
    ['UTF-8', Buffer.from(LIST)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${LIST}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${LIST}`, 'utf16le')],
    ['UTF-16 big endian', swapped(Buffer.from(`\ufeff${LIST}`, 'utf16le'))],
    ['UTF-16 without a mark', Buffer.from(LIST, 'utf16le')],
    ['Windows-1252', Buffer.from(LIST.replace('–', '\u0096'), 'latin1')],
    ['CR LF', Buffer.from(LIST.replaceAll('\n', '\r\n'))],
    ['CR CR LF', Buffer.from(LIST.replaceAll('\n', '\r\r\n'))],
    ['CR', Buffer.from(LIST.replaceAll('\n', '\r'))],
    ['tabs', Buffer.from(LIST.replaceAll(';', '\t'))],
    ['bars', Buffer.from(LIST.replaceAll(';', '|'))],
    ['commas', Buffer.from('nama,kelurahan,jumlah\n"Kopi Ñandú – ""Enak""",Jati,"1,5"\n')],
    ['a line that names the delimiter', Buffer.from(`sep=;\n${LIST}`)],
  ])('in %s is read the same', async (name, bytes) => {
    const rows = await texts(bytes)
    expect(name.includes('names the delimiter') ? rows.slice(1) : rows).toEqual(expected)
  })

  it('keeps lines within a cell, and its rows numbered as a spreadsheet has them', async () => {
    const rows = await texts(Buffer.from('nama;kel\n\n"Kopi\nEnak";"Jati\n"\n'))
    expect(rows).toEqual([['nama', 'kel'], [], ['Kopi Enak', 'Jati']])
  })

  it('is refused where a quotation mark is never closed, which would swallow the rest', async () => {
    expect(await refusal(Buffer.from('nama;kel\n"Kopi;Jati\nBatik;Pilang\n'))).toBe('damaged')
  })

  it('keeps a letter that is broken, marked, rather than guess another alphabet', async () => {
    const bytes = Buffer.from('nama;kel\nÉé ÷ úú;Jati\n')
    const broken = Buffer.concat([bytes, Buffer.from([0xc3])])
    expect((await texts(broken)).at(-1)!.join('')).toContain('\ufffd')
  })
})

/** A zip archive of one deflated entry that says what it likes of its size. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(claimed, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
  ])

describe('what is no spreadsheet that can be read', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['blank lines', Buffer.from('\n\n;;\n'), 'no-table'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-spreadsheet'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'not-a-spreadsheet'],
    ['a web page', Buffer.from('<html><table><tr><td>a</td></tr></table>'), 'not-a-spreadsheet'],
    ['bytes', Buffer.from(Array.from({ length: 300 }, (_, i) => i % 32)), 'not-a-spreadsheet'],
    ['an old Excel file', ole('Workbook'), 'old-excel'],
    ['an encrypted one', ole('EncryptedPackage'), 'encrypted'],
    ['an old Word file', ole('WordDocument'), 'not-a-spreadsheet'],
    ['a Word document', zipOf('word/document.xml', Buffer.from('<w/>')), 'not-a-spreadsheet'],
    ['an archive', zipOf('foto.jpg', Buffer.from('x')), 'not-a-spreadsheet'],
    ['macros', zipOf('xl/vbaProject.bin', Buffer.from('x')), 'macros'],
    ['the head of an archive', Buffer.from('PK\u0003\u0004 and nothing else'), 'damaged'],
    ['a bomb that says so', zipOf('xl/workbook.xml', Buffer.from('x'), 2 ** 31), 'unpacks-too-large'],
    [
      'a bomb that says it is small',
      zipOf('xl/workbook.xml', Buffer.alloc(50_000_000), 100),
      'unpacks-too-large',
    ],
    ['too many columns', Buffer.from(`${'a;'.repeat(250)}b\n`), 'too-many-columns'],
    ['too many rows', Buffer.from('a;b\n'.repeat(52_000)), 'too-many-rows'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code)
  })
})

describe('broken files', () => {
  const sheet = () =>
    workbook([
      {
        name: 'usaha',
        headers: [{ text: 'nama_usaha' }, { text: 'kelurahan' }],
        rows: Array.from({ length: 20 }, (_, i) => [`Usaha ${i}`, 'Jati']),
      },
    ])

  it('of Excel are read or refused, wherever they are cut or changed; what is read is what was written', async () => {
    const whole = await sheet()
    const known = new Set([
      'nama_usaha',
      'kelurahan',
      'Jati',
      '',
      ...Array.from({ length: 20 }, (_, i) => `Usaha ${i}`),
    ])
    await assert(
      asyncProperty(
        integer({ min: 0, max: whole.length - 1 }),
        array(integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 3 }),
        async (at, bytes) => {
          const cut = whole.subarray(0, at)
          // so short it is a word
          if (at >= 4) expect(await refusal(cut)).not.toBe('read')
          const changed = Buffer.from(whole)
          for (const [i, byte] of bytes.entries()) if (at + i < changed.length) changed[at + i] = byte
          try {
            const { sheets } = await readSpreadsheet(changed, 'x')
            for (const row of sheets[0]!.rows) for (const cell of row) expect(known).toContain(textOf(cell))
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of any bytes or any text are read or refused', async () => {
    const pieces = constantFrom(
      ';',
      ',',
      '"',
      '\n',
      '\r',
      '\t',
      '|',
      'nama',
      'x',
      '\u0000',
      'é',
      '\ufeff',
      'sep=;',
    )
    const anything = oneof(
      uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
    )
    await assert(
      asyncProperty(anything, async (bytes) => {
        await refusal(bytes)
      }),
      { numRuns: 800 },
    )
  })
})
