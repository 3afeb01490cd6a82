import { useQuery } from '@tanstack/react-query'
import { figuresQuery } from '#client/api/research.ts'
import type { Measure, NullModel } from '#shared/contract/research.ts'
import { useResearch } from './ResearchContext.ts'
import { networkOf } from './research-search.ts'

export interface Test {
  offered: readonly Measure[]
  measure: Measure
  model: NullModel
  /** Ids of the sectors there are, for a measure of one sector. */
  sectors: readonly string[]
  sectorId: string | undefined
  /** False while the sectors are not here yet. */
  ready: boolean
}

/** The test that the address describes, gaps filled with what is usual; null where nothing can be tested. */
export function useTest(): Test | null {
  const { search, catalog } = useResearch()
  const offered = catalog.measures.filter(({ nullModels }) => nullModels.length > 0)
  const measure = offered.find(({ id }) => id === search.measure) ?? offered[0]
  const ofSector = measure?.table === 'sectors'
  const { data } = useQuery({
    ...figuresQuery({ ...networkOf(search), table: 'sectors', columns: measure?.key }),
    enabled: ofSector,
  })
  if (!measure) return null
  const model = measure.nullModels.find((one) => one === search.model) ?? measure.nullModels[0]
  if (!model) return null
  const naming = data?.columns.find((column) => column.measure === null)
  const sectors = ofSector ? (naming?.values.map(String) ?? []) : []
  const sectorId = ofSector ? (sectors.find((id) => id === search.sector) ?? sectors[0]) : undefined
  return { offered, measure, model, sectors, sectorId, ready: !ofSector || sectorId !== undefined }
}
