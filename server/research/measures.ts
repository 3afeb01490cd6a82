import type { MetricId } from '#shared/analytics/catalog.ts'
import type { ResearchTable } from '#shared/contract/research.ts'
import { ACTOR_MEASURES } from './actor-measures.ts'
import { LIST_MEASURES } from './list-measures.ts'
import { type MeasureSpec, measureId, needsJob } from './measure.ts'
import { NETWORK_MEASURES } from './network-measures.ts'
import { SECTOR_MEASURES } from './sector-measures.ts'

/** Every figure that can be asked for, by the table that it is a column of. */
export const MEASURES: Readonly<Record<ResearchTable, readonly MeasureSpec[]>> = {
  network: NETWORK_MEASURES,
  sectors: SECTOR_MEASURES,
  actors: ACTOR_MEASURES,
  ...LIST_MEASURES,
}

export interface FoundMeasure {
  id: string
  table: ResearchTable
  spec: MeasureSpec
}

const BY_ID: ReadonlyMap<string, FoundMeasure> = new Map(
  (Object.keys(MEASURES) as ResearchTable[]).flatMap((table) =>
    MEASURES[table].map((spec) => {
      const id = measureId(table, spec)
      return [id, { id, table, spec }] as const
    }),
  ),
)

export const findMeasure = (id: string): FoundMeasure | undefined => BY_ID.get(id)

export const everyMeasure = (): FoundMeasure[] => [...BY_ID.values()]

/** The metric whose step computes a measure. */
export const stepOf = ({ step, metric }: MeasureSpec): MetricId => step ?? metric

/** The steps that have to run for the measures of these metrics that need a job. */
export function jobSteps(metrics: readonly MetricId[]): MetricId[] {
  const wanted = everyMeasure().filter(({ spec }) => metrics.includes(spec.metric) && needsJob(spec))
  return [...new Set(wanted.map(({ spec }) => stepOf(spec)))]
}
