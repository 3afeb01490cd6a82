import type { Import } from '#shared/contract/imports.ts'
import { foldName } from '../../actors/similar-name.ts'
import { type Cell, type Sheet, textOf } from '../reading/table.ts'

export interface DataRows {
  /** Numbers of the rows that are rows of the table. */
  rows: number[]
  ignored: Import['ignored']
}

const SUM = /^(grand total|sub ?total|total|jumlah|jml|rata rata|average)\b/
const SIGNATURE =
  /^(mengetahui|menyetujui|disetujui|dibuat oleh|diperiksa oleh|penyusun|kepala (dinas|bidang|seksi)|nip\b|ttd\b|tanda tangan|sumber|source|keterangan|catatan|note|notes|dicetak|dibuat pada|hormat kami)/
const IS_FIGURE = /^[\d.,\s%()-]+$/
const PLACE_AND_DATE = /^[\p{L} ]{3,40}, ?\d{1,2} [\p{L}]+ \d{4}$/u

/** The rows below the header that are rows of the table: not the header again, no sums, no signatures below it. */
export function dataRows(
  sheet: Sheet,
  firstRow: number,
  headers: readonly string[],
  keyColumns: readonly number[],
): DataRows {
  const numbers: number[] = []
  const ignored: Import['ignored'] = []
  const header = headers.map(foldName)
  for (let row = firstRow; row <= sheet.rows.length; row++) {
    const cells = sheet.rows[row - 1]!
    const texts = cells.map(textOf)
    if (texts.every((text) => text === '')) continue
    if (repeatsHeader(texts, header) || isColumnNumbers(texts))
      ignored.push({ row, why: 'header-again', text: shown(texts) })
    else numbers.push(row)
  }
  const end = footerFrom(sheet, numbers, keyColumns)
  for (const row of numbers.slice(end))
    ignored.push({ row, why: 'footer', text: shown(sheet.rows[row - 1]!.map(textOf)) })
  const rows = numbers.slice(0, end).filter((row) => {
    if (!isSum(sheet.rows[row - 1]!, keyColumns)) return true
    ignored.push({ row, why: 'footer', text: shown(sheet.rows[row - 1]!.map(textOf)) })
    return false
  })
  return { rows, ignored: ignored.sort((a, b) => a.row - b.row) }
}

const shown = (texts: readonly string[]) =>
  texts
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 200)

function repeatsHeader(texts: readonly string[], header: readonly string[]): boolean {
  const filled = texts
    .map((text, i) => [foldName(text), header[i] ?? ''] as const)
    .filter(([text]) => text !== '')
  const same = filled.filter(([text, head]) => text === head).length
  return same >= 2 && same >= filled.length * 0.6
}

/** "(1) (2) (3)", as official tables number their columns. */
function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '')
  if (filled.length < 3 || !filled.every((text) => /^\(?\d{1,2}\)?$/.test(text))) return false
  const numbers = filled.map((text) => Number(text.replace(/\D/g, '')))
  return numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1)
}

/** A sum: it begins with such a word, where the name of a row would stand or before, and names nothing else. */
function isSum(cells: readonly Cell[], keyColumns: readonly number[]): boolean {
  const texts = cells.map(textOf)
  const first = texts.findIndex((text) => text !== '')
  if (!SUM.test(foldName(texts[first] ?? ''))) return false
  const beyond = keyColumns.filter((column) => column !== first).map((column) => texts[column] ?? '')
  const others = texts.filter((text, i) => i !== first && text !== '' && text !== texts[first])
  if (beyond.some((text) => text !== '' && text !== texts[first] && !IS_FIGURE.test(text))) return false
  return (
    others.every((text) => IS_FIGURE.test(text)) &&
    (others.length > 0 || foldName(texts[first]!).split(' ').length <= 4)
  )
}

/** Place in the list at which the table ends: from a line of signatures, sources or remarks on, if nothing fuller follows. */
function footerFrom(sheet: Sheet, numbers: readonly number[], keyColumns: readonly number[]): number {
  const fill = (row: number) => sheet.rows[row - 1]!.filter((cell) => textOf(cell) !== '').length
  const fills = numbers.map(fill).sort((a, b) => a - b)
  const usual = fills[Math.floor(fills.length / 2)] ?? 0
  for (const [i, row] of numbers.entries()) {
    const cells = sheet.rows[row - 1]!
    const texts = cells.map(textOf).filter((text) => text !== '')
    const named = keyColumns.length > 0 && keyColumns.every((column) => textOf(cells[column]) !== '')
    const begins = texts.some((text) => SIGNATURE.test(foldName(text)) || PLACE_AND_DATE.test(text))
    if (!begins || (named && texts.length >= Math.max(3, usual * 0.6))) continue
    if (numbers.slice(i).every((later) => fill(later) < Math.max(2.5, usual * 0.6))) return i
  }
  return numbers.length
}
