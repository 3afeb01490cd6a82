import type { Choice } from './choice.ts'

/** Filters in the order in which they are applied and counted. The first three are about actors, the rest about ties. */
export const FILTER_IDS = ['sector', 'role', 'region', 'kind', 'status', 'line', 'intensity'] as const
export type FilterId = (typeof FILTER_IDS)[number]
export const ACTOR_FILTERS = ['sector', 'role', 'region'] as const satisfies readonly FilterId[]
export const CHOICE_FILTERS = ['sector', 'role', 'region', 'kind', 'status', 'line'] as const
export type ChoiceFilterId = (typeof CHOICE_FILTERS)[number]

export interface IntensityRange {
  from: number
  to: number
}

export type ExplorerFilters = Partial<Record<ChoiceFilterId, Choice>> & {
  intensity?: IntensityRange | undefined
  /** Steps that are set but switched off for now. */
  paused: readonly FilterId[]
}

export const NO_FILTERS: ExplorerFilters = { paused: [] }

/** Whether the step is set, in force or not. */
export const isSet = (filters: ExplorerFilters, id: FilterId): boolean => filters[id] !== undefined

export const inForce = (filters: ExplorerFilters, id: FilterId): boolean =>
  isSet(filters, id) && !filters.paused.includes(id)

export const activeCount = (filters: ExplorerFilters): number =>
  FILTER_IDS.filter((id) => inForce(filters, id)).length

/** Sets or clears one step; a step that is set anew is in force. */
export function withFilter<Id extends FilterId>(
  filters: ExplorerFilters,
  id: Id,
  value: ExplorerFilters[Id],
): ExplorerFilters {
  const next = { ...filters, [id]: value, paused: filters.paused.filter((paused) => paused !== id) }
  if (value === undefined) delete next[id]
  return next
}

export const withPaused = (filters: ExplorerFilters, id: FilterId, paused: boolean): ExplorerFilters => ({
  ...filters,
  paused: paused
    ? [...filters.paused.filter((one) => one !== id), id]
    : filters.paused.filter((one) => one !== id),
})
