import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPatch, PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Status } from '#shared/contract/vocabulary.ts'
import { issue } from '../errors.ts'
import { setFrom, valueOn } from '../reference/dated.ts'
import { beforeStartIssue, isProposal } from './check-partnership.ts'
import { confirm } from './confirm-partnership.ts'

type Turn = Extract<PartnershipPatch, { mode: 'from' }>

/** usulan → (diperkenalkan) → aktif ⇄ jeda → berakhir, and from there aktif again; ditolak from a proposal. */
const NEXT: Record<Status, readonly Status[]> = {
  proposed: ['introduced', 'active', 'declined'],
  introduced: ['active', 'declined'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: ['active'],
  declined: [],
}

export function checkTurn(record: PartnershipRecord, { from, changes }: Turn): FieldIssue[] {
  const { status, endReason } = changes
  const issues: FieldIssue[] = []
  const last = record.statuses.at(-1)
  const present = valueOn(record.statuses, from)
  if (!last || !isProposal(last)) issues.push(...beforeStartIssue(record, 'from', from))
  if (last?.from && from < last.from) {
    const message = `It became ${last.value} on ${last.from}; a change before that is a correction.`
    issues.push(issue('from', 'before-last-status', message, { date: last.from, status: last.value }))
  } else if (present && !NEXT[present].includes(status)) {
    const message = `What is ${present} does not become ${status}.`
    issues.push(issue('changes.status', 'status-not-reachable', message, { from: present, to: status }))
  }
  if (endReason && status !== 'ended')
    issues.push(issue('changes.endReason', 'not-ended', 'A reason for ending needs the status "ended".'))
  return issues
}

export function turn(record: PartnershipRecord, { from, changes }: Turn): PartnershipRecord {
  const { status, endReason } = changes
  // What ended may begin again: that it had ended in between stays in its statuses.
  const turned = {
    ...record,
    statuses: setFrom(record.statuses, from, status),
    ...(status === 'active' && { endedOn: null, endReason: null }),
  }
  switch (status) {
    case 'ended':
      return { ...turned, endedOn: from, endReason: endReason ?? null }
    case 'active':
      // Somebody said on that day that it goes on: after a pause of a year it has not lapsed.
      return record.startedOn === null || record.startedOn > from
        ? { ...turned, startedOn: from }
        : confirm(turned, from)
    default:
      return turned
  }
}
