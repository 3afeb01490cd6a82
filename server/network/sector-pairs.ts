import { mixing } from '#shared/analytics/mixing.ts'
import type { Network } from './derive-network.ts'

/** Ties between two sectors: those there are, and those to be expected were sectors to play no role. Also the pairs without. */
export interface SectorPairCount {
  a: string
  b: string
  observed: number
  /** null where nothing is to be expected */
  expected: number | null
}

/** Every pair of sectors with an actor in n, by the ids of both. */
export function sectorPairs(network: Network): SectorPairCount[] {
  const matrix = mixing(network.csr, network.labels).value
  if (matrix === null) return []
  const occupied = occupiedSectors(network)
  const pairs: SectorPairCount[] = []
  for (const [i, s] of occupied.entries())
    for (const t of occupied.slice(i + 1)) {
      const expected = matrix.expected[s * matrix.count + t]!
      pairs.push({
        a: network.sectorIds[s]!,
        b: network.sectorIds[t]!,
        observed: matrix.observed[s * matrix.count + t]!,
        expected: expected === 0 ? null : expected,
      })
    }
  return pairs
}

/** Numbers of the sectors with an actor in n. */
function occupiedSectors(network: Network): number[] {
  const seen = new Uint8Array(network.labels.count)
  for (const k of network.labels.of) seen[k] = 1
  return network.sectorIds.map((_, k) => k).filter((k) => seen[k] === 1)
}

/** Below this, a pair without a tie is nothing to wonder at. */
export const GAP_MIN_EXPECTED = 1.5

/** The pair without a tie where most would be expected; null where no pair is expected to have 1.5. */
export function widestGap(pairs: readonly SectorPairCount[]): SectorPairCount | null {
  let widest: SectorPairCount | null = null
  for (const pair of pairs) {
    if (pair.observed > 0 || pair.expected === null || pair.expected < GAP_MIN_EXPECTED) continue
    if (widest === null || pair.expected > widest.expected!) widest = pair
  }
  return widest
}
