import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Overview, Progress, SectorCard, SectorList } from '#shared/contract/insights.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { getJson } from './http.ts'
import type { View } from './view.ts'

const columns = (view: View) => ({ on: view.on, definition: view.definition })

export const overviewQuery = (view: View) =>
  queryOptions({
    queryKey: ['insights', 'overview', columns(view)],
    queryFn: ({ signal }) => getJson<Overview>('/insights/overview', columns(view), signal),
    placeholderData: keepPreviousData,
  })

interface SectorsView extends View {
  /** An earlier date whose verdicts stand beside. */
  compare?: string
  /** As known at some time. */
  known?: string | undefined
}

export const sectorsQuery = (view: SectorsView) => {
  const asked = { ...columns(view), compare: view.compare, known: view.known }
  return queryOptions({
    queryKey: ['insights', 'sectors', asked],
    queryFn: ({ signal }) => getJson<SectorList>('/insights/sectors', asked, signal),
    placeholderData: keepPreviousData,
  })
}

export const sectorCardQuery = (sectorId: string, view: View) =>
  queryOptions({
    queryKey: ['insights', 'sector', sectorId, columns(view)],
    queryFn: ({ signal }) =>
      getJson<SectorCard>(`/insights/sectors/${encodeURIComponent(sectorId)}`, columns(view), signal),
    // The figure of another sector must never stand under this one's name.
    placeholderData: (previous, query) => (query?.queryKey[2] === sectorId ? previous : undefined),
  })

export interface Series {
  from?: string | undefined
  to?: string | undefined
  every?: 'quarter' | 'year' | undefined
  definition?: DefinitionId | undefined
}

export const progressQuery = (series: Series) =>
  queryOptions({
    queryKey: ['insights', 'progress', series],
    queryFn: ({ signal }) => getJson<Progress>('/insights/progress', { ...series }, signal),
    placeholderData: keepPreviousData,
  })
