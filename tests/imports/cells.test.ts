import { assert, constantFrom, date, integer, property, string } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import type { CellContext } from '#server/imports/cells/cell-context.ts'
import { readCell } from '#server/imports/cells/read-cell.ts'
import { fromSerial, readDate } from '#server/imports/cells/read-date.ts'
import { readKbli, readNib, readPhone } from '#server/imports/cells/read-digits.ts'
import { listText, normalList } from '#server/imports/cells/read-list.ts'
import { readNumber } from '#server/imports/cells/read-number.ts'
import { readRegister } from '#server/imports/register-reading.ts'
import { FIELD_IDS } from '#shared/contract/import-fields.ts'
import { clockAt } from '../server/test-app.ts'

const TODAY = '2026-06-15'
const day = (text: string, monthFirst = false) => {
  const { value, issue, choices } = readDate(text, { today: TODAY, monthFirst })
  return value ?? [issue?.code, ...(choices ?? []).map((choice) => choice.value)].join(' ')
}

describe('dates', () => {
  it.each([
    ['09/09/2024', '2024-09-09'],
    ['1/2/2024', '2024-02-01'],
    ['31-12-23', '2023-12-31'],
    ['5.6.2025', '2025-06-05'],
    ['9 September 2024', '2024-09-09'],
    ['Senin, 9 September 2024', '2024-09-09'],
    ["Jum'at, 13 Pebruari 2026", '2026-02-13'],
    ['9-Sep-24', '2024-09-09'],
    ['17 Agt 2025', '2025-08-17'],
    ['September 9, 2024', '2024-09-09'],
    ['2024-09-09', '2024-09-09'],
    ['2024-09-09 10:30:00', '2024-09-09'],
    ['45544', '2024-09-09'],
    ['1/1/98', '1998-01-01'],
    // month first: said, not taken
    ['09/13/2024', 'not-a-date 2024-09-13'],
    ['30/02/2024', 'not-a-date'],
    ['September 2024', 'not-a-date'],
    ['kemarin', 'not-a-date'],
    ['2024', 'not-a-date'],
    ['32/13/2024', 'not-a-date'],
  ])('%s is %s', (text, expected) => {
    expect(day(text)).toBe(expected)
  })

  it('are asked about in a column where others can only be read month first', () => {
    expect(day('03/04/2024', true)).toBe('ambiguous-date 2024-04-03 2024-03-04')
    expect(day('04/04/2024', true)).toBe('2024-04-04')
    expect(day('25/04/2024', true)).toBe('2024-04-25')
  })

  it('come back as they were written, day first, in every way that a list writes them', () => {
    const months = [
      'Januari',
      'Februari',
      'Maret',
      'April',
      'Mei',
      'Juni',
      'Juli',
      'Agustus',
      'September',
      'Oktober',
      'November',
      'Desember',
    ]
    const range = { min: new Date('1950-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }
    assert(
      property(date(range), (at) => {
        const iso = at.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-') as [string, string, string]
        for (const text of [
          `${d}/${m}/${y}`,
          `${Number(d)}-${Number(m)}-${y}`,
          `${d} ${months[Number(m) - 1]} ${y}`,
          iso,
        ])
          expect([text, day(text)]).toEqual([text, iso])
        const serial = Math.round(
          (Date.UTC(Number(y), Number(m) - 1, Number(d)) - Date.UTC(1899, 11, 30)) / 86_400_000,
        )
        expect(fromSerial(serial, {}).value).toBe(iso)
        expect(fromSerial(serial - 1462, { from1904: true }).value).toBe(iso)
      }),
    )
  })
})

describe('numbers', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['1234,5', 1234.5],
    ['Rp 1.500.000,-', 1500000],
    ['12.5', 12.5],
    ['1,234,567.8', 1234567.8],
    ['(25)', -25],
    ['-3', -3],
    ['1.23.4', null],
    ['dua', null],
    ['', null],
    ['1e5', null],
  ])('%s is %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected)
  })

  it('read as Indonesians write them', () => {
    assert(
      property(integer({ min: 0, max: 1e9 }), integer({ min: 0, max: 99 }), (whole, part) => {
        const number = whole + part / 100
        const written = number.toLocaleString('id-ID', { minimumFractionDigits: 2 })
        expect(readNumber(written)).toBeCloseTo(number, 6)
      }),
    )
  })
})

const digits = ({ value, issue, choices }: ReturnType<typeof readNib>) =>
  value ?? [issue?.code, ...(choices ?? []).map((choice) => choice.value)].join(' ')

