import type { FieldIssue } from '#shared/contract/errors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { Status } from '#shared/contract/vocabulary.ts'
import { applyPatch, checkPatch } from '../../partnerships/change-partnership.ts'
import type { WriteContext } from '../../reference/write-context.ts'
import type { Values } from '../checked-row.ts'

const partiesOf = (values: Values): string[] => [
  values.partyA!,
  values.partyB!,
  ...(values.otherParties?.split('; ') ?? []),
]

function arcsOf(direction: string | undefined, parties: readonly string[]): [string, string][] {
  if (direction === undefined) return []
  return direction.split('; ').map((arc) => {
    const [from, to] = arc.split('>').map((place) => parties[Number(place) - 1]!)
    return [from!, to!]
  })
}

/** What a form takes for granted where nothing is said. */
const [USUAL_INTENSITY, USUAL_EVIDENCE] = [2, 'C'] as const

/** A new record of working together, as the row says it. */
export function newPartnership({ today }: WriteContext, id: string, values: Values): PartnershipRecord {
  const parties = partiesOf(values)
  const status = (values.endedOn !== undefined ? 'ended' : (values.status ?? 'active')) as Status
  const startedOn = values.startedOn ?? null
  return {
    id,
    kind: values.kind!,
    intensity: values.intensity === undefined ? USUAL_INTENSITY : Number(values.intensity),
    evidence: (values.evidence ?? USUAL_EVIDENCE) as PartnershipRecord['evidence'],
    evidenceUrl: values.evidenceUrl ?? null,
    note: values.note ?? null,
    parties,
    arcs: arcsOf(values.direction, parties),
    startedOn,
    endedOn: values.endedOn ?? null,
    endReason: (values.endReason ?? null) as PartnershipRecord['endReason'],
    statuses: statusesOf(status, values, today),
    confirmations:
      values.confirmedOn !== undefined && values.confirmedOn !== startedOn && status !== 'ended'
        ? [values.confirmedOn]
        : [],
    weight: null,
    projects: [],
    recordedOn: startedOn === null ? today : null,
  }
}

function statusesOf(status: Status, values: Values, today: string): PartnershipRecord['statuses'] {
  const from = values.startedOn ?? today
  if (status === 'ended') {
    const ended = { from: values.endedOn!, value: 'ended' as const }
    return values.endedOn === from ? [ended] : [{ from, value: 'active' }, ended]
  }
  if (status !== 'paused') return [{ from, value: status }]
  // Nobody says since when it rests: since somebody last looked.
  const since = values.confirmedOn ?? today
  return since === from
    ? [{ from, value: 'paused' }]
    : [
        { from, value: 'active' },
        { from: since, value: 'paused' },
      ]
}

/** The record as the row says it, by the rules of a change on the page; or what is in the way. */
export function applyPartnership(
  context: WriteContext,
  record: PartnershipRecord,
  values: Values,
): { changed: PartnershipRecord; issues: FieldIssue[] } {
  let changed = record
  const issues: FieldIssue[] = []
  const patch = (asked: Parameters<typeof applyPatch>[2]) => {
    const found = checkPatch(context, changed, asked)
    if (found.length > 0) issues.push(...found)
    else changed = applyPatch(context, changed, asked)
  }
  const corrections = correctionsOf(record, values)
  if (Object.keys(corrections).length > 0) patch({ mode: 'correct', changes: corrections })
  if (values.status !== undefined && values.status !== 'ended')
    patch({
      mode: 'from',
      from: values.confirmedOn ?? context.today,
      changes: { status: values.status as Status },
    })
  if (
    values.confirmedOn !== undefined &&
    !changed.confirmations.includes(values.confirmedOn) &&
    changed.endedOn === null
  )
    patch({ mode: 'confirm', on: values.confirmedOn })
  return { changed, issues }
}

function correctionsOf(record: PartnershipRecord, values: Values) {
  const changes = {
    kind: values.kind,
    intensity: values.intensity === undefined ? undefined : Number(values.intensity),
    evidence: values.evidence as PartnershipRecord['evidence'] | undefined,
    evidenceUrl: values.evidenceUrl,
    note: values.note,
    startedOn: values.startedOn,
    endedOn: values.endedOn,
    endReason: values.endReason as PartnershipRecord['endReason'] | undefined,
    arcs: values.direction === undefined ? undefined : arcsOf(values.direction, record.parties),
  }
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as typeof changes
}
