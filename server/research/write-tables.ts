import type { Sampling } from '#shared/analytics/measured.ts'
import { cellAt } from './computed.ts'
import type { Table } from './rows.ts'

/** Tables as text, piece by piece: neither a whole text nor a long moment of the event loop. */

/** Values, and whole rows, between two chances for others. */
const VALUES_PER_PIECE = 2_000
const ROWS_PER_PIECE = 200

export interface WrittenTable {
  table: Table
  /** numbers of rows, in their order */
  rows: Uint32Array
  /** id of the measure of every column */
  measures: readonly string[]
}

/** The columns of an answer as JSON, without what stands around them. */
function* columnPieces({ table, rows, measures }: WrittenTable): Generator<string> {
  yield '['
  let first = true
  const start = (key: string, measure: string | null) => {
    const comma = first ? '' : ','
    first = false
    return `${comma}{"key":${JSON.stringify(key)},"measure":${JSON.stringify(measure)},"values":`
  }
  for (const { key, at } of table.keys) {
    yield start(key, null)
    yield* arrayPieces(rows, at)
    yield ',"reason":null,"reasons":null,"sampling":null,"samplings":null}'
  }
  for (const [i, column] of table.columns.entries()) {
    yield start(column.key, measures[i] ?? null)
    yield* arrayPieces(rows, (row) => cellAt(column, row))
    yield `,"reason":${JSON.stringify(column.reason)},"reasons":`
    yield* listPieces(column.reasons, rows)
    yield `,"sampling":${JSON.stringify(column.sampling)},"samplings":`
    yield* listPieces(column.samplings, rows)
    yield '}'
  }
  yield ']'
}

function* listPieces(
  list: readonly (string | Sampling | null)[] | null,
  rows: Uint32Array,
): Generator<string> {
  if (list === null) yield 'null'
  else yield* arrayPieces(rows, (row) => list[row] ?? null)
}

function* arrayPieces(rows: Uint32Array, at: (row: number) => unknown): Generator<string> {
  yield '['
  for (let from = 0; from < rows.length; from += VALUES_PER_PIECE) {
    const values = Array.from(rows.subarray(from, from + VALUES_PER_PIECE), at)
    yield `${from === 0 ? '' : ','}${JSON.stringify(values).slice(1, -1)}`
  }
  yield ']'
}

/** An answer of one table. `head` is everything else that it says. */
export function* tableJson(head: object, written: WrittenTable): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"columns":`
  yield* columnPieces(written)
  yield '}'
}

/** One row per row of the table; what the figures are of stands in columns of its own, the same in every row. */
export function* csvPieces(
  { table, rows }: WrittenTable,
  provenance: Readonly<Record<string, string | number>>,
): Generator<string> {
  const heads = [...table.keys.map(({ key }) => key), ...table.columns.map(({ key }) => key)]
  const ends = Object.values(provenance).map(csvCell).join(',')
  yield `${[...heads, ...Object.keys(provenance)].map(csvCell).join(',')}\n`
  for (let from = 0; from < rows.length; from += ROWS_PER_PIECE) {
    const lines: string[] = []
    for (const row of rows.subarray(from, from + ROWS_PER_PIECE)) {
      const cells = table.keys.map(({ at }) => csvCell(at(row)))
      for (const column of table.columns) cells.push(csvCell(cellAt(column, row)))
      lines.push(`${cells.join(',')},${ends}\n`)
    }
    yield lines.join('')
  }
}

/** Empty for none. A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
