import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ActorNetwork, Multiples, Turnover } from '#shared/contract/network.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { getJson } from './http.ts'
import type { View } from './view.ts'

/** `known`: record time, a revision or a day; left out = all that is known now. */
export interface KnownView extends View {
  known?: string | undefined
}

const columns = ({ on, definition, known }: KnownView) => ({ on, definition, known })

export const actorNetworkQuery = (view: KnownView) =>
  queryOptions({
    queryKey: ['network', 'actor', columns(view)],
    queryFn: ({ signal }) => getJson<ActorNetwork>('/network', { ...columns(view), level: 'actor' }, signal),
    placeholderData: keepPreviousData,
    // Moving through the dates reads many of them, and each can be large.
    gcTime: 10 * 60_000,
  })

interface Series {
  definition?: DefinitionId | undefined
  known?: string | undefined
}

export const turnoverQuery = ({ definition, known }: Series) =>
  queryOptions({
    queryKey: ['network', 'turnover', { definition, known }],
    queryFn: ({ signal }) => getJson<Turnover>('/network/turnover', { definition, known }, signal),
    placeholderData: keepPreviousData,
  })

export const multiplesQuery = ({
  definition,
  known,
  to,
  count,
}: Series & { to?: string | undefined; count: number }) =>
  queryOptions({
    queryKey: ['network', 'multiples', { definition, known, to, count }],
    queryFn: ({ signal }) =>
      getJson<Multiples>('/network/multiples', { definition, known, to, count }, signal),
    placeholderData: keepPreviousData,
    gcTime: 10 * 60_000,
  })
