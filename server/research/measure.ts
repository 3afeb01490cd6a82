import type { Bilingual, MetricId } from '#shared/analytics/catalog.ts'
import type { CostTier, Measure, NullModel, ResearchTable } from '#shared/contract/research.ts'

/** A column of a table as data: where its figure stands in the document of `describe`, and what can be asked of it. */
export interface MeasureSpec {
  key: string
  metric: MetricId
  name: Bilingual
  unit: Measure['unit']
  tier: CostTier
  /** dotted path of the figure in the entry of its table, where that is not the key */
  path?: string
  shown?: boolean
  nullModels?: readonly NullModel[]
  series?: boolean
  /** the figure under whose path it is told how it was found, where that is not its own */
  foundAs?: string
  /** the list of the document, by sector, that it stands in instead of the entry of the sector */
  listedIn?: string
  /** the metric whose step writes it, where that is another one */
  step?: MetricId
}

/** What one figure is called: Indonesian, English. */
export const name = (id: string, en: string): Bilingual => ({ id, en })

/** What takes a search per actor or thousands of draws is asked for as a job. */
export const needsJob = ({ tier }: Pick<MeasureSpec, 'tier'>): boolean =>
  tier === 'all-pairs' || tier === 'tests'

export const measureId = (table: ResearchTable, { key }: Pick<MeasureSpec, 'key'>): string =>
  `${table}.${key}`
