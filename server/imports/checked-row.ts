import type { FieldId } from '#shared/contract/import-fields.ts'
import type { CellReading } from './cells/cell-reading.ts'

/** What a row says, field by field, as codes, ISO dates, ids and text; nothing where a cell is empty or wrong. */
export type Values = Partial<Record<FieldId, string>>

export interface Problem {
  field: FieldId
  code: NonNullable<CellReading['issue']>['code']
  params?: Record<string, string | number>
  choices?: { value: string; label: string }[]
}

export interface CheckedRow {
  /** As the spreadsheet numbers it. */
  row: number
  values: Values
  problems: Problem[]
}
