import type { CellIssueCode } from '#shared/contract/import-fields.ts'
import type { CheckedRow } from '../checked-row.ts'
import { type Cell, textOf } from '../reading/table.ts'
import type { MappedColumn } from '../recognising/map-columns.ts'
import { workbook } from './workbook.ts'

type Words = Readonly<Record<CellIssueCode, readonly [indonesian: string, english: string]>>

/** Why a cell cannot be taken; what stands in braces is filled in. */
const REASONS: Words = {
  missing: ['wajib diisi', 'must be filled in'],
  'too-long': ['terlalu panjang (paling banyak {max})', 'too long (at most {max})'],
  'not-a-number': ['bukan bilangan', 'is no number'],
  'out-of-range': ['harus antara {min} dan {max}', 'must lie between {min} and {max}'],
  'not-a-date': ['bukan tanggal yang dikenali', 'is no date that can be read'],
  'ambiguous-date': ['bisa {first} atau {second}', 'may be {first} or {second}'],
  'later-than-today': ['lebih lambat dari hari ini ({today})', 'is later than today ({today})'],
  'too-early': ['sebelum {date}', 'is before {date}'],
  'start-after-end': ['mulai {start} sesudah selesai {end}', 'the start {start} is after the end {end}'],
  'not-yes-no': ['isi dengan ya atau tidak', 'must be yes or no'],
  'not-a-nib': ['NIB terdiri atas 13 angka', 'a NIB has 13 digits'],
  'not-a-phone': ['bukan nomor telepon', 'is no telephone number'],
  'not-a-kbli': ['bukan kode KBLI 2020 lima angka', 'is no KBLI 2020 code of five digits'],
  'digits-lost': [
    'angkanya sudah hilang; tulis ulang sebagai teks',
    'digits are lost; write it again as text',
  ],
  'not-a-url': ['bukan alamat web', 'is no web address'],
  'unknown-code': ['tidak ada dalam daftar kode', 'is in no list of codes'],
  'ambiguous-code': ['bisa berarti beberapa kode', 'may mean several codes'],
  'retired-code': ['kode ini tidak dipakai lagi', 'this code is no longer used'],
  'unknown-record': ['tidak ada di daftar', 'is not in the register'],
  'ambiguous-record': ['ada beberapa dengan nama ini', 'there are several of this name'],
  'same-party': ['pihak yang sama disebut dua kali', 'the same party is named twice'],
  'parties-fixed': [
    'pihak pada catatan yang ada tidak dapat diganti',
    'the parties of a record cannot be replaced',
  ],
  'direction-missing': ['arah belum disebut', 'the direction is missing'],
  'direction-not-fitting': [
    'arah tidak sesuai dengan jenis atau pihaknya',
    'the direction does not fit the kind or the parties',
  ],
  'unreadable-letters': ['ada huruf yang tidak terbaca', 'has letters that cannot be read'],
  'extra-cells': ['ada isi di luar kolom tabel: {text}', 'something stands beyond the columns: {text}'],
  'formula-error': ['rumus menghasilkan {text}', 'the formula gives {text}'],
  refused: ['tidak sesuai aturan daftar ({message})', 'is against the rules of the register ({message})'],
}

interface ProblemRows {
  headers: readonly string[]
  columns: readonly MappedColumn[]
  rows: readonly { checked: CheckedRow; cells: readonly Cell[] }[]
  language: 'id' | 'en'
}

/** The rows with something wrong, as the file has them, with the reason of each: to be mended in Excel and sent again. */
export function problemsFile({ headers, columns, rows, language }: ProblemRows): Promise<Buffer> {
  const [row, reason] = language === 'id' ? ['baris', 'masalah'] : ['row', 'problem']
  return workbook([
    {
      name: language === 'id' ? 'Perlu diperbaiki' : 'To be mended',
      headers: [
        ...headers.map((text, i) => ({ text: text || `(${i + 1})` })),
        { text: row!, width: 8 },
        { text: reason!, width: 60 },
      ],
      rows: rows.map(({ checked, cells }) => [
        ...headers.map((_, i) => textOf(cells[i])),
        String(checked.row),
        checked.problems
          .map((problem) => {
            const column = columns.findIndex(({ field }) => field === problem.field)
            return `${headers[column] || problem.field}: ${sentence(problem.code, problem.params, language)}`
          })
          .join('; '),
      ]),
    },
  ])
}

function sentence(
  code: CellIssueCode,
  params: Record<string, string | number> = {},
  language: 'id' | 'en',
): string {
  const text = REASONS[code][language === 'id' ? 0 : 1]
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}
