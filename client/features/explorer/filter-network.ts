import type { NetworkIndex } from '../../network/graph/network-index.ts'
import { isMeasure, type MeasureColumns } from './appearance/measures.ts'
import { keeps } from './choice.ts'
import {
  ACTOR_CHOICES,
  type ActorChoiceId,
  CHOICE_FILTERS,
  type ChoiceFilterId,
  type ExplorerFilters,
  FILTER_IDS,
  type FilterId,
  inForce,
  isActorFilter,
  isChoiceFilter,
  type RangeFilterId,
  rangeDigits,
  stackOf,
} from './filters.ts'
import { type Bin, binOf, inRange, rounded } from './range.ts'

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
  facets: Readonly<Record<ChoiceFilterId, ReadonlyMap<string, number>>>
  /** Per row the filters that it fails, as bits by their place in `FILTER_IDS`; all bits where it is not there. */
  failed: { actors: Uint32Array; ties: Uint32Array }
}

const NOT_THERE = 0xffffffff
const bit = (id: FilterId) => 1 << FILTER_IDS.indexOf(id)
const isTieChoice = (id: ChoiceFilterId) => !isActorFilter(id)
const TIE_FILTERS = CHOICE_FILTERS.filter(isTieChoice)

/** The value by which an actor is filtered; '' is "no value". */
export function actorValue(index: NetworkIndex, id: ActorChoiceId, row: number): string {
  const { sectorId, role, regionCode, census, standing } = index.network.actors
  const column =
    id === 'sector'
      ? sectorId
      : id === 'role'
        ? role
        : id === 'region'
          ? regionCode
          : id === 'census'
            ? census
            : standing
  return column[row] ?? ''
}

function tieValues(index: NetworkIndex, id: ChoiceFilterId, tie: number): readonly string[] {
  const { ties, kinds } = index.network
  if (id === 'kind') return (ties.kind[tie] ?? []).map((kind) => kinds[kind] ?? '')
  if (id === 'status') return [ties.standing[tie]!]
  return [index.lines[tie]!]
}

/** The figure by which a row is filtered: of an actor, or of a tie. Undefined while it is being computed. */
export function numbersOf(
  index: NetworkIndex,
  id: RangeFilterId,
  measures: MeasureColumns,
): ArrayLike<number> | undefined {
  if (isMeasure(id)) return measures[id]
  return id === 'intensity' ? index.network.ties.intensity : index.network.ties.partnerships
}

type Failing = (row: number) => boolean

/** For each filter in force whether a row fails it. One that is still being computed lets everybody pass. */
function failingTests(
  index: NetworkIndex,
  filters: ExplorerFilters,
  measures: MeasureColumns,
  ofActors: boolean,
): readonly { bit: number; fails: Failing }[] {
  return FILTER_IDS.filter((id) => isActorFilter(id) === ofActors && inForce(filters, id)).flatMap((id) => {
    if (isChoiceFilter(id)) {
      const choice = filters[id]
      const fails: Failing = ofActors
        ? (row) => !keeps(choice, actorValue(index, id as ActorChoiceId, row))
        : (tie) => !tieValues(index, id, tie).some((value) => keeps(choice, value))
      return { bit: bit(id), fails }
    }
    const range = filters[id]!
    const numbers = numbersOf(index, id, measures)
    const digits = rangeDigits(id)
    return numbers ? { bit: bit(id), fails: (row: number) => !inRange(range, numbers[row]!, digits) } : []
  })
}

const maskOf = (tests: readonly { bit: number; fails: Failing }[], row: number): number => {
  let mask = 0
  for (const { bit, fails } of tests) if (fails(row)) mask |= bit
  return mask
}

const emptyFacets = () =>
  Object.fromEntries(CHOICE_FILTERS.map((id) => [id, new Map<string, number>()])) as Record<
    ChoiceFilterId,
    Map<string, number>
  >

const add = (counts: Map<string, number>, value: string) => counts.set(value, (counts.get(value) ?? 0) + 1)

/**
 * Applies the filters in their order. An actor passes by its own attributes alone: losing its ties to a filter does not
 * take it out of the picture. A tie passes when it and both its ends do.
 */
export function filterNetwork(
  index: NetworkIndex,
  filters: ExplorerFilters,
  measures: MeasureColumns = {},
): FilteredNetwork {
  const { a, b } = index.network.ties
  const actorTests = failingTests(index, filters, measures, true)
  const tieTests = failingTests(index, filters, measures, false)
  const failed = Uint32Array.from(index.present, (present, row) =>
    present ? maskOf(actorTests, row) : NOT_THERE,
  )
  const failedTies = new Uint32Array(a.length).fill(NOT_THERE)
  const facets = emptyFacets()
  const set = stackOf(filters)
  const steps = new Map(set.map((id) => [id, { actors: 0, ties: 0 }]))
  const upTo = new Map(
    set.map((id, at) => [id, set.slice(0, at + 1).reduce((mask, one) => mask | bit(one), 0)]),
  )

  const actors = new Uint8Array(failed.length)
  for (let row = 0; row < failed.length; row++) {
    if (!index.present[row]) continue
    const mask = failed[row]!
    if (mask === 0) actors[row] = 1
    for (const id of ACTOR_CHOICES) if ((mask & ~bit(id)) === 0) add(facets[id], actorValue(index, id, row))
    for (const id of set) if ((mask & upTo.get(id)!) === 0) steps.get(id)!.actors++
  }

  const ties = new Uint8Array(a.length)
  for (let tie = 0; tie < a.length; tie++) {
    if (index.lines[tie] === null) continue
    const mask = maskOf(tieTests, tie) | failed[a[tie]!]! | failed[b[tie]!]!
    failedTies[tie] = mask
    if (mask === 0) ties[tie] = 1
    for (const id of TIE_FILTERS)
      if ((mask & ~bit(id)) === 0) for (const value of tieValues(index, id, tie)) add(facets[id], value)
    for (const id of set) if ((mask & upTo.get(id)!) === 0) steps.get(id)!.ties++
  }
  return {
    actors,
    ties,
    shown: { actors: sum(actors), ties: sum(ties) },
    total: index.size,
    steps,
    facets,
    failed: { actors: failed, ties: failedTies },
  }
}

const sum = (flags: Uint8Array) => flags.reduce((total, flag) => total + flag, 0)

/** How many rows of each bin would pass were this one filter off; `empty` are those without a value. */
export function histogramOf(
  { failed }: FilteredNetwork,
  id: RangeFilterId,
  numbers: ArrayLike<number>,
  bins: readonly Bin[],
): { counts: readonly number[]; empty: number } {
  const masks = isActorFilter(id) ? failed.actors : failed.ties
  const others = ~bit(id)
  const counts = bins.map(() => 0)
  let empty = 0
  for (let row = 0; row < masks.length; row++) {
    if ((masks[row]! & others) !== 0) continue
    const value = numbers[row]!
    if (Number.isNaN(value)) empty++
    else {
      const at = binOf(bins, rounded(value, rangeDigits(id)))
      if (at >= 0) counts[at]!++
    }
  }
  return { counts, empty }
}
