import type { SectorNetwork } from '#shared/contract/network.ts'
import { coverageBySector } from './coverage.ts'
import type { Network } from './derive-network.ts'
import { partnerCounts } from './partner-counts.ts'
import type { Snapshot } from './register.ts'
import { sectorPairs } from './sector-pairs.ts'

/** One node per sector with anybody registered, one row per pair of sectors, also the pairs without a tie. */
export function sectorNetwork(snapshot: Snapshot, network: Network): SectorNetwork {
  const coverage = coverageBySector(network)
  const { cross } = partnerCounts(network)
  const numbers = network.sectorIds.map((_, k) => k).filter((k) => coverage[k]!.registered > 0)
  const n = new Uint32Array(network.labels.count)
  const reached = new Uint32Array(network.labels.count)
  for (const [v, k] of network.labels.of.entries()) {
    n[k]!++
    if (cross[v]! > 0) reached[k]!++
  }
  const ids = numbers.map((k) => network.sectorIds[k]!)
  const angles = new Map(network.partition.sectors.map((sector) => [sector.id, sector.angle]))
  const pairs = sectorPairs(network)
  return {
    revision: snapshot.revision,
    on: network.on,
    definition: network.definition.id,
    level: 'sector',
    partitionId: network.partition.id,
    sectors: {
      id: ids,
      n: numbers.map((k) => n[k]!),
      reached: numbers.map((k) => reached[k]!),
      angle: ids.map((id) => angles.get(id)!),
    },
    pairs: {
      a: pairs.map((pair) => ids.indexOf(pair.a)),
      b: pairs.map((pair) => ids.indexOf(pair.b)),
      observed: pairs.map((pair) => pair.observed),
      expected: pairs.map((pair) => pair.expected),
    },
  }
}
