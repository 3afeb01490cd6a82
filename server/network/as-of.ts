import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { CensusStatus, On, Standing, Status } from '#shared/contract/vocabulary.ts'
import { type Dated, hasBegun, rowOn, valueOn } from '../reference/dated.ts'
import { addMonths } from './calendar.ts'

/**
 * What was true on a date (valid time). `all` ignores dates: the last value of everything, and every tie that ever was.
 */

/** Registered by then and not gone by then. Without any row: always there. */
export function isThere(actor: ActorRecord, on: On): boolean {
  if (actor.presence.length === 0 || on === 'all') return true
  return valueOn(actor.presence, on) === 'present'
}

export function roleOn(actor: ActorRecord, on: On): string | null {
  return valueOn(actor.roles, on) ?? null
}

export function sectorOn(actor: ActorRecord, partitionId: string, on: On): string | null {
  return valueOn(actor.sectors[partitionId] ?? [], on) ?? null
}

export function regionOn(actor: ActorRecord, on: On): string | null {
  return valueOn(actor.regions, on) ?? null
}

export function censusOn(actor: ActorRecord, on: On): CensusStatus {
  return valueOn(actor.census, on) ?? 'none'
}

/** Date of the last survey or verification by then; null where there was none or its date is not known. */
export function lastVerifiedOn(actor: ActorRecord, on: On): string | null {
  let last: string | null = null
  for (const { from, value } of actor.census)
    if (from !== null && value !== 'none' && hasBegun(from, on) && (last === null || from > last)) last = from
  return last
}

/** First day in the register, and the day it left if it has left by then; null = not known, or not. */
export function registeredOn(actor: ActorRecord): string | null {
  const first = actor.presence.find((row) => row.value === 'present')
  return first?.from ?? null
}

export function leftOn(actor: ActorRecord, on: On): string | null {
  const row = rowOn(actor.presence, on)
  return row?.value === 'left' ? row.from : null
}

/** Latest confirmation on or before the date; the start counts as the first, else the day of recording. */
export function lastConfirmedOn(partnership: PartnershipRecord, on: On): string | null {
  let last = partnership.startedOn ?? partnership.recordedOn
  if (last !== null && !hasBegun(last, on)) last = null
  for (const date of partnership.confirmations)
    if (hasBegun(date, on) && (last === null || date > last)) last = date
  return last
}

/** Last day on which a partnership counts without a new confirmation; null = it does not lapse. */
export function expiresOn(
  partnership: PartnershipRecord,
  on: On,
  expiryMonths: number | null,
): string | null {
  const last = lastConfirmedOn(partnership, on)
  return expiryMonths === null || last === null ? null : addMonths(last, expiryMonths)
}

/**
 * The day before which a status did not hold yet, whatever its row says; null = its row alone says it. A proposal was one since
 * it was recorded, also after it became work: the start is of the work, not of the proposal.
 */
export function boundOf({ startedOn, recordedOn }: PartnershipRecord, status: Dated<Status>): string | null {
  switch (status.value) {
    case 'proposed':
    case 'introduced':
    case 'declined':
      return status.from === null ? (recordedOn ?? startedOn) : recordedOn
    case 'active':
      return startedOn
    default:
      return startedOn ?? recordedOn
  }
}

/**
 * How a partnership stands on a date. Without a start it always was (a proposal: since it was recorded); without any known date
 * it never lapses. A later confirmation reopens it from its own day only, because only those up to the date are looked at.
 */
export function standingOn(partnership: PartnershipRecord, on: On, expiryMonths: number | null): Standing {
  if (on === 'all') return everStood(partnership)
  const row = rowOn(partnership.statuses, on)
  if (row === undefined) return 'future'
  const { value: status } = row
  const bound = boundOf(partnership, row)
  if (bound !== null && bound > on) return 'future'
  if (status === 'declined') return 'declined'
  if (partnership.endedOn !== null && partnership.endedOn <= on) return 'ended'
  if (status !== 'active') return status
  const lastDay = expiresOn(partnership, on, expiryMonths)
  return lastDay !== null && on > lastDay ? 'expired' : 'active'
}

function everStood({ statuses }: PartnershipRecord): Standing {
  if (statuses.some((row) => row.value === 'active')) return 'active'
  return valueOn(statuses, 'all') ?? 'future'
}
