import { queryOptions } from '@tanstack/react-query'
import { notReached } from '../../../api/http.ts'
import type { Topology } from './topology.ts'

/**
 * The borders that the product carries, a file per city, named by its region code; fetched when a map is first looked at. Another
 * city adds its file here and nothing else.
 */
const FILES: Readonly<Record<string, string>> = import.meta.glob('./boundaries/*.topojson', {
  query: '?url',
  import: 'default',
  eager: true,
})

const fileOf = (regionCode: string): string | undefined => FILES[`./boundaries/${regionCode}.topojson`]

/** Null data where the product has no borders of the city. */
export const boundariesQuery = (regionCode: string | null) =>
  queryOptions({
    queryKey: ['boundaries', regionCode],
    queryFn: async ({ signal }): Promise<Topology | null> => {
      const file = regionCode === null ? undefined : fileOf(regionCode)
      if (file === undefined) return null
      const response = await fetch(file, { signal }).catch((cause: unknown) => {
        throw notReached(cause)
      })
      if (!response.ok) throw notReached()
      return (await response.json()) as Topology
    },
    // Files with a name of their own content never change.
    staleTime: Number.POSITIVE_INFINITY,
  })
