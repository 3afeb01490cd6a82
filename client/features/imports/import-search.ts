import type { RowsShown } from '#client/api/imports.ts'
import { choiceParam, pageParam, withoutGaps } from '#client/ui/search-params.ts'
import { CELL_ISSUES, type CellIssueCode, FIELD_IDS, type FieldId } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'

export const STEPS = ['file', 'columns', 'rows', 'duplicates', 'trial', 'save'] as const
export type Step = (typeof STEPS)[number]

const ROWS_SHOWN = ['all', 'problems', 'duplicates', 'open', 'skipped'] as const satisfies RowsShown[]

/** What the address of an import holds: the step, and which rows it shows. */
export interface ImportSearch {
  step?: Step
  show?: RowsShown
  field?: FieldId
  code?: CellIssueCode
  page?: number
}

export const readImportSearch = (raw: Record<string, unknown>): ImportSearch =>
  withoutGaps<ImportSearch>({
    step: choiceParam(STEPS, raw['step']),
    show: choiceParam(ROWS_SHOWN, raw['show']),
    field: choiceParam(FIELD_IDS, raw['field']),
    code: choiceParam(CELL_ISSUES, raw['code']),
    page: pageParam(raw['page']),
  })

/** Whether a field that the sheet needs is said by nothing yet, or nobody knows what the sheet is. */
export const lacksColumns = ({ kind, headerRow, missing }: Import): boolean =>
  kind === null || headerRow === null || missing.length > 0

/** Where an import stands: the first step with something left to do. */
export function stepOf(one: Import): Step {
  if (one.state === 'rejected' || one.state === 'reading') return 'file'
  if (one.state !== 'draft') return 'save'
  if (lacksColumns(one)) return 'columns'
  if (one.problems > 0) return 'rows'
  if (one.open > 0) return 'duplicates'
  return isTried(one) ? 'save' : 'trial'
}

/** Whether the last trial was of the import as it is now. */
export const isTried = ({ dryRun, version }: Import): boolean => dryRun !== null && dryRun.version === version

/** Whether nothing is left to do at a step. */
export function isDone(one: Import, step: Step): boolean {
  switch (step) {
    case 'file':
      return one.state !== 'reading' && one.state !== 'rejected' && one.kind !== null
    case 'columns':
      return !lacksColumns(one)
    case 'rows':
      return !lacksColumns(one) && one.problems === 0
    case 'duplicates':
      return !lacksColumns(one) && one.open === 0
    case 'trial':
      return one.state !== 'draft' || isTried(one)
    case 'save':
      return one.state === 'committed'
  }
}

/** Whether the last trial found nothing to write. */
export const changesNothing = ({ dryRun }: Import): boolean =>
  dryRun !== null && dryRun.tally.new + dryRun.tally.changed === 0
