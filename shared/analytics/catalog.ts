import { ACTOR_METRICS } from './catalog-actors.ts'
import { INTEGRATION_METRICS } from './catalog-integration.ts'
import { SECTOR_METRICS } from './catalog-sectors.ts'
import { STRUCTURE_METRICS } from './catalog-structure.ts'
import { TIME_METRICS } from './catalog-time.ts'

/**
 * The metrics as data: what a method card prints. One entry per metric; the kernels are the files of the same folder.
 * Formulas use n actors, m ties, d_i partners of actor i, n_k members, I_k internal and E_k external ties of sector k.
 */
export interface Bilingual {
  id: string
  en: string
}

export const METRIC_IDS = [
  'integration-index',
  'pillar-reach',
  'pillar-evenness',
  'pillar-wholeness',
  'benchmark',
  'jackknife-band',
  'change',
  'sector-level',
  'sector-reach',
  'evidence',
  'level-stability',
  'bridging',
  'mixing',
  'pair-test',
  'helix-coverage',
  'rewiring',
  'reach-within-strata',
  'coverage',
  'turnover',
  'survival',
  'first-partner',
  'two-mode-projection',
  'attendance-conversion',
  'density',
  'components',
  'isolates',
  'place-profile',
  'connectedness',
  'degree',
  'page-rank',
  'centralization',
  'articulation',
  'resilience',
  'ei',
  'assortativity',
  'modularity',
  'segregation',
  'homophily',
  'communities',
  'partition-agreement',
  'betweenness',
  'closeness',
  'harmonic',
  'constraint',
  'effective-size',
  'brokerage',
  'partner-diversity',
  'core-number',
  'clustering',
  'triangles',
  'transitivity',
  'small-world',
  'core-periphery',
  'robustness',
] as const
export type MetricId = (typeof METRIC_IDS)[number]

export type Unit = 'points' | 'share' | 'ratio' | 'count' | 'probability' | 'score' | 'category'

/** What one figure of the metric is about. A period is the time between two dates; a cohort the actors who entered in one. */
export type Scope =
  | 'network'
  | 'sector'
  | 'sector-pair'
  | 'role-pair'
  | 'place'
  | 'actor'
  | 'actor-pair'
  | 'tie'
  | 'period'
  | 'cohort'

/** Goes up with any formula whose figures change. */
export const FORMULA_VERSION = 1

export interface MetricEntry {
  id: MetricId
  name: Bilingual
  /** one plain sentence: what it tells */
  meaning: Bilingual
  /** in each language where it takes words */
  formula: string | Bilingual
  scope: readonly Scope[]
  unit: Unit
  /** whether the figure is exact, or sampled from a fixed seed: always, or where enumeration would be too long */
  computation: 'exact' | 'exact-or-sampled' | 'sampled'
  treatment: Treatment
  citations: readonly string[]
  /** functions elsewhere that compute the same or what it is made of, `package::function` in R, dotted in Python */
  reference: readonly string[]
}

export interface Treatment {
  isolates: Bilingual
  directions: Bilingual
  multiTies: Bilingual
  ended: Bilingual
  expired: Bilingual
  unknown: Bilingual
}

export const CATALOG: Readonly<Record<MetricId, MetricEntry>> = {
  ...INTEGRATION_METRICS,
  ...SECTOR_METRICS,
  ...TIME_METRICS,
  ...STRUCTURE_METRICS,
  ...ACTOR_METRICS,
}
