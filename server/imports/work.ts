import type { FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type { DECISIONS, Import } from '#shared/contract/imports.ts'
import type { MappedColumn } from './recognising/map-columns.ts'

export interface StoredDecision {
  as: (typeof DECISIONS)[number]
  id: string | null
  row: number | null
  keep: FieldId[]
}

/** What people did to an import, and what was recognised for them to begin with. */
export interface Work {
  sheet: number
  kind: SheetKind | null
  headerRow: number | null
  headerRows: number
  columns: MappedColumn[]
  constants: Partial<Record<FieldId, string>>
  /** What was written in place of what the file says: by field, by row. */
  texts: Partial<Record<FieldId, Record<number, string>>>
  skipped: number[]
  decisions: Record<number, StoredDecision>
}

/** What was worked out from it, as the page shows it. */
export type Detail = Pick<
  Import,
  | 'encoding'
  | 'delimiter'
  | 'sheets'
  | 'sheet'
  | 'headerRow'
  | 'headerRows'
  | 'columns'
  | 'head'
  | 'constants'
  | 'missing'
  | 'ignored'
  | 'issues'
  | 'duplicates'
  | 'matches'
  | 'skipped'
>

/** As it is kept and answered: text, which goes from thread to thread faster than what it stands for. */
export interface WorkState {
  work: string
  detail: string
  kind: SheetKind | null
  headers: string[]
  columns: MappedColumn[]
  counts: { rows: number; problems: number; open: number }
}
