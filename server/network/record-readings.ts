import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { ActorReading } from '../actors/actor-view.ts'
import type { PartnershipReading } from '../partnerships/partnership-view.ts'
import { suggestSector } from '../reference/suggest-sector.ts'
import {
  censusOn,
  expiresOn,
  lastConfirmedOn,
  lastVerifiedOn,
  leftOn,
  regionOn,
  registeredOn,
  roleOn,
  sectorOn,
} from './as-of.ts'
import { actorStanding, type Network } from './derive-network.ts'
import { partnerCounts } from './partner-counts.ts'

export function actorReading(network: Network, actor: ActorRecord): ActorReading {
  const { on } = network
  const number = network.numberOf.get(actor.id)
  const counts = partnerCounts(network)
  const sectorId = sectorOn(actor, network.partition.id, on)
  return {
    role: roleOn(actor, on),
    sectorId,
    regionCode: regionOn(actor, on),
    censusStatus: censusOn(actor, on),
    registeredOn: registeredOn(actor),
    leftOn: leftOn(actor, on),
    lastVerifiedOn: lastVerifiedOn(actor, on),
    partners: number === undefined ? null : counts.partners[number]!,
    crossPartners: number === undefined ? null : counts.cross[number]!,
    standing: actorStanding(network, actor.id),
    suggestion: sectorId === null ? suggestSector(network.partition, actor.kbli) : null,
  }
}

/** @throws where the network was derived from a register without this partnership */
export function partnershipStanding(network: Network, { id }: PartnershipRecord) {
  const reading = network.partnerships.get(id)
  if (!reading) throw new Error(`The network does not know the partnership "${id}".`)
  return reading
}

/** The day of the last confirmation, or the last on which it counts without another; null where there is none. */
export function partnershipDay(
  network: Network,
  partnership: PartnershipRecord,
  which: 'lastConfirmedOn' | 'expiresOn',
): string | null {
  if (which === 'lastConfirmedOn') return lastConfirmedOn(partnership, network.on)
  const { standing } = partnershipStanding(network, partnership)
  return standing === 'active' || standing === 'expired'
    ? expiresOn(partnership, network.on, network.definition.rule.expiryMonths)
    : null
}

/** @throws as above */
export function partnershipReading(
  network: Network,
  partnership: PartnershipRecord,
  actors: ReadonlyMap<string, ActorRecord>,
): PartnershipReading {
  const reading = partnershipStanding(network, partnership)
  const sectors = new Set<string>()
  for (const id of partnership.parties) {
    const actor = actors.get(id)
    const sector = actor && sectorOn(actor, network.partition.id, network.on)
    if (sector) sectors.add(sector)
  }
  return {
    standing: reading.standing,
    lastConfirmedOn: partnershipDay(network, partnership, 'lastConfirmedOn'),
    expiresOn: partnershipDay(network, partnership, 'expiresOn'),
    crossSector: sectors.size > 1,
    counts: reading.counts,
    notCounting: [...reading.notCounting],
  }
}
