import { queryOptions } from '@tanstack/react-query'
import type { CodeList, CodeLists, Retired } from '#shared/contract/code-lists.ts'
import { getJson, sendJson } from './http.ts'

export const codeListsQuery = () =>
  queryOptions({
    queryKey: ['code-lists'],
    queryFn: ({ signal }) => getJson<CodeLists>('/code-lists', undefined, signal),
  })

export const retireCode = (list: CodeList, id: string, retired: boolean, reason: string) =>
  sendJson<Retired>('PUT', `/code-lists/${list}/${encodeURIComponent(id)}`, {
    body: { retired, ...(reason === '' ? {} : { reason }) },
  })
