import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './http.ts'

/** Answers stay fresh until the stream says otherwise; only a lost connection is worth asking again by itself. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && ['offline', 'unavailable'].includes(error.code),
        retryDelay: (failures) => 400 * 2 ** failures,
        refetchOnWindowFocus: false,
        refetchOnReconnect: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
