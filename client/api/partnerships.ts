import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  LoggedPartnership,
  NewPartnershipInput,
  PartnershipDetail,
  PartnershipPage,
  PartnershipPatch,
  PartnershipQuery,
} from '#shared/contract/partnerships.ts'
import { getJson, sendJson } from './http.ts'
import type { View } from './view.ts'

export const partnershipsQuery = (query: Partial<PartnershipQuery>) =>
  queryOptions({
    queryKey: ['partnerships', 'list', query],
    queryFn: ({ signal }) => getJson<PartnershipPage>('/partnerships', query, signal),
    placeholderData: keepPreviousData,
  })

export const partnershipQuery = (id: string, view: View = {}) =>
  queryOptions({
    queryKey: ['partnerships', 'one', id, { on: view.on, definition: view.definition }],
    queryFn: ({ signal }) =>
      getJson<PartnershipDetail>(
        `/partnerships/${encodeURIComponent(id)}`,
        { on: view.on, definition: view.definition },
        signal,
      ),
  })

export const logPartnership = (partnership: NewPartnershipInput, key: string, as?: string) =>
  sendJson<LoggedPartnership>('POST', '/partnerships', { body: partnership, key, as })

export const changePartnership = (id: string, revision: number, patch: PartnershipPatch, as?: string) =>
  sendJson<LoggedPartnership>('PATCH', `/partnerships/${encodeURIComponent(id)}`, {
    body: patch,
    ifMatch: revision,
    as,
  })
