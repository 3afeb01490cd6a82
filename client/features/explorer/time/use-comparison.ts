import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SectorInsight } from '#shared/contract/insights.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { sectorsBesideQuery } from '../../../api/insights.ts'
import { actorNetworkQuery } from '../../../api/network.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'
import { type ComparedNetworks, compareNetworks } from './compare-networks.ts'
import { type Comparison, readComparison } from './comparison.ts'
import { comparedDates } from './time-line.ts'

/** Sectors whose level differs between the dates; null while unknown. */
export type ChangedLevels = readonly (SectorInsight & { before: NonNullable<SectorInsight['before']> })[]

export interface ComparisonState {
  dates: { from: string; to: string }
  /** Null while a date is on its way. */
  compared: ComparedNetworks | null
  comparison: Comparison | null
  levels: ChangedLevels | null
  failed: (() => void) | null
  levelsFailed: boolean
}

/** What filters and legends count while two dates are shown: the actors and ties of both. */
export const comparedModel = (
  model: ExplorerModel,
  { compared, comparison }: ComparisonState,
): ExplorerModel =>
  compared && comparison
    ? {
        ...model,
        network: compared.index.network,
        index: compared.index,
        filtered: comparison.filtered,
        changes: comparison.ties,
      }
    : model

/** The two dates that the address names, read together; null where it names one. */
export function useComparison(view: ExplorerView, shown: ActorNetwork): ComparisonState | null {
  const dates = comparedDates(view.compare, view.on ?? shown.on)
  const asked = {
    definition: view.definition === 'official' ? undefined : view.definition,
    known: view.known ?? undefined,
  }
  const enabled = dates !== null
  const from = useQuery({ ...actorNetworkQuery({ ...asked, on: dates?.from }), enabled })
  const to = useQuery({ ...actorNetworkQuery({ ...asked, on: dates?.to }), enabled })
  const sectors = useQuery({
    ...sectorsBesideQuery({ ...asked, on: dates?.to, compare: dates?.from ?? '' }),
    enabled,
  })
  const [before, after] = [from.data, to.data]
  const compared = useMemo(
    () => (enabled && before && after && before.on < after.on ? compareNetworks(before, after) : null),
    [enabled, before, after],
  )
  const comparison = useMemo(
    () => (compared ? readComparison(compared, view.filters) : null),
    [compared, view.filters],
  )
  const levels = useMemo(
    () =>
      sectors.data?.sectors.flatMap((sector) => {
        const { before: was } = sector
        return was !== null && was.level !== sector.level ? [{ ...sector, before: was }] : []
      }) ?? null,
    [sectors.data],
  )
  if (dates === null) return null
  const failed = [from, to].find(({ isError }) => isError)
  return {
    dates,
    compared,
    comparison,
    levels: sectors.isPlaceholderData ? null : levels,
    failed: failed ? () => void failed.refetch() : null,
    levelsFailed: sectors.isError,
  }
}
