import { type FieldId, SHEET_KINDS, type SheetKind } from '#shared/contract/import-fields.ts'
import { type Cell, type Sheet, textOf } from '../reading/table.ts'
import { type ColumnMatch, columnMatch, KEY_FIELDS, TELLING_FIELDS } from './column-names.ts'

/** Where the header of a sheet lies, and what kind of sheet it says that this is. */
export interface FoundHeader {
  kind: SheetKind | null
  /** From 1; null where no row looks like one. */
  row: number | null
  rows: number
}

const LOOKED_AT = 40
const MOST_HEADER_ROWS = 3

/** The best header among the first rows; of one kind where that is given. */
export function findHeader(sheet: Sheet, only?: SheetKind): FoundHeader {
  let best: (FoundHeader & { score: number }) | null = null
  for (const kind of only ? [only] : SHEET_KINDS)
    for (let row = 1; row <= Math.min(LOOKED_AT, sheet.rows.length); row++)
      for (let rows = 1; rows <= MOST_HEADER_ROWS; rows++) {
        if (!couldBeHeader(sheet, row, rows)) continue
        const score = scoreOf(kind, headersOf(sheet, row, rows)) - (rows - 1) * 0.6
        if (score > 0 && (!best || score > best.score)) best = { kind, row, rows, score }
      }
  if (best) return { kind: best.kind, row: best.row, rows: best.rows }
  return { kind: only ?? null, row: plainHeader(sheet), rows: 1 }
}

/** Headers are words; a row that has numbers, dates or long sentences in it is none, nor is one below a blank row. */
function couldBeHeader(sheet: Sheet, row: number, rows: number): boolean {
  for (let r = row; r < row + rows; r++) {
    const cells = (sheet.rows[r - 1] ?? []).filter((cell) => textOf(cell) !== '')
    if (cells.length === 0) return false
    if (cells.some((cell) => (typeof cell === 'object' && cell !== null) || textOf(cell).length > 60))
      return false
    if (r > row && cells.some((cell) => /\d{3,}|@|^\+?\d+$/.test(textOf(cell)))) return false
  }
  return true
}

function scoreOf(kind: SheetKind, headers: readonly string[]): number {
  const matches = new Map<FieldId, ColumnMatch>()
  for (const header of headers) {
    const match = header === '' ? null : columnMatch(kind, header)
    if (match && !matches.has(match.field)) matches.set(match.field, match)
  }
  if (!KEY_FIELDS[kind].every((field) => matches.has(field))) return 0
  if (!TELLING_FIELDS[kind].some((field) => matches.has(field))) return 0
  let score = 0
  for (const { field, found } of matches.values()) {
    score += found === 'exact' ? 1.1 : found === 'alias' ? 1 : 0.7
    if (KEY_FIELDS[kind].includes(field) || TELLING_FIELDS[kind].includes(field)) score += 0.5
  }
  return score
}

/** Where no names are known: the first row of several different short words, with fuller rows below. */
function plainHeader(sheet: Sheet): number | null {
  for (let row = 1; row <= Math.min(LOOKED_AT, sheet.rows.length - 1); row++) {
    const texts = (sheet.rows[row - 1] ?? []).map(textOf).filter((text) => text !== '')
    const isWords = texts.every((text) => text.length <= 40 && !/\d/.test(text))
    if (texts.length >= 2 && new Set(texts).size === texts.length && isWords && couldBeHeader(sheet, row, 1))
      return row
  }
  return null
}

/** The words above each column. Of a header in several rows the upper ones are joined to the lower, each word once. */
export function headersOf(sheet: Sheet, row: number | null, rows: number): string[] {
  if (row === null) return Array.from({ length: sheet.columns }, () => '')
  const lines = Array.from({ length: rows }, (_, i) => sheet.rows[row - 1 + i] ?? [])
  const spread = lines.map((line, i) => (i < rows - 1 ? spreadGroups(line, lines[i + 1]!) : line))
  return Array.from({ length: sheet.columns }, (_, column) => {
    const words = spread.map((line) => textOf(line[column])).filter((text) => text !== '')
    return [...new Set(words)].join(' ')
  })
}

/** A heading over several columns stands in the first of them alone where the file has no merged cells. */
function spreadGroups(upper: readonly Cell[], lower: readonly Cell[]): Cell[] {
  const spread = [...upper]
  for (let column = 1; column < lower.length; column++)
    if (textOf(spread[column]) === '' && textOf(lower[column]) !== '' && textOf(lower[column - 1]) !== '')
      spread[column] = spread[column - 1] ?? null
  return spread
}
