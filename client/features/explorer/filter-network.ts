import type { NetworkIndex } from '../../network/graph/network-index.ts'
import { keeps } from './choice.ts'
import { ACTOR_FILTERS, type ExplorerFilters, FILTER_IDS, type FilterId, inForce } from './filters.ts'

export interface Counts {
  actors: number
  ties: number
}

/** What is left of a network after its filters. Nothing is removed: rows that fail are faded by the picture. */
export interface FilteredNetwork {
  /** 1 where the row passes every filter in force. */
  actors: Uint8Array
  ties: Uint8Array
  shown: Counts
  total: Counts
  /** Counts after each step that is set, in order; a paused step changes nothing. */
  steps: ReadonlyMap<FilterId, Counts>
  /** Per filter and value: how many would pass were this one filter off. So a switched-off entry keeps its count. */
  facets: Readonly<Record<FilterId, ReadonlyMap<string, number>>>
}

const bit = (id: FilterId) => 1 << FILTER_IDS.indexOf(id)
const isActorFilter = (id: FilterId) => (ACTOR_FILTERS as readonly FilterId[]).includes(id)

/** The value or values by which a row is filtered; '' is "no value". */
function actorValue(index: NetworkIndex, id: (typeof ACTOR_FILTERS)[number], row: number): string {
  const { actors } = index.network
  const column = id === 'sector' ? actors.sectorId : id === 'role' ? actors.role : actors.regionCode
  return column[row] ?? ''
}

function tieValues(index: NetworkIndex, id: FilterId, tie: number): readonly string[] {
  const { ties, kinds } = index.network
  if (id === 'kind') return (ties.kind[tie] ?? []).map((kind) => kinds[kind] ?? '')
  if (id === 'status') return [ties.standing[tie]!]
  if (id === 'line') return [index.lines[tie]!]
  return [String(ties.intensity[tie])]
}

const TIE_FILTERS = FILTER_IDS.filter((id) => !isActorFilter(id))

/** Bit set = the row fails that filter. */
function failedByActor(index: NetworkIndex, filters: ExplorerFilters, row: number): number {
  let failed = 0
  for (const id of ACTOR_FILTERS)
    if (inForce(filters, id) && !keeps(filters[id], actorValue(index, id, row))) failed |= bit(id)
  return failed
}

function failedByTie(index: NetworkIndex, filters: ExplorerFilters, tie: number): number {
  let failed = 0
  for (const id of TIE_FILTERS) {
    if (!inForce(filters, id)) continue
    if (id === 'intensity') {
      const { from, to } = filters.intensity!
      const intensity = index.network.ties.intensity[tie]!
      if (intensity < from || intensity > to) failed |= bit(id)
      continue
    }
    const choice = filters[id as 'kind' | 'status' | 'line']
    if (!tieValues(index, id, tie).some((value) => keeps(choice, value))) failed |= bit(id)
  }
  return failed
}

const emptyFacets = () =>
  Object.fromEntries(FILTER_IDS.map((id) => [id, new Map<string, number>()])) as Record<
    FilterId,
    Map<string, number>
  >

const add = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)

/**
 * Applies the filters in order. An actor passes by its own attributes alone: losing its ties to a filter does not
 * take it out of the picture. A tie passes when it and both its ends do.
 */
export function filterNetwork(index: NetworkIndex, filters: ExplorerFilters): FilteredNetwork {
  const { a, b } = index.network.ties
  const failed = Uint8Array.from(index.present, (present, row) =>
    present ? failedByActor(index, filters, row) : 255,
  )
  const facets = emptyFacets()
  const set = FILTER_IDS.filter((id) => filters[id] !== undefined)
  const steps = new Map(set.map((id) => [id, { actors: 0, ties: 0 }]))
  const upTo = new Map(set.map((id) => [id, (bit(id) << 1) - 1]))

  const actors = new Uint8Array(failed.length)
  for (let row = 0; row < failed.length; row++) {
    if (!index.present[row]) continue
    const mask = failed[row]!
    if (mask === 0) actors[row] = 1
    for (const id of ACTOR_FILTERS) if ((mask & ~bit(id)) === 0) add(facets[id], actorValue(index, id, row))
    for (const id of set) if ((mask & upTo.get(id)!) === 0) steps.get(id)!.actors++
  }

  const ties = new Uint8Array(a.length)
  for (let tie = 0; tie < a.length; tie++) {
    if (index.lines[tie] === null) continue
    const mask = failedByTie(index, filters, tie) | failed[a[tie]!]! | failed[b[tie]!]!
    if (mask === 0) ties[tie] = 1
    for (const id of TIE_FILTERS)
      if ((mask & ~bit(id)) === 0) for (const value of tieValues(index, id, tie)) add(facets[id], value)
    for (const id of set) if ((mask & upTo.get(id)!) === 0) steps.get(id)!.ties++
  }
  return { actors, ties, shown: { actors: sum(actors), ties: sum(ties) }, total: index.size, steps, facets }
}

const sum = (flags: Uint8Array) => flags.reduce((total, flag) => total + flag, 0)
