import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportColumn } from '#shared/contract/imports.ts'
import { foldName } from '../../actors/similar-name.ts'
import type { CellContext } from '../cells/cell-context.ts'
import { readCell } from '../cells/read-cell.ts'
import { type Cell, isBlank } from '../reading/table.ts'
import { columnMatch } from './column-names.ts'

export interface MappedColumn {
  field: FieldId | null
  found: ImportColumn['found']
}

/** What people chose for a set of headers before, by header. */
export type RememberedMapping = Readonly<Record<string, FieldId | null>>

/** Sets of headers are one whatever their order. */
export const headersKey = (headers: readonly string[]): string =>
  headers
    .map(foldName)
    .filter((header) => header !== '')
    .sort()
    .join('|')

/** What each column means: as remembered, by its header, or by what is in it. No field twice. */
export function mapColumns(
  kind: SheetKind,
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  context: CellContext,
  remembered: RememberedMapping | null,
): MappedColumn[] {
  const columns: MappedColumn[] = headers.map(() => ({ field: null, found: null }))
  const taken = new Set<FieldId>()
  const take = (column: number, field: FieldId, found: MappedColumn['found']) => {
    if (taken.has(field) || columns[column]!.found !== null) return
    taken.add(field)
    columns[column] = { field, found }
  }
  if (remembered)
    for (const [column, header] of headers.entries()) {
      const field = remembered[foldName(header)]
      if (field === null) columns[column] = { field: null, found: 'remembered' }
      else if (field !== undefined) take(column, field, 'remembered')
    }
  for (const wanted of ['exact', 'alias', 'similar'] as const)
    for (const [column, header] of inPreference(headers)) {
      const match = header === '' ? null : columnMatch(kind, header)
      if (match?.found === wanted) take(column, match.field, wanted)
    }
  if (kind === 'actors')
    for (const [column] of headers.entries())
      if (columns[column]!.found === null) {
        const field = fieldByValues(rows, column, context, taken)
        if (field) take(column, field, 'values')
      }
  return columns
}

/** A column of kelurahan says more than one of kecamatan, and is taken first. */
function inPreference(headers: readonly string[]): [number, string][] {
  const isDistrict = (header: string) => /kec|district/i.test(header)
  return [...headers.entries()].sort(([, a], [, b]) => Number(isDistrict(a)) - Number(isDistrict(b)))
}

const TOLD_BY_VALUES = ['nib', 'sector', 'region', 'phone'] as const
const LOOKED_AT = 100

/** The field that nearly every value of a column can be read as. */
function fieldByValues(
  rows: readonly (readonly Cell[])[],
  column: number,
  context: CellContext,
  taken: ReadonlySet<FieldId>,
): FieldId | null {
  const cells = rows
    .map((row) => row[column] ?? null)
    .filter((cell) => !isBlank(cell))
    .slice(0, LOOKED_AT)
  if (cells.length < 3) return null
  for (const field of TOLD_BY_VALUES) {
    if (taken.has(field)) continue
    const read = cells.filter((cell) => readCell(field, cell, context).value !== null).length
    if (read >= cells.length * 0.8) return field
  }
  return null
}
