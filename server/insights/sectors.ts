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
  return everySector(comparison).filter((sector) => sector.registered > 0)
}

/** The verdict on every sector by its number, also where nobody is in it. */
export function everySector({ now, before }: Comparable): SectorInsight[] {
  const { network, reading } = now
  const coverage = coverageBySector(network)
  const coverageBefore = before && coverageBySector(before.network)
  return network.sectorIds.map((id, k) => {
    const wasThere = coverageBefore !== null && (coverageBefore[k]?.registered ?? 0) > 0
    const earlier = before && wasThere ? earlierOf(before, now, k) : null
    return sectorInsight(id, reading.sectors[k]!, coverage[k]!, earlier)
  })
}

function earlierOf(before: ReadNetwork, now: ReadNetwork, k: number): SectorInsight['before'] {
  const was = before.reading.sectors[k]
  const is = now.reading.sectors[k]!
  if (was === undefined) return null
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
