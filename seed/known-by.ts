import type { ActorRecord } from '#shared/contract/actors.ts'
import type { AffiliationRecord } from '#shared/contract/events.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'

/** Records as the register would have held them at the end of a day: facts of later days are not yet in them. */

const begun =
  (day: string) =>
  ({ from }: { from: string | null }) =>
    from === null || from <= day

/** Null before the actor is registered. */
export function actorKnownBy(actor: ActorRecord, day: string): ActorRecord | null {
  const presence = actor.presence.filter(begun(day))
  if (presence.length === 0) return null
  const sectors = Object.entries(actor.sectors).map(([partition, rows]) => [
    partition,
    rows.filter(begun(day)),
  ])
  return {
    ...actor,
    presence,
    roles: actor.roles.filter(begun(day)),
    regions: actor.regions.filter(begun(day)),
    census: actor.census.filter(begun(day)),
    sectors: Object.fromEntries(sectors),
  }
}

/** Null before the partnership began or was proposed. */
export function partnershipKnownBy(partnership: PartnershipRecord, day: string): PartnershipRecord | null {
  const first = partnership.startedOn ?? partnership.recordedOn
  if (first === null || first > day) return null
  const ended = partnership.endedOn !== null && partnership.endedOn <= day
  return {
    ...partnership,
    endedOn: ended ? partnership.endedOn : null,
    endReason: ended ? partnership.endReason : null,
    statuses: partnership.statuses.filter(begun(day)),
    confirmations: partnership.confirmations.filter((date) => date <= day),
  }
}

/** Null before the affiliation began. */
export function affiliationKnownBy(affiliation: AffiliationRecord, day: string): AffiliationRecord | null {
  if (!begun(day)(affiliation)) return null
  return { ...affiliation, to: affiliation.to !== null && affiliation.to <= day ? affiliation.to : null }
}
