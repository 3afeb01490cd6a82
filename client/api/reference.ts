import { queryOptions } from '@tanstack/react-query'
import type { Reference } from '#shared/contract/reference.ts'
import { getJson } from './http.ts'

export const referenceQuery = () =>
  queryOptions({
    queryKey: ['reference'],
    queryFn: ({ signal }) => getJson<Reference>('/reference', undefined, signal),
  })
