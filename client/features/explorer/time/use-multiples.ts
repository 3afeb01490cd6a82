import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Multiples } from '#shared/contract/network.ts'
import { multiplesQuery } from '../../../api/network.ts'
import { type ExplorerView, MAX_QUARTERS } from '../view-state.ts'

/** The quarters that the address asks for, up to the one of a day. */
export function useMultiples({ definition, known, quarters }: ExplorerView, to: string) {
  const count = quarters ?? MAX_QUARTERS
  const query: UseQueryResult<Multiples> = useQuery(
    multiplesQuery({
      definition: definition === 'official' ? undefined : definition,
      known: known ?? undefined,
      to,
      count,
    }),
  )
  return { query, count }
}
