import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipPatch, PartnershipRecord } from '#shared/contract/partnerships.ts'
import { issue } from '../errors.ts'
import { rowOn } from '../reference/dated.ts'
import { dateIssue, type WriteContext } from '../reference/write-context.ts'
import { checkArcs, checkKind, isProposal, startMissing } from './check-partnership.ts'

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
    issues.push(...checkArcs(context, next.kind, next.parties, next.arcs, 'changes.arcs'))
  return [...issues, ...checkDates(context, next, changes), ...checkWork(record, changes)]
}

function checkDates(context: WriteContext, next: PartnershipRecord, changes: Correction): FieldIssue[] {
  const issues = [
    ...dateIssue(context, 'changes.startedOn', changes.startedOn),
    ...dateIssue(context, 'changes.endedOn', changes.endedOn),
  ]
  const { startedOn, endedOn } = next
  if (startedOn && endedOn && startedOn > endedOn) {
    const path = changes.startedOn === undefined ? 'changes.endedOn' : 'changes.startedOn'
    const message = `The start, ${startedOn}, is after the end, ${endedOn}.`
    issues.push(issue(path, 'start-after-end', message, { start: startedOn, end: endedOn }))
  }
  if (changes.startedOn && issues.length === 0) issues.push(...checkStart(next, changes.startedOn))
  if (changes.endReason && !endedOn)
    issues.push(issue('changes.endReason', 'not-ended', 'A reason for ending needs an end.'))
  return issues
}

/** What became of the work lies after its start. */
function checkStart({ statuses }: PartnershipRecord, startedOn: string): FieldIssue[] {
  const before = statuses.find((row) => !isProposal(row) && row.from && row.from < startedOn)
  if (!before?.from) return []
  const { from: date, value: status } = before
  const message = `It became ${status} on ${date}, before that.`
  return [issue('changes.startedOn', 'start-after-status', message, { date, status })]
}

/** Work has a start, and only work ends. */
function checkWork({ statuses, startedOn }: PartnershipRecord, changes: Correction): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (changes.startedOn === null && startedOn !== null && statuses.some((row) => !isProposal(row)))
    issues.push(startMissing('changes.startedOn'))
  const last = rowOn(statuses, 'all')
  if (changes.endedOn && last && isProposal(last)) {
    const message = `What is ${last.value} does not become ended.`
    issues.push(issue('changes.endedOn', 'status-not-reachable', message, { from: last.value, to: 'ended' }))
  }
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
  return { ...next, statuses: onePerDay(next.statuses) }
}

/** The work begins with the start, whatever was proposed by then; a proposal holds from the day it was recorded. */
function startAt(record: PartnershipRecord, startedOn: string | null, today: string): PartnershipRecord {
  const { statuses } = withBeginning(record)
  const at = statuses.findIndex((row) => row.value === 'active' && row.from === record.startedOn)
  const proposed = statuses.slice(0, Math.max(at, 0))
  return {
    ...record,
    startedOn,
    recordedOn: startedOn === null ? (record.recordedOn ?? today) : null,
    statuses:
      at < 0
        ? statuses
        : [
            ...proposed.filter((row) => row.from === null || startedOn === null || row.from < startedOn),
            { from: startedOn, value: 'active' },
            ...statuses.slice(at + 1),
          ],
  }
}

/** It ended on that date, or, with null, never did. */
function endAt(record: PartnershipRecord, endedOn: string | null): PartnershipRecord {
  const statuses = withBeginning(record).statuses.filter((row) => row.value !== 'ended')
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

/**
 * What was paused or ended was going on before. Where that happened on the very day on which it began, its row has taken the place
 * of the row of the beginning, which is put back here, so that another start or end finds it.
 */
function withBeginning(record: PartnershipRecord): PartnershipRecord {
  const { statuses, startedOn } = record
  const at = statuses.findIndex((row) => !isProposal(row))
  const first = statuses[at]
  if (!first || first.value === 'active') return record
  const from = at === 0 ? startedOn : first.from
  return { ...record, statuses: statuses.toSpliced(at, 0, { from, value: 'active' }) }
}

/** One status a day: of two that begin on one the later counts. */
const onePerDay = (statuses: PartnershipRecord['statuses']) =>
  statuses.filter((row, i) => row.from !== statuses[i + 1]?.from)
