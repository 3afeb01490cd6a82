import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Changeset, ChangesetDetail, ChangesetPage, UndoStates } from '#shared/contract/changesets.ts'
import type { EntityType } from '#shared/contract/vocabulary.ts'
import { getJson, sendJson } from './http.ts'

export interface ChangesetFilter {
  entity?: EntityType | undefined
  id?: string | undefined
  revision?: number | undefined
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

/** Which of these can be taken back, and what is in the way of the others. */
export const undoStatesQuery = (revisions: readonly number[]) =>
  queryOptions({
    queryKey: ['changesets', 'undo-states', revisions],
    queryFn: ({ signal }) =>
      getJson<UndoStates>('/changesets/undo-states', { revisions: revisions.join(',') }, signal),
    enabled: revisions.length > 0,
    placeholderData: keepPreviousData,
  })

export interface UndoOptions {
  reason?: string
  /** Only the changes of these records. */
  records?: readonly { entity: EntityType; id: string }[]
}

export const undoChangeset = (revision: number, options: UndoOptions = {}) =>
  sendJson<Changeset>('POST', `/changesets/${revision}/undo`, { body: options })
