import { queryOptions } from '@tanstack/react-query'
import type { EmbedLink, EmbedView } from '#shared/contract/embeds.ts'
import { getJson, sendJson } from './http.ts'

/** What a signed link to an embedded view grants. */
export const embedQuery = (token: string) =>
  queryOptions({
    queryKey: ['embed', token],
    queryFn: ({ signal }) => getJson<EmbedView>(`/embeds/${encodeURIComponent(token)}`, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Signs a link to a view, `?` left out. */
export const createEmbed = (view: string) => sendJson<EmbedLink>('POST', '/embeds', { body: { view } })
