import type { Dress } from '../../../network/graph/actor-scene.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import type { MarkRing } from '../../../network/graph/scene.ts'
import { actorValue } from '../filter-network.ts'
import type { Dressed, Ranking } from './dress-actors.ts'
import { extentOf, MEASURE_DIGITS, type MeasureColumns } from './measures.ts'
import { rankOf } from './ranking.ts'

/** From little to much; nothing at all has no ring, and no value a broken one. */
const RINGS = ['half', 'whole', 'double'] as const satisfies readonly MarkRing[]
const RING_WITHOUT: MarkRing = 'broken'

/** Into how many classes a figure goes: one per ring, and nothing at all apart. */
export const ringClasses = (column: Float64Array | undefined): number =>
  RINGS.length + (column && extentOf(column)?.least === 0 ? 1 : 0)

/** The three largest classes have a ring each, no value the broken one; the rest has none and is said to have none. */
export function ringsOf(classes: readonly { id: string; count: number }[]): ReadonlyMap<string, MarkRing> {
  const largest = classes
    .filter((one) => one.id !== '')
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  const rings = new Map<string, MarkRing>([['', RING_WITHOUT]])
  for (const [at, ring] of RINGS.entries()) {
    const one = largest[at]
    if (one) rings.set(one.id, ring)
  }
  return rings
}

/** The ring of class `at`: the lowest has none where it stands for nothing at all. */
export function rankedRing({ classes }: Ranking, at: number): MarkRing | undefined {
  if (at < 0) return RING_WITHOUT
  return RINGS[at - (classes[0]?.to === 0 ? 1 : 0)]
}

export function ringDress(index: NetworkIndex, rings: Dressed['rings'], columns: MeasureColumns) {
  const plain = (row: number) => (index.network.actors.standing[row] === 'unasked' ? 'unasked' : 'plain')
  return (row: number): Dress => {
    if (rings === null) return { mark: plain(row) }
    if ('rings' in rings) return { mark: plain(row), ring: rings.rings.get(actorValue(index, rings.of, row)) }
    const column = columns[rings.measure]
    const at = column ? rankOf(rings.classes, column[row]!, MEASURE_DIGITS[rings.measure]) : -1
    return { mark: plain(row), ring: rankedRing(rings, at) }
  }
}
