import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Changeset, ChangesetDetail, ChangesetPage } from '#shared/contract/changesets.ts'
import type { EntityType } from '#shared/contract/vocabulary.ts'
import { getJson, sendJson } from './http.ts'

export interface ChangesetFilter {
  entity?: EntityType | undefined
  id?: string | undefined
  page?: number | undefined
  pageSize?: number | undefined
}

export const changesetsQuery = (filter: ChangesetFilter) =>
  queryOptions({
    queryKey: ['changesets', 'list', filter],
    queryFn: ({ signal }) => getJson<ChangesetPage>('/changesets', { ...filter }, signal),
    placeholderData: keepPreviousData,
  })

export const changesetQuery = (revision: number) =>
  queryOptions({
    queryKey: ['changesets', 'one', revision],
    queryFn: ({ signal }) => getJson<ChangesetDetail>(`/changesets/${revision}`, undefined, signal),
  })

export const undoChangeset = (revision: number, reason?: string) =>
  sendJson<Changeset>('POST', `/changesets/${revision}/undo`, { body: reason ? { reason } : {} })
