import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import { checkRow, rememberingReader } from './cells/check-row.ts'
import { typeOf } from './cells/read-cell.ts'
import { isMonthFirst } from './cells/read-date.ts'
import type { CheckedRow } from './checked-row.ts'
import { type Cell, type Sheet, textOf } from './reading/table.ts'
import type { RegisterReading } from './register-reading.ts'
import type { Work } from './work.ts'

/** The cells of a sheet by field, as the file has them and as people have mended them. */
export interface SheetCells {
  fields: readonly FieldId[]
  raw(field: FieldId, row: number): Cell
  cell(field: FieldId, row: number): Cell
}

export function sheetCells(sheet: Sheet, work: Work, kind: SheetKind): SheetCells {
  const columnOf = new Map<FieldId, number>()
  for (const [index, { field }] of work.columns.entries()) if (field !== null) columnOf.set(field, index)
  const fields = fieldsOf(kind)
    .map(({ id }) => id)
    .filter(
      (field) =>
        columnOf.has(field) || work.constants[field] !== undefined || work.texts[field] !== undefined,
    )
  const raw = (field: FieldId, row: number): Cell => {
    const column = columnOf.get(field)
    return column === undefined ? (work.constants[field] ?? null) : (sheet.rows[row - 1]?.[column] ?? null)
  }
  return { fields, raw, cell: (field, row) => work.texts[field]?.[row] ?? raw(field, row) }
}

/** A checker of the rows of a sheet; what it has read once it knows. */
export function rowChecker(
  sheet: Sheet,
  work: Work,
  kind: SheetKind,
  rows: readonly number[],
  { snapshot, cells: context }: RegisterReading,
): (row: number) => CheckedRow {
  const cells = sheetCells(sheet, work, kind)
  const monthFirst = new Set(
    cells.fields.filter(
      (field) => typeOf(field) === 'date' && rows.some((row) => isMonthFirst(textOf(cells.cell(field, row)))),
    ),
  )
  // the books are made when they are asked for: a spread would make them all at once
  const dated = Object.create(context, { monthFirst: { value: monthFirst } }) as typeof context
  const rules = {
    kind,
    fields: cells.fields,
    kinds: snapshot.kinds,
    context: dated,
    read: rememberingReader(dated),
  }
  const shifted = shiftedRows(sheet, work, rows)
  return (row) => {
    const checked = checkRow(rules, row, (field) => cells.cell(field, row))
    const text = shifted.get(row)
    const [field] = cells.fields
    // who has written into the row has looked at it
    if (text !== undefined && field !== undefined && !isMended(work, row))
      checked.problems.push({ field, code: 'extra-cells', params: { text } })
    return checked
  }
}

const isMended = ({ texts }: Work, row: number) =>
  Object.values(texts).some((byRow) => byRow[row] !== undefined)

/** Rows that reach beyond the last heading, where few do: something in them has moved. */
function shiftedRows(sheet: Sheet, work: Work, rows: readonly number[]): Map<number, string> {
  const found = new Map<number, string>()
  if (work.headerRow === null) return found
  const header = sheet.rows.slice(work.headerRow - 1, work.headerRow - 1 + work.headerRows)
  const last = Math.max(...header.map((cells) => cells.findLastIndex((cell) => textOf(cell) !== '')))
  for (const row of rows) {
    const beyond = sheet.rows[row - 1]!.slice(last + 1)
      .map(textOf)
      .filter((text) => text !== '')
    if (beyond.length > 0) found.set(row, beyond.join(' ').slice(0, 100))
  }
  return found.size > rows.length / 5 ? new Map() : found
}
