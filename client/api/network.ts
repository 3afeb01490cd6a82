import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { getJson } from './http.ts'
import type { View } from './view.ts'

export const actorNetworkQuery = (view: View) =>
  queryOptions({
    queryKey: ['network', 'actor', { on: view.on, definition: view.definition }],
    queryFn: ({ signal }) =>
      getJson<ActorNetwork>('/network', { on: view.on, definition: view.definition, level: 'actor' }, signal),
    placeholderData: keepPreviousData,
    // Moving through the dates reads many of them, and each can be large.
    gcTime: 10 * 60_000,
  })
