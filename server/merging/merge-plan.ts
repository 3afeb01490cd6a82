import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord } from '#shared/contract/events.ts'
import type { MergePreview, MergeRequest } from '#shared/contract/merging.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { invalidInput, issue } from '../errors.ts'
import { affiliationStore } from '../events/affiliation-store.ts'
import { repointPartnership } from '../partnerships/repoint-partnership.ts'
import { valueOn } from '../reference/dated.ts'

/** The two actors, everything that names the absorbed one, and what of the kept one may be the same. */
export interface MergeInput {
  kept: ActorRecord
  absorbed: ActorRecord
  partnerships: readonly PartnershipRecord[]
  keptPartnerships: readonly PartnershipRecord[]
  affiliations: readonly AffiliationRecord[]
  keptAffiliations: readonly AffiliationRecord[]
}

export interface PartnershipMove {
  before: PartnershipRecord
  /** As it would read; null where it would be between the kept actor and itself. */
  after: PartnershipRecord | null
  outcome: MergePreview['partnerships'][number]['outcome']
  /** The record that it would say again. */
  like: PartnershipRecord | null
  proposed: 'move' | 'withdraw'
}

/** What becomes of each partnership of the absorbed actor. */
export function planPartnerships({
  kept,
  absorbed,
  partnerships,
  keptPartnerships,
}: MergeInput): PartnershipMove[] {
  const there = keptPartnerships.filter((record) => !record.parties.includes(absorbed.id))
  return partnerships.map((before): PartnershipMove => {
    const after = repointPartnership(before, absorbed.id, kept.id)
    if (after.parties.length < 2)
      return { before, after: null, outcome: 'self', like: null, proposed: 'withdraw' }
    const like = there.find((record) => saysTheSame(record, after)) ?? null
    there.push(after)
    const outcome = like ? 'duplicate' : before.parties.includes(kept.id) ? 'shrinks' : 'moves'
    return { before, after, outcome, like, proposed: like && covers(like, after) ? 'withdraw' : 'move' }
  })
}

/** The same parties working together in the same way at a time when the other does. */
function saysTheSame(a: PartnershipRecord, b: PartnershipRecord): boolean {
  return (
    a.kind === b.kind &&
    a.parties.length === b.parties.length &&
    a.parties.every((party) => b.parties.includes(party)) &&
    isProposal(a) === isProposal(b) &&
    (a.endedOn === null || b.startedOn === null || a.endedOn > b.startedOn) &&
    (b.endedOn === null || a.startedOn === null || b.endedOn > a.startedOn)
  )
}

const isProposal = (record: PartnershipRecord) =>
  ['proposed', 'introduced', 'declined'].includes(valueOn(record.statuses, 'all') ?? '')

/** Whether nothing would be lost of one beside the other: it began no later, ended no sooner, and is proved no worse. */
const covers = (a: PartnershipRecord, b: PartnershipRecord) =>
  (a.startedOn === null || (b.startedOn !== null && a.startedOn <= b.startedOn)) &&
  (a.endedOn === null || (b.endedOn !== null && a.endedOn >= b.endedOn)) &&
  a.evidence <= b.evidence &&
  a.intensity >= b.intensity &&
  (a.confirmations.at(-1) ?? '') >= (b.confirmations.at(-1) ?? '')

export interface AffiliationMoves {
  changed: AffiliationRecord[]
  withdrawn: string[]
  moved: number
  united: number
}

/** Memberships and attendance under the name of the kept actor; what it has already takes up what the other adds. */
export function planAffiliations({
  kept,
  absorbed,
  affiliations,
  keptAffiliations,
}: MergeInput): AffiliationMoves {
  const there = new Map(keptAffiliations.map((record) => [record.id, record]))
  const plan: AffiliationMoves = { changed: [], withdrawn: [], moved: 0, united: 0 }
  for (const before of affiliations) {
    const after = affiliationStore.repoint(before, absorbed.id, kept.id)
    const isOwn = after.target.type === 'forum' && after.target.id === after.actorId
    const like = isOwn ? undefined : [...there.values()].find((record) => isSamePlace(record, after))
    if (isOwn || like) plan.withdrawn.push(before.id)
    if (like) {
      plan.united++
      there.set(like.id, unitedAffiliation(like, after))
    } else if (!isOwn) {
      plan.moved++
      plan.changed.push(after)
    }
  }
  const before = new Map(keptAffiliations.map((record) => [record.id, record]))
  plan.changed.push(...[...there.values()].filter((record) => before.get(record.id) !== record))
  return plan
}

const isSamePlace = (a: AffiliationRecord, b: AffiliationRecord) =>
  a.actorId === b.actorId &&
  a.target.type === b.target.type &&
  a.target.id === b.target.id &&
  a.role === b.role &&
  a.from === b.from &&
  a.to === b.to

const unitedAffiliation = (a: AffiliationRecord, b: AffiliationRecord): AffiliationRecord => ({
  ...a,
  invited: a.invited || b.invited,
  registered: a.registered || b.registered,
  attended: a.attended || b.attended,
})

/**
 * The record that stays of those that say the same as one that goes, by way of others that go; null where it says the same as none.
 * Throws `invalid-input` where all of them go: what they say would be lost.
 */
export function survivorOf(
  { before, like }: PartnershipMove,
  withdrawn: ReadonlyMap<string, PartnershipMove>,
): string | null {
  if (!like) return null
  // each is like one that was planned before it, so that this comes to an end
  for (let at: PartnershipRecord | null = like; at; at = withdrawn.get(at.id)?.like ?? null)
    if (!withdrawn.has(at.id)) return at.id
  throw invalidInput(
    issue(`partnerships.${before.id}`, 'none-stays', `Nothing that says the same as "${before.id}" stays.`, {
      value: before.id,
    }),
  )
}

/** What the person decided, else what was proposed; a partnership of one cannot be kept. */
export const isWithdrawn = (move: PartnershipMove, request: Pick<MergeRequest, 'partnerships'>): boolean =>
  move.after === null || (request.partnerships[move.before.id] ?? move.proposed) === 'withdraw'
