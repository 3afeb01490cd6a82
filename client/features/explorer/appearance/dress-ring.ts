import type { SectorLevel } from '#shared/contract/vocabulary.ts'
import type { Dress } from '../../../network/graph/actor-scene.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import { actorValue } from '../filter-network.ts'
import type { Dressed, Ranking } from './dress-actors.ts'
import { extentOf, MEASURE_DIGITS, type MeasureColumns } from './measures.ts'
import { rankOf } from './ranking.ts'

/** From little to much; nothing at all has no ring, and no value a broken one. */
const RING_LEVELS = ['weak', 'integrated', 'bridging'] as const satisfies readonly SectorLevel[]
const RING_WITHOUT: SectorLevel = 'isolated'

/** Into how many classes a figure goes: one per ring, and nothing at all apart. */
export const ringClasses = (column: Float64Array | undefined): number =>
  RING_LEVELS.length + (column && extentOf(column)?.least === 0 ? 1 : 0)

/** The three largest classes have a ring each, no value the broken one; the rest has none and is said to have none. */
export function ringLevels(
  classes: readonly { id: string; count: number }[],
): ReadonlyMap<string, SectorLevel> {
  const largest = classes
    .filter((one) => one.id !== '')
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  const levels = new Map<string, SectorLevel>([['', RING_WITHOUT]])
  for (const [at, level] of RING_LEVELS.entries()) {
    const one = largest[at]
    if (one) levels.set(one.id, level)
  }
  return levels
}

/** The ring of class `at`: the lowest has none where it stands for nothing at all. */
export function rankedRing({ classes }: Ranking, at: number): SectorLevel | undefined {
  if (at < 0) return RING_WITHOUT
  return RING_LEVELS[at - (classes[0]?.to === 0 ? 1 : 0)]
}

export function ringDress(index: NetworkIndex, rings: Dressed['rings'], columns: MeasureColumns) {
  const plain = (row: number) => (index.network.actors.standing[row] === 'unasked' ? 'unasked' : 'plain')
  return (row: number): Dress => {
    if (rings === null) return { mark: plain(row) }
    if ('levels' in rings) return { mark: plain(row), level: rings.levels.get(actorValue(index, rings.of, row)) }
    const column = columns[rings.measure]
    const at = column ? rankOf(rings.classes, column[row]!, MEASURE_DIGITS[rings.measure]) : -1
    return { mark: plain(row), level: rankedRing(rings, at) }
  }
}
