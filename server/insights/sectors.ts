import type { SectorInsight } from '#shared/contract/insights.ts'
import { coverageBySector } from '../network/coverage.ts'
import type { ReadNetwork } from './index-change.ts'
import { levelChanged, levelOf, sectorInsight } from './sector-insight.ts'

export interface Comparable {
  now: ReadNetwork
  before: ReadNetwork | null
}

/** The verdict on every sector with anybody registered, and what it was at the compared date. */
export function sectorsOf(comparison: Comparable): SectorInsight[] {
  return comparison.now.network.sectorIds
    .map((_, k) => sectorAt(comparison, k))
    .filter((sector) => sector.registered > 0)
}

/** The verdict on the sector with this number. */
export function sectorAt({ now, before }: Comparable, k: number): SectorInsight {
  const { network, reading } = now
  const coverage = coverageBySector(network)[k]!
  return sectorInsight(
    network.sectorIds[k]!,
    reading.sectors[k]!,
    coverage,
    before && earlierOf(before, now, k),
  )
}

function earlierOf(before: ReadNetwork, now: ReadNetwork, k: number): SectorInsight['before'] {
  const was = before.reading.sectors[k]
  const is = now.reading.sectors[k]!
  if (was === undefined || coverageBySector(before.network)[k]!.registered === 0) return null
  return {
    reached: was.reached,
    n: was.n,
    level: levelOf(was),
    levelChanged: levelChanged(
      { level: levelOf(was), rho: was.rho.value },
      { level: levelOf(is), rho: is.rho.value },
    ),
  }
}
