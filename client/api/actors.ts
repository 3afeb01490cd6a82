import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  ActorDetail,
  ActorNames,
  ActorPage,
  ActorPatch,
  ActorQuery,
  CardPage,
  CardQuery,
  ConsentChange,
  NewActor,
} from '#shared/contract/actors.ts'
import { getJson, sendJson } from './http.ts'
import type { View } from './view.ts'

export const actorsQuery = (query: Partial<ActorQuery>) =>
  queryOptions({
    queryKey: ['actors', 'list', query],
    queryFn: ({ signal }) => getJson<ActorPage>('/actors', query, signal),
    placeholderData: keepPreviousData,
  })

/** Kept while the page is open: without a connection it is what can still be searched. */
export const actorNamesQuery = () =>
  queryOptions({
    queryKey: ['actors', 'names'],
    queryFn: ({ signal }) => getJson<ActorNames>('/actor-names', undefined, signal),
    gcTime: Number.POSITIVE_INFINITY,
  })

export const actorQuery = (id: string, view: View = {}) =>
  queryOptions({
    queryKey: ['actors', 'one', id, { on: view.on, definition: view.definition }],
    queryFn: ({ signal }) =>
      getJson<ActorDetail>(
        `/actors/${encodeURIComponent(id)}`,
        { on: view.on, definition: view.definition },
        signal,
      ),
  })

export const cardsQuery = (query: Partial<CardQuery>) =>
  queryOptions({
    queryKey: ['cards', query],
    queryFn: ({ signal }) => getJson<CardPage>('/cards', query, signal),
    placeholderData: keepPreviousData,
  })

export const createActor = (actor: NewActor) => sendJson<ActorDetail>('POST', '/actors', { body: actor })

export const changeActor = (id: string, revision: number, patch: ActorPatch, as?: string) =>
  sendJson<ActorDetail>('PATCH', `/actors/${encodeURIComponent(id)}`, { body: patch, ifMatch: revision, as })

export const recordConsent = (id: string, revision: number, change: ConsentChange) =>
  sendJson<ActorDetail>('POST', `/actors/${encodeURIComponent(id)}/consents`, {
    body: change,
    ifMatch: revision,
  })
