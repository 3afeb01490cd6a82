import { isMeasure, MEASURE_DIGITS, type MeasureId } from './appearance/measures.ts'
import type { Choice } from './choice.ts'
import type { RangeChoice } from './range.ts'

/** Actors are filtered by what they are and by their figures, ties by what they are. This is also the order to begin with. */
export const FILTER_IDS = [
  'sector',
  'role',
  'region',
  'census',
  'standing',
  'partners',
  'cross',
  'cuts',
  'core',
  'betweenness',
  'clustering',
  'kind',
  'status',
  'line',
  'intensity',
  'records',
] as const
export type FilterId = (typeof FILTER_IDS)[number]

export const ACTOR_CHOICES = ['sector', 'role', 'region', 'census', 'standing'] as const
export type ActorChoiceId = (typeof ACTOR_CHOICES)[number]
const TIE_CHOICES = ['kind', 'status', 'line'] as const
export const CHOICE_FILTERS = [...ACTOR_CHOICES, ...TIE_CHOICES] as const
export type ChoiceFilterId = (typeof CHOICE_FILTERS)[number]
const TIE_RANGES = ['intensity', 'records'] as const
export type RangeFilterId = MeasureId | (typeof TIE_RANGES)[number]

export const isChoiceFilter = (id: FilterId): id is ChoiceFilterId =>
  (CHOICE_FILTERS as readonly string[]).includes(id)
/** The others are about ties. */
export const isActorFilter = (id: FilterId): boolean =>
  (ACTOR_CHOICES as readonly string[]).includes(id) || isMeasure(id)
export const RANGE_FILTERS = FILTER_IDS.filter((id): id is RangeFilterId => !isChoiceFilter(id))
export const rangeDigits = (id: RangeFilterId): number => (isMeasure(id) ? MEASURE_DIGITS[id] : 0)

export type ExplorerFilters = Partial<Record<ChoiceFilterId, Choice>> &
  Partial<Record<RangeFilterId, RangeChoice>> & {
    /** Steps that are set but switched off for now. */
    paused: readonly FilterId[]
    /** The steps in the order in which they are applied and counted; without it, that of `FILTER_IDS`. */
    order?: readonly FilterId[] | undefined
  }

export const NO_FILTERS: ExplorerFilters = { paused: [] }

/** Whether the step is set, in force or not. */
export const isSet = (filters: ExplorerFilters, id: FilterId): boolean => filters[id] !== undefined

export const inForce = (filters: ExplorerFilters, id: FilterId): boolean =>
  isSet(filters, id) && !filters.paused.includes(id)

export const activeCount = (filters: ExplorerFilters): number =>
  FILTER_IDS.filter((id) => inForce(filters, id)).length

/** The steps that are set, in their order. */
export function stackOf(filters: ExplorerFilters): readonly FilterId[] {
  const set = FILTER_IDS.filter((id) => isSet(filters, id))
  const named = (filters.order ?? []).filter((id) => set.includes(id))
  return [...named, ...set.filter((id) => !named.includes(id))]
}

/** The order is kept only where it says something. */
export function withOrder(filters: ExplorerFilters, order: readonly FilterId[]): ExplorerFilters {
  const { order: _, ...rest } = filters
  const set = FILTER_IDS.filter((id) => isSet(rest, id))
  const stack = order.filter((id) => set.includes(id))
  return stack.length < set.length || stack.every((id, at) => id === set[at])
    ? rest
    : { ...rest, order: stack }
}

/** Sets or clears one step; a step that is set anew is in force and comes last. */
export function withFilter<Id extends FilterId>(
  filters: ExplorerFilters,
  id: Id,
  value: ExplorerFilters[Id],
): ExplorerFilters {
  const before = stackOf(filters)
  const next = { ...filters, [id]: value, paused: filters.paused.filter((paused) => paused !== id) }
  if (value === undefined) delete next[id]
  const order = before.includes(id) ? before : [...before, id]
  return withOrder(next, value === undefined ? before.filter((one) => one !== id) : order)
}

export const withPaused = (filters: ExplorerFilters, id: FilterId, paused: boolean): ExplorerFilters => ({
  ...filters,
  paused: paused
    ? [...filters.paused.filter((one) => one !== id), id]
    : filters.paused.filter((one) => one !== id),
})

/** Moves a step one place up or down; at either end it stays. */
export function moved(filters: ExplorerFilters, id: FilterId, by: -1 | 1): ExplorerFilters {
  const stack = [...stackOf(filters)]
  const at = stack.indexOf(id)
  const to = at + by
  if (at < 0 || to < 0 || to >= stack.length) return filters
  ;[stack[at], stack[to]] = [stack[to]!, stack[at]!]
  return withOrder(filters, stack)
}
