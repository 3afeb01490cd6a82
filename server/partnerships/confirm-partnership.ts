import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { issue } from '../errors.ts'
import { valueOn } from '../reference/dated.ts'
import { beforeStartIssue } from './check-partnership.ts'

/** Only what is going on can be confirmed. */
export function checkConfirmation(record: PartnershipRecord, on: string): FieldIssue[] {
  const issues = beforeStartIssue(record, 'on', on)
  const status = valueOn(record.statuses, on)
  const isOver = record.endedOn !== null && record.endedOn <= on
  if (issues.length === 0 && (status !== 'active' || isOver))
    issues.push(
      issue('on', 'not-active', `It was ${isOver ? 'ended' : (status ?? 'not recorded')} on ${on}.`, {
        date: on,
        status: isOver ? 'ended' : (status ?? 'none'),
      }),
    )
  return issues
}

/** Adds the date to the dated confirmations; the same date twice is one. */
export const confirm = (record: PartnershipRecord, on: string): PartnershipRecord => ({
  ...record,
  confirmations: [...new Set([...record.confirmations, on])].sort(),
})
