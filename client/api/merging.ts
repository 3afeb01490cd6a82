import { queryOptions } from '@tanstack/react-query'
import type { Merged, MergePreview, MergeRequestInput } from '#shared/contract/merging.ts'
import { getJson, sendJson } from './http.ts'

const path = (id: string) => `/actors/${encodeURIComponent(id)}/merge`

export const mergePreviewQuery = (kept: string, absorb: string) =>
  queryOptions({
    queryKey: ['merge', kept, absorb],
    queryFn: ({ signal }) => getJson<MergePreview>(path(kept), { absorb }, signal),
  })

export const mergeActors = (kept: string, request: MergeRequestInput) =>
  sendJson<Merged>('POST', path(kept), { body: request })
