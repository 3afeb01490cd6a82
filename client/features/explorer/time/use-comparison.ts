import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SectorInsight } from '#shared/contract/insights.ts'
import { sectorsQuery } from '../../../api/insights.ts'
import { actorNetworkQuery } from '../../../api/network.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import type { Dressed } from '../appearance/dress-actors.ts'
import type { MeasureColumns } from '../appearance/measures.ts'
import { useDressed } from '../appearance/use-dressed.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ExplorerView } from '../view-state.ts'
import { type ComparedNetworks, compareNetworks } from './compare-networks.ts'
import { type Comparison, readComparison } from './comparison.ts'
import { comparedDates } from './time-line.ts'

type ChangedLevel = SectorInsight & { before: NonNullable<SectorInsight['before']> }

/** Sectors whose level differs between the dates, and all others. */
export interface LevelChanges {
  changed: readonly ChangedLevel[]
  kept: readonly SectorInsight[]
}

export interface ComparisonState {
  dates: { from: string; to: string }
  /** Null while a date is on its way. */
  compared: ComparedNetworks | null
  comparison: Comparison | null
  /** How the actors of either date look; figures are those of the later one. */
  dressed: Dressed | null
  /** Null while unknown. */
  levels: LevelChanges | null
  failed: (() => void) | null
  levelsFailed: boolean
}

/** What filters and legends count while two dates are shown: the actors and ties of both. */
export const comparedModel = (
  model: ExplorerModel,
  { compared, comparison, dressed }: ComparisonState,
): ExplorerModel =>
  compared && comparison && dressed
    ? {
        ...model,
        network: compared.index.network,
        index: compared.index,
        filtered: comparison.filtered,
        dressed,
        changes: comparison.ties,
      }
    : model

/** The two dates that the address names, read together; null where it names one. */
export function useComparison(view: ExplorerView, model: ExplorerModel): ComparisonState | null {
  const dates = comparedDates(view.compare, view.on ?? model.network.on)
  const asked = {
    definition: view.definition === 'official' ? undefined : view.definition,
    known: view.known ?? undefined,
  }
  const enabled = dates !== null
  const from = useQuery({ ...actorNetworkQuery({ ...asked, on: dates?.from }), enabled })
  const to = useQuery({ ...actorNetworkQuery({ ...asked, on: dates?.to }), enabled })
  const sectors = useQuery({
    ...sectorsQuery({ ...asked, on: dates?.to, compare: dates?.from ?? '' }),
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
  const { columns } = model.measures
  const figures = useMemo(
    () => (compared ? columnsBeside(columns, model.index, compared.index) : columns),
    [columns, model.index, compared],
  )
  const dressed = useDressed(compared?.index ?? null, view.look, figures, model.looks)
  const levels = useMemo(() => (sectors.data ? levelChanges(sectors.data.sectors) : null), [sectors.data])
  if (dates === null) return null
  const failed = [from, to].find(({ isError }) => isError)
  return {
    dates,
    compared,
    comparison,
    dressed,
    levels: sectors.isPlaceholderData ? null : levels,
    failed: failed ? () => void failed.refetch() : null,
    levelsFailed: sectors.isError,
  }
}

const isChanged = (sector: SectorInsight): sector is ChangedLevel =>
  sector.before !== null && sector.before.level !== sector.level

const levelChanges = (sectors: readonly SectorInsight[]): LevelChanges => ({
  changed: sectors.filter(isChanged),
  kept: sectors.filter((sector) => !isChanged(sector)),
})

/** Figures of one network by the rows of another; who is only in the other has none. */
function columnsBeside(columns: MeasureColumns, of: NetworkIndex, other: NetworkIndex): MeasureColumns {
  const rows = other.network.actors.id.map((id) => of.rowOf.get(id))
  const beside = (column: Float64Array) =>
    Float64Array.from(rows, (row) => (row === undefined ? Number.NaN : column[row]!))
  return Object.fromEntries(
    Object.entries(columns).flatMap(([id, column]) => (column ? [[id, beside(column)]] : [])),
  )
}
