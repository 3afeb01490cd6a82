import { QueryClient } from '@tanstack/react-query'
import { isAway } from './http.ts'

/** Answers stay fresh until the stream says otherwise; only a lost connection is worth asking again by itself. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        // What was read stays at hand for a while: without a signal there is nothing else to show.
        gcTime: 60 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && navigator.onLine && isAway(error),
        retryDelay: (failures) => 400 * 2 ** failures,
        refetchOnWindowFocus: false,
        refetchOnReconnect: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
