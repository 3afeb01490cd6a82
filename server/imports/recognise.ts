import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportMapping } from '#shared/contract/imports.ts'
import { invalidInput, issue } from '../errors.ts'
import type { CellContext } from './cells/cell-context.ts'
import { readCell } from './cells/read-cell.ts'
import type { Sheet, SpreadsheetFile } from './reading/table.ts'
import { findHeader, headersOf } from './recognising/find-header.ts'
import { mapColumns, type RememberedMapping } from './recognising/map-columns.ts'
import type { Work } from './work.ts'

/** What people chose for these headers before, if anybody did. */
export type Remembers = (headers: readonly string[]) => { kind: SheetKind; fields: RememberedMapping } | null

/** Each import has its own: what people write is put into it. */
const noWork = () => ({ constants: {}, texts: {}, skipped: [], decisions: {} })

/** What a file seems to be: the first sheet of a known kind, else the first with anything in it. */
export function recogniseFile(
  file: SpreadsheetFile,
  name: string,
  context: CellContext,
  remembers: Remembers,
): Work {
  const found = file.sheets.map((sheet) => findHeader(sheet))
  const usable = file.sheets.map((sheet, i) => ({ sheet, i })).filter(({ sheet }) => sheet.rows.length > 0)
  const known = usable.find(({ sheet, i }) => !sheet.hidden && found[i]!.kind !== null)
  const sheet = (known ?? usable.find(({ sheet }) => !sheet.hidden) ?? usable[0])?.i ?? 0
  const work = recogniseSheet(file, sheet, undefined, context, remembers)
  return { ...work, constants: sectorInTitle(file.sheets[sheet]!, name, work, context) }
}

function recogniseSheet(
  file: SpreadsheetFile,
  index: number,
  only: SheetKind | undefined,
  context: CellContext,
  remembers: Remembers,
): Work {
  const sheet = file.sheets[index]!
  const found = findHeader(sheet, only)
  const headers = headersOf(sheet, found.row, found.rows)
  const remembered = remembers(headers)
  const kind = only ?? remembered?.kind ?? found.kind
  const work = { ...noWork(), sheet: index, kind, headerRow: found.row, headerRows: found.rows, columns: [] }
  return withColumns(work, sheet, context, remembers)
}

/** With the columns as they are recognised under its header. */
function withColumns(work: Work, sheet: Sheet, context: CellContext, remembers: Remembers): Work {
  const headers = headersOf(sheet, work.headerRow, work.headerRows)
  if (work.kind === null) return { ...work, columns: headers.map(() => ({ field: null, found: null })) }
  const remembered = remembers(headers)
  const fields = remembered?.kind === work.kind ? remembered.fields : null
  const rows = sheet.rows.slice(firstDataRow(work) - 1)
  return { ...work, columns: mapColumns(work.kind, headers, rows, context, fields) }
}

export const firstDataRow = ({ headerRow, headerRows }: Work): number =>
  headerRow === null ? 1 : headerRow + headerRows

/** Offices keep one list per subsector, and say which in the title or the name of the file alone. */
function sectorInTitle(sheet: Sheet, name: string, work: Work, context: CellContext): Work['constants'] {
  if (work.kind !== 'actors' || work.columns.some(({ field }) => field === 'sector')) return {}
  for (const text of [sheet.name, name.replace(/\.\w+$/, '')]) {
    const { value } = readCell('sector', text.replace(/[_-]+/g, ' '), context)
    if (value !== null) return { sector: value }
  }
  return {}
}

/** The work after a person said what sheet, header or columns mean. */
export function remap(
  file: SpreadsheetFile,
  work: Work,
  asked: ImportMapping,
  context: CellContext,
  remembers: Remembers,
): Work {
  let next = work
  if (asked.sheet !== undefined && asked.sheet !== work.sheet) {
    if (!file.sheets[asked.sheet])
      throw invalidInput(issue('sheet', 'unknown-sheet', 'There is no such sheet.', { value: asked.sheet }))
    next = recogniseSheet(file, asked.sheet, asked.kind, context, remembers)
  } else if (asked.kind !== undefined && asked.kind !== work.kind) {
    next = recogniseSheet(file, work.sheet, asked.kind, context, remembers)
    // the header that was seen stays seen, whatever the kind
    if (asked.headerRow === undefined && next.headerRow === null && work.headerRow !== null)
      next = withColumns(
        { ...next, headerRow: work.headerRow, headerRows: work.headerRows },
        file.sheets[work.sheet]!,
        context,
        remembers,
      )
  }
  const sheet = file.sheets[next.sheet]!
  const headerRow = asked.headerRow ?? next.headerRow
  const headerRows = asked.headerRows ?? next.headerRows
  if (headerRow !== next.headerRow || headerRows !== next.headerRows) {
    if (headerRow !== null && headerRow > sheet.rows.length)
      throw invalidInput(
        issue('headerRow', 'out-of-range', 'The sheet has no such row.', { max: sheet.rows.length }),
      )
    next = withColumns({ ...next, headerRow, headerRows }, sheet, context, remembers)
  }
  if (asked.columns) next = { ...next, columns: chosenColumns(next, asked.columns) }
  if (asked.constants) next = { ...next, constants: asked.constants }
  return next
}

/** A field that is given to another column leaves the one that had it. */
function chosenColumns(work: Work, asked: Record<string, FieldId | null>): Work['columns'] {
  const columns = [...work.columns]
  for (const [key, field] of Object.entries(asked)) {
    const index = Number(key)
    if (!columns[index])
      throw invalidInput(
        issue(`columns.${key}`, 'unknown-column', 'There is no such column.', { value: index }),
      )
    if (field !== null)
      for (const [i, column] of columns.entries())
        if (column.field === field) columns[i] = { field: null, found: 'chosen' }
    columns[index] = { field, found: 'chosen' }
  }
  return columns
}
