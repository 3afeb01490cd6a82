import type { MetricId } from './catalog.ts'
import type { Closeness } from './closeness.ts'
import type { Csr } from './csr.ts'
import type { ActorDescription, Description, SectorDescription } from './description.ts'
import type { Labels } from './labels.ts'
import type { Measured } from './measured.ts'
import type { TieHistory } from './tie-history.ts'

/** What the steps of `describe.ts` read and write. */

/** By cost: about linear in ties, one search per actor, thousands of relabellings; and what needs dates, or events. */
export const STEP_GROUPS = ['linear', 'all-pairs', 'tests', 'time', 'events'] as const
export type StepGroup = (typeof STEP_GROUPS)[number]

/** One entry of the table: which metrics write which keys of the document. */
export interface DescribeStep {
  metrics: readonly MetricId[]
  group: StepGroup
  needs: readonly Need[]
  write: (draft: Draft) => void
}

/** What the rows must have for a step to run; `lists` stands for entries per actor. */
export type Need = 'sectors' | 'roles' | 'strata' | 'dates' | 'entries' | 'events' | 'before' | 'lists'

export interface DescribedNetwork {
  /** ascending */
  ids: string[]
  sectors: string[]
  csr: Csr
  labels: Labels | null
  /** names of the roles, and the role of every actor; a class beyond the names is no role */
  roles: { names: readonly string[]; labels: Labels } | null
  /** areas by name, and the number of every actor's */
  strata: { names: readonly string[]; of: Uint32Array } | null
  /** per sector: whether it is known well enough for a level (default: all are) */
  gate?: boolean[]
  history: TieHistory | null
  /** the network of an earlier date, and for each actor its number there, or -1 */
  before?: { csr: Csr; labels: Labels; match: Int32Array }
}

/** Measures that search from every actor, where threads have found them already; null where not. */
export interface AllPairs {
  betweenness: Float64Array | null
  closeness: Closeness | null
}

export interface Draft {
  network: DescribedNetwork
  document: Description
  /** one entry per sector, and per actor unless lists are left out */
  sectors: SectorDescription[]
  actors: ActorDescription[]
  searched: AllPairs
  /** draws of the sampled tests, where another number is asked for */
  permutations?: number | undefined
  /** called during long steps with what is done of what there is to do; may throw to stop */
  onProgress?: OnProgress | undefined
}

export type OnProgress = (done: number, total: number) => void

/** The value, or null with its reason left at the path. */
export function valueAt<T>(draft: Draft, path: string, measure: Measured<T>): T | null {
  if (measure.reason === undefined) return measure.value
  draft.document.reasons[path] = measure.reason
  return null
}

export function sectorPath(draft: Draft, sector: number, key: keyof SectorDescription): string {
  return `sectors.${draft.network.sectors[sector]}.${key}`
}

export function actorPath(draft: Draft, v: number, key: keyof ActorDescription): string {
  return `nodes_metrics.${draft.network.ids[v]}.${key}`
}

export function withLabels(draft: Draft, write: (csr: Csr, labels: Labels) => void): void {
  const { csr, labels } = draft.network
  if (labels) write(csr, labels)
}

/** A step about the whole network, by its ties alone. */
export function ofNetwork(
  metrics: readonly MetricId[],
  group: StepGroup,
  write: (csr: Csr, draft: Draft) => void,
): DescribeStep {
  return { metrics, group, needs: [], write: (draft) => write(draft.network.csr, draft) }
}

/** A step about the network or its sectors. */
export function ofSectors(
  metrics: readonly MetricId[],
  group: StepGroup,
  write: (csr: Csr, labels: Labels, draft: Draft) => void,
): DescribeStep {
  return {
    metrics,
    group,
    needs: ['sectors'],
    write: (draft) => withLabels(draft, (csr, labels) => write(csr, labels, draft)),
  }
}

/** Steps about every actor. */
export function ofActors(
  metrics: readonly MetricId[],
  group: StepGroup,
  write: (csr: Csr, draft: Draft) => void,
): DescribeStep {
  return { ...ofNetwork(metrics, group, write), needs: ['lists'] }
}

export function ofActorsBySector(
  metrics: readonly MetricId[],
  group: StepGroup,
  write: (csr: Csr, labels: Labels, draft: Draft) => void,
): DescribeStep {
  return { ...ofSectors(metrics, group, write), needs: ['lists', 'sectors'] }
}
