import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPatch, PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Status } from '#shared/contract/vocabulary.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { invalidInput } from '../errors.ts'
import { dateIssue, type WriteContext } from '../reference/write-context.ts'
import { checkConfirmation, confirm } from './confirm-partnership.ts'
import { checkCorrection, correct } from './correct-partnership.ts'
import { partnershipStore } from './partnership-store.ts'
import { checkTurn, turn } from './turn-partnership.ts'

const TURN_ACTIONS: Record<Status, string> = {
  proposed: 'change-partnership',
  introduced: 'introduce-partnership',
  active: 'resume-partnership',
  paused: 'pause-partnership',
  ended: 'end-partnership',
  declined: 'decline-partnership',
}

/** What a person did to a partnership, as the code of the changeset. */
export function partnershipAction(patch: PartnershipPatch): string {
  if (patch.mode === 'correct') return 'correct-partnership'
  return patch.mode === 'confirm' ? 'confirm-partnership' : TURN_ACTIONS[patch.changes.status]
}

/**
 * Changes a partnership in the changeset: `correct` what always was so, say what its status became `from` a date, or
 * `confirm` that it goes on. With `expected`, throws `stale` when the record is no longer at that revision.
 */
export async function changePartnership(
  tx: ChangesetTx,
  context: WriteContext,
  id: string,
  patch: PartnershipPatch,
  expected?: number,
): Promise<PartnershipRecord> {
  const { record } = await (expected === undefined
    ? tx.get(partnershipStore, id)
    : tx.expect(partnershipStore, id, expected))
  const issues = checkPatch(context, record, patch)
  if (issues.length > 0) throw invalidInput(...issues)
  const changed = applyPatch(context, record, patch)
  await tx.put(partnershipStore, changed)
  return changed
}

/** What is in the way of a change of this record. */
export function checkPatch(
  context: WriteContext,
  record: PartnershipRecord,
  patch: PartnershipPatch,
): FieldIssue[] {
  switch (patch.mode) {
    case 'correct':
      return checkCorrection(context, record, patch.changes)
    case 'from':
      return [...dateIssue(context, 'from', patch.from), ...checkTurn(record, patch)]
    case 'confirm':
      return [...dateIssue(context, 'on', patch.on), ...checkConfirmation(record, patch.on)]
  }
}

export function applyPatch(
  context: WriteContext,
  record: PartnershipRecord,
  patch: PartnershipPatch,
): PartnershipRecord {
  switch (patch.mode) {
    case 'correct':
      return correct(context, record, patch.changes)
    case 'from':
      return turn(record, patch)
    case 'confirm':
      return confirm(record, patch.on)
  }
}
