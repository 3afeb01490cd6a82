import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPatch, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { issue } from '../errors.ts'
import { dateIssue, type WriteContext } from '../reference/write-context.ts'
import { checkArcs, checkKind } from './check-partnership.ts'

type Correction = Extract<PartnershipPatch, { mode: 'correct' }>['changes']

/** The record as corrected, checked as a whole: a new kind may need arcs, a new start may lie after the end. */
export function checkCorrection(
  context: WriteContext,
  record: PartnershipRecord,
  changes: Correction,
): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (Object.values(changes).every((value) => value === undefined))
    issues.push(issue('changes', 'empty', 'Say what to change.'))
  const next = correct(context, record, changes)
  if (next.kind !== record.kind) issues.push(...checkKind(context, 'changes.kind', next.kind))
  if (changes.kind !== undefined || changes.arcs !== undefined)
    issues.push(...checkArcs(context.kinds.get(next.kind), next.parties, next.arcs, 'changes.arcs'))
  return [...issues, ...checkDates(context, next, changes)]
}

function checkDates(context: WriteContext, next: PartnershipRecord, changes: Correction): FieldIssue[] {
  const issues = [
    ...dateIssue(context, 'changes.startedOn', changes.startedOn),
    ...dateIssue(context, 'changes.endedOn', changes.endedOn),
  ]
  if (next.startedOn && next.endedOn && next.startedOn > next.endedOn) {
    const path = changes.startedOn === undefined ? 'changes.endedOn' : 'changes.startedOn'
    issues.push(
      issue(path, 'start-after-end', `The start, ${next.startedOn}, is after the end, ${next.endedOn}.`, {
        start: next.startedOn,
        end: next.endedOn,
      }),
    )
  }
  const [, ...later] = next.statuses
  const before = later.find((row) => changes.startedOn && row.from && row.from < changes.startedOn)
  if (before && issues.length === 0)
    issues.push(
      issue(
        'changes.startedOn',
        'start-after-status',
        `It became ${before.value} on ${before.from}, before that.`,
        {
          date: before.from!,
          status: before.value,
        },
      ),
    )
  if (changes.endReason && !next.endedOn)
    issues.push(issue('changes.endReason', 'not-ended', 'A reason for ending needs an end.'))
  return issues
}

export function correct(
  { kinds, today }: WriteContext,
  record: PartnershipRecord,
  changes: Correction,
): PartnershipRecord {
  const { startedOn, endedOn, endReason, ...attributes } = changes
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
  let next: PartnershipRecord = { ...record, ...given }
  // A kind without a direction has no use for the arcs of the old one.
  const isDirected = kinds.get(next.kind)?.directed ?? false
  if (
    changes.kind !== undefined &&
    changes.arcs === undefined &&
    !isDirected &&
    kinds.get(record.kind)?.directed
  )
    next.arcs = []
  if (startedOn !== undefined) next = startAt(next, startedOn, today)
  if (endedOn !== undefined) next = endAt(next, endedOn)
  if (endReason !== undefined) next = { ...next, endReason }
  return next
}

/** The first status holds from the start; a proposal's from the day it was recorded, whatever the start. */
function startAt(record: PartnershipRecord, startedOn: string | null, today: string): PartnershipRecord {
  const [first, ...later] = record.statuses
  const follows = first?.value === 'active' && first.from === record.startedOn
  return {
    ...record,
    startedOn,
    recordedOn: startedOn === null ? (record.recordedOn ?? today) : null,
    statuses: first && follows ? [{ from: startedOn, value: first.value }, ...later] : record.statuses,
  }
}

/** It ended on that date, or, with null, never did. */
function endAt(record: PartnershipRecord, endedOn: string | null): PartnershipRecord {
  const statuses = record.statuses.filter((row) => row.value !== 'ended')
  if (endedOn === null) return { ...record, endedOn, endReason: null, statuses }
  return {
    ...record,
    endedOn,
    statuses: [
      ...statuses.filter((row) => row.from === null || row.from < endedOn),
      { from: endedOn, value: 'ended' },
    ],
  }
}
