import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { DefinitionRule } from '#shared/contract/reference.ts'
import { boundOf, isThere, roleOn, sectorOn, standingOn } from './as-of.ts'
import { addDays, addMonths } from './calendar.ts'
import { standingCounts } from './derive-network.ts'

/** A pair that counts on a date: its two actors and the partnerships between them whose kind, intensity and evidence count. */
export interface CountingPair {
  actors: readonly [ActorRecord, ActorRecord]
  partnerships: readonly PartnershipRecord[]
}

/** Before every date there is. */
export const BEGINNING = '0000-01-01'

/** The run of days in which a pair counts. */
export interface TieRun {
  /** First day of the unbroken run up to the date; null where it always did. */
  since: string | null
  /** First day on which it ever counted, where that was before the run; else null. */
  first: string | null
}

/**
 * Since when a pair counts that counts on `on`. A tie that lapsed and was confirmed again runs from the new confirmation. What
 * may change on which day is listed first, then looked at backwards.
 */
export function tieRun(pair: CountingPair, rule: DefinitionRule, partitionId: string, on: string): TieRun {
  if (isPlain(pair, partitionId)) return { since: latestBeginning(pair, partitionId), first: null }
  const days = [BEGINNING, ...daysOfChange(pair, rule, partitionId)].filter((day) => day <= on).sort()
  const counts = days.map((day) => countsOn(pair, rule, partitionId, day))
  const start = counts.lastIndexOf(false) + 1
  const first = counts.indexOf(true)
  const day = (i: number) => (i === 0 ? null : (days[i] ?? null))
  return { since: day(start), first: first < start && first >= 0 ? days[first]! : null }
}

/** Nothing ever changed: as nearly always in an imported network of thousands. Then the tie runs since all of it was so. */
function isPlain({ actors, partnerships }: CountingPair, partitionId: string): boolean {
  return (
    partnerships.length === 1 &&
    partnerships.every(
      ({ statuses, confirmations }) => statuses.length === 1 && confirmations.length === 0,
    ) &&
    actors.every(
      (actor) =>
        actor.presence.length <= 1 &&
        actor.roles.length <= 1 &&
        (actor.sectors[partitionId]?.length ?? 0) <= 1,
    )
  )
}

function latestBeginning({ actors, partnerships }: CountingPair, partitionId: string): string | null {
  const partnership = partnerships[0]!
  const status = partnership.statuses[0]!
  const beginnings = [
    boundOf(partnership, status),
    status.from,
    ...actors.flatMap((actor) => [
      actor.presence[0]?.from ?? null,
      actor.roles[0]?.from ?? null,
      actor.sectors[partitionId]?.[0]?.from ?? null,
    ]),
  ]
  let latest: string | null = null
  for (const day of beginnings) if (day !== null && (latest === null || day > latest)) latest = day
  return latest
}

function daysOfChange({ actors, partnerships }: CountingPair, rule: DefinitionRule, partitionId: string) {
  const days = new Set<string>()
  const add = (day: string | null) => {
    if (day !== null) days.add(day)
  }
  for (const actor of actors)
    for (const rows of [actor.presence, actor.roles, actor.sectors[partitionId] ?? []])
      for (const { from } of rows) add(from)
  for (const partnership of partnerships) {
    const { startedOn, endedOn, recordedOn, confirmations, statuses } = partnership
    for (const day of [startedOn, endedOn, recordedOn]) add(day)
    for (const { from } of statuses) add(from)
    for (const day of [startedOn ?? recordedOn, ...confirmations]) {
      add(day)
      if (day !== null && rule.expiryMonths !== null) add(addDays(addMonths(day, rule.expiryMonths), 1))
    }
  }
  return days
}

function countsOn(pair: CountingPair, rule: DefinitionRule, partitionId: string, day: string): boolean {
  return (
    pair.actors.every((actor) => mayTieOn(actor, rule, partitionId, day)) &&
    pair.partnerships.some((partnership) =>
      standingCounts(rule, standingOn(partnership, day, rule.expiryMonths)),
    )
  )
}

export function mayTieOn(
  actor: ActorRecord,
  rule: DefinitionRule,
  partitionId: string,
  day: string,
): boolean {
  if (!isThere(actor, day) || (rule.inCityOnly && !actor.inCity)) return false
  const role = roleOn(actor, day)
  if (rule.roles !== null && (role === null || !rule.roles.includes(role))) return false
  return !rule.sectorRequired || sectorOn(actor, partitionId, day) !== null
}