describe('numbers that are names', () => {
  it('keeps the zeros of a NIB, and says where Excel has lost one or all of them', () => {
    expect(digits(readNib('0123456789012', false))).toBe('0123456789012')
    expect(digits(readNib("'0123 4567 89012", false))).toBe('0123456789012')
    expect(digits(readNib('123456789012', true))).toBe('not-a-nib 0123456789012')
    expect(digits(readNib('1,23457E+12', false))).toBe('digits-lost')
    expect(digits(readNib('12345', false))).toBe('not-a-nib')
  })

  it.each([
    ['081234567890', '081234567890'],
    ['+62 812-3456-7890', '081234567890'],
    ['6281234567890', '081234567890'],
    ['81234567890', '081234567890'],
    ['(0335) 421 234', '0335421234'],
    ['WA: 0812 3456 7890', '081234567890'],
    ['+65 6123 4567', '+6561234567'],
    ['0822xxxxxxxx', 'not-a-phone'],
    ['081234567890 / 085712345678', 'not-a-phone 081234567890 085712345678'],
    ['12', 'not-a-phone'],
  ])('reads the telephone %s as %s', (text, expected) => {
    expect(digits(readPhone(text, false))).toBe(expected)
  })

  it('takes a KBLI code that there is, and none of another edition or with its zero gone', () => {
    expect(digits(readKbli('10710', null))).toBe('10710')
    expect(digits(readKbli('47242 - Perdagangan', null))).toBe('47242')
    expect(digits(readKbli('01111', null))).toBe('01111')
    expect(digits(readKbli('1111', null))).toBe('not-a-kbli 01111')
    expect(digits(readKbli('11050', null))).toBe('not-a-kbli')
    expect(digits(readKbli('00011', null))).toBe('not-a-kbli')
    expect(digits(readKbli('11050', '2025'))).toBe('11050')
  })
})

describe('lists', () => {
  it('are parted by semicolons, lines, or commas, and read again as they were', () => {
    expect(normalList('keripik, abon , keripik')).toEqual(['keripik', 'abon'])
    expect(normalList('keripik, pedas; abon')).toEqual(['keripik, pedas', 'abon'])
    expect(normalList(listText(['keripik, pedas']))).toEqual(['keripik, pedas'])
    expect(normalList('')).toEqual([])
  })
})

describe('codes', () => {
  let context: CellContext
  beforeAll(async () => {
    const db = await openDatabase(':memory:')
    context = (await readRegister(db, clockAt(TODAY))).cells
    await db.destroy()
  })
  const read = (field: (typeof FIELD_IDS)[number], text: string) => {
    const { value, issue, choices } = readCell(field, text, context)
    return value ?? (issue ? [issue.code, ...(choices ?? []).map((choice) => choice.value)].join(' ') : null)
  }

  it.each([
    ['region', 'Jati', '35.74.03.1004'],
    ['region', 'Kel. JATI', '35.74.03.1004'],
    ['region', 'kedungasem', '35.74.02.1005'],
    ['region', 'Kedung-Galeng', '35.74.02.1003'],
    ['region', '35.74.03.1004', '35.74.03.1004'],
    ['region', '35.74.03.1004 Jati', '35.74.03.1004'],
    ['region', '3574030006', '35.74.03.1004'],
    // five villages are called as their district: a list means the smaller one
    ['region', 'Mayangan', '35.74.03.1001'],
    ['region', 'Kec. Mayangan', '35.74.03'],
    ['region', 'Jatti', 'unknown-code 35.74.03.1004'],
    ['region', 'Pakunden', 'unknown-code'],
    ['sector', 'FASHION', 'fesyen'],
    ['sector', 'Film,Animasi dan Video', 'film-animasi-video'],
    ['sector', 'Kerajinan Tangan', 'kriya'],
    ['sector', 'Makanan dan Minuman', 'kuliner'],
    ['sector', 'Performing Arts', 'seni-pertunjukan'],
    // a subsector that the partition in force does not have
    ['sector', 'TELEVISI & RADIO', 'unknown-code'],
    ['sector', 'Digital Marketing', 'unknown-code'],
    ['role', 'Dinas', 'government'],
    ['role', 'pelaku usaha', 'business'],
    ['kind', 'agregasi', 'aggregation'],
    ['kind', 'Produksi bersama', 'co_production'],
    ['sizeClass', 'Usaha Mikro', 'micro'],
    ['inCity', '✓', 'true'],
    ['inCity', 'tidak', 'false'],
    ['consentDisplay', 'setuju', 'granted'],
    ['evidence', 'A', 'A'],
    ['intensity', '3', '3'],
    ['intensity', '3,0', '3'],
    ['intensity', '9', 'out-of-range'],
    ['yearStarted', 'Th. 2015', '2015'],
    ['yearStarted', '1015', 'out-of-range'],
    ['website', 'contoh.example/toko', 'https://contoh.example/toko'],
    ['website', 'tidak punya', 'not-a-url'],
    ['products', 'NULL', null],
    ['name', '-', null],
    ['name', 'Kopi \ufffdnak', 'unreadable-letters'],
    ['address', 'Jl. Melati 5, Kel. Jati, Kec. Mayangan', '35.74.03.1004'],
    ['address', 'Jl. Pilang Raya 12', null],
    ['address', 'Kecamatan Wonoasih', '35.74.02'],
  ] as const)('%s "%s" is %s', (field, text, expected) => {
    expect(read(field, text)).toBe(expected)
  })

  it('names both subsectors where a name is of two, and takes neither', () => {
    expect(read('sector', 'Arsitektur dan Desain Interior')).toMatch(/^(ambiguous|unknown)-code/)
    expect(read('sector', 'Aplikasi dan Game Developer')).toMatch(/^(ambiguous|unknown)-code/)
  })

  it('says why of every cell that it cannot read, and never throws', () => {
    const noise = string({ unit: 'binary', maxLength: 40 })
    const kinds = constantFrom('text', 'number', 'date', 'boolean', 'error')
    assert(
      property(constantFrom(...FIELD_IDS), noise, kinds, (field, text, kind) => {
        const cell = kind === 'text' ? text : ({ kind, text } as const)
        const reading = readCell(field, cell, context)
        if (reading.issue) expect(reading.value).toBeNull()
      }),
      { numRuns: 3_000 },
    )
  })
})
