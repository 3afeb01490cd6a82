import type { FieldMove } from '#client/ui/three-way.ts'
import type { PartnershipPatch, PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { PartnershipDraft } from './partnership-draft.ts'
import { toNewPartnership } from './partnership-draft.ts'

/** What of an entry can differ from a record between the same parties. */
export interface Comparable {
  kind: string
  arcs: [string, string][]
  intensity: number
  evidence: string
  startedOn: string | null
  evidenceUrl: string | null
  note: string | null
}
export type ComparableField = keyof Comparable

const inOrder = (arcs: readonly [string, string][]) =>
  [...arcs].sort((a, b) => (a.join() < b.join() ? -1 : 1)) as [string, string][]

export const comparableRecord = (record: PartnershipRecord): Comparable => ({
  kind: record.kind,
  arcs: inOrder(record.arcs),
  intensity: record.intensity,
  evidence: record.evidence,
  startedOn: record.startedOn,
  evidenceUrl: record.evidenceUrl,
  note: record.note,
})

/** The entry as the record would be. Parties that are new have no id yet: a direction that names one is not compared. */
export function comparableDraft(draft: PartnershipDraft, record: PartnershipRecord): Comparable {
  const sentence = toNewPartnership(draft)
  const ids = draft.parties.map((party) => (party.type === 'known' ? party.actorId : null))
  const arcs = (sentence.arcs ?? []).map(([from, to]) => [ids[from], ids[to]])
  const known = arcs.every(
    ([from, to]) => from && to && [from, to].every((id) => record.parties.includes(id)),
  )
  return {
    kind: sentence.kind,
    arcs: inOrder(known ? (arcs as [string, string][]) : record.arcs),
    intensity: draft.intensity,
    evidence: draft.evidence,
    startedOn: sentence.startedOn,
    evidenceUrl: sentence.evidenceUrl ?? null,
    note: sentence.note ?? null,
  }
}

const FIELDS: readonly ComparableField[] = [
  'kind',
  'arcs',
  'intensity',
  'evidence',
  'startedOn',
  'evidenceUrl',
  'note',
]

/** Field by field, what the entry says otherwise than the record. Nothing was common to both, so each is a choice. */
export function conflictOf(mine: Comparable, theirs: Comparable): FieldMove<ComparableField>[] {
  return FIELDS.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field])).map(
    (field) => ({ field, base: null, mine: mine[field], theirs: theirs[field], clash: true }),
  )
}

type Correction = Extract<PartnershipPatch, { mode: 'correct' }>['changes']

/** The correction of the record that follows from what was chosen. */
export const correctionFrom = (
  theirs: Comparable,
  chosen: Partial<Record<ComparableField, unknown>>,
): Correction =>
  Object.fromEntries(
    FIELDS.filter(
      (field) => field in chosen && JSON.stringify(chosen[field]) !== JSON.stringify(theirs[field]),
    ).map((field) => [field, chosen[field]]),
  )
