import type { ImportDecisions, ImportMatch } from '#shared/contract/imports.ts'

type DecidedAs = NonNullable<ImportDecisions['as']>
export type MatchedBy = ImportMatch['by']

/** As the contract has them; written again because its validators stay with the server. */
export const DECISIONS = ['same', 'new', 'skip'] as const satisfies readonly DecidedAs[]
export const MATCHED_BY = [
  'id',
  'nib',
  'phone',
  'name-region',
  'name',
  'same-record',
] as const satisfies readonly MatchedBy[]
