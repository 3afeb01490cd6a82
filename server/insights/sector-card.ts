import type { SectorCard } from '#shared/contract/insights.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { actorStanding, type Network, sectorNumber } from '../network/derive-network.ts'
import { partnerCounts } from '../network/partner-counts.ts'
import { type Every, periodsBetween } from '../network/period.ts'
import type { Snapshot } from '../network/register.ts'
import { sectorPairs } from '../network/sector-pairs.ts'
import { compareOn } from './overview.ts'
import { readDates } from './progress.ts'
import type { Readings } from './readings.ts'
import { evidenceOf, levelOf } from './sector-insight.ts'
import { everySector } from './sectors.ts'

/** More quarters than this, and the history goes by year. */
const MAX_QUARTERS = 20

/** Everything about one sector of the partition, also where nobody is in it on the date; undefined for another id. */
export async function readSectorCard(
  snapshot: Snapshot,
  readings: Readings,
  definition: DefinitionId,
  on: On,
  sectorId: string,
  series: { from: string; to: string } | null,
): Promise<SectorCard | undefined> {
  const comparison = await compareOn(snapshot, readings, definition, on)
  const { network } = comparison.now
  const number = sectorNumber(network, sectorId)
  if (number < 0) return undefined
  const sector = everySector(comparison)[number]!
  return {
    revision: snapshot.revision,
    on,
    definition,
    partitionId: network.partition.id,
    sector,
    history: series === null ? [] : await historyOf(snapshot, readings, definition, sectorId, series),
    sizes: sizesOf(network, sectorId),
    bridges: bridgesOf(network, sectorId, sector.external ?? 0),
    pairs: sectorPairs(network).filter(({ a, b }) => a === sectorId || b === sectorId),
    members: membersOf(network, sectorId),
  }
}

async function historyOf(
  snapshot: Snapshot,
  readings: Readings,
  definition: DefinitionId,
  sectorId: string,
  { from, to }: { from: string; to: string },
): Promise<SectorCard['history']> {
  const quarters = periodsBetween(from, to, 'quarter')
  const every: Every = quarters.length > MAX_QUARTERS ? 'year' : 'quarter'
  const periods = every === 'quarter' ? quarters : periodsBetween(from, to, 'year')
  const points = await readDates(snapshot, readings, definition, periods)
  return points.map(({ network, reading }, i) => {
    const assessment = reading.sectors[sectorNumber(network, sectorId)]!
    return {
      period: periods[i]!,
      level: levelOf(assessment),
      evidence: evidenceOf(assessment),
      reached: assessment.reached,
      n: assessment.n,
      rho: assessment.rho.value,
    }
  })
}

/** Of all that are registered in it, asked or not. */
function sizesOf(network: Network, sectorId: string): SectorCard['sizes'] {
  const sizes = { micro: 0, small: 0, medium: 0, large: 0, unknown: 0 }
  for (const entry of network.registered.values())
    if (entry.sectorId === sectorId) sizes[entry.actor.sizeClass ?? 'unknown']++
  return sizes
}

function bridgesOf(network: Network, sectorId: string, external: number): SectorCard['bridges'] {
  const { cross } = partnerCounts(network)
  return network.ids
    .flatMap((id, v) =>
      network.registered.get(id)!.sectorId === sectorId && cross[v]! > 0
        ? [{ actorId: id, name: network.members[v]!.name, sectorId, external: cross[v]!, of: external }]
        : [],
    )
    .sort((x, y) => y.external - x.external || (x.actorId < y.actorId ? -1 : 1))
}

function membersOf(network: Network, sectorId: string): SectorCard['members'] {
  const { partners, cross } = partnerCounts(network)
  const members: SectorCard['members'] = []
  for (const [id, entry] of network.registered) {
    if (entry.sectorId !== sectorId) continue
    const v = network.numberOf.get(id)
    const standing = actorStanding(network, id)
    members.push({
      actorId: id,
      name: entry.actor.name,
      sectorId,
      partners: v === undefined ? null : partners[v]!,
      crossPartners: v === undefined ? null : cross[v]!,
      // with a sector an actor is in n, or was never asked
      standing: standing === 'linked' || standing === 'unlinked' ? standing : 'unasked',
    })
  }
  return members
}
