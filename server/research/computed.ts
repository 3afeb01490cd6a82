import type { MetricId } from '#shared/analytics/catalog.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import type { DescribedNetwork, StepGroup } from '#shared/analytics/describe-draft.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import type { Sampling } from '#shared/analytics/measured.ts'
import type { ResearchTable } from '#shared/contract/research.ts'
import type { RegisterHistory } from '../network/tie-history.ts'
import type { Searches } from './all-pairs.ts'

/** What goes to the worker threads and comes back: numbers and short names, no records of the register. */

/** A network as the steps of `describe` read it, by numbers of actors. */
export interface ComputedNetwork {
  csr: Csr
  labels: Labels
  /** name of every class: its sector, or `role:` and the role of actors without one */
  classes: readonly string[]
  roles: DescribedNetwork['roles']
  strata: DescribedNetwork['strata']
  /** per class */
  gate: boolean[]
  /** per class, those that are sectors */
  coverage: readonly { registered: number; verified: number }[]
  before: { csr: Csr; labels: Labels; match: Int32Array } | null
}

export interface DescribeTask {
  network: ComputedNetwork
  history: RegisterHistory | null
  seed: number
  permutations: number | null
  groups: readonly StepGroup[]
  /** null: all of the groups */
  metrics: readonly MetricId[] | null
  /** also figures per actor, tie and pair of actors */
  lists: boolean
  /** what threads have searched for already */
  searches: Searches | null
  /** how far it is, and whether to stop: see `pace.ts`; null where nobody asks */
  pace: Int32Array | null
}

export interface ComputedColumn {
  key: string
  /** numbers with NaN for none, flags with 2 for none, or names with null for none: read by `cellAt` */
  values: Float64Array | Uint8Array | (string | null)[]
  reason: string | null
  reasons: (string | null)[] | null
  sampling: Sampling | null
  samplings: (Sampling | null)[] | null
}

export const NO_FLAG = 2

export function cellAt({ values }: ComputedColumn, row: number): number | string | boolean | null {
  const value = values[row]
  if (value === undefined || value === null) return null
  if (values instanceof Uint8Array) return value === NO_FLAG ? null : value === 1
  return Number.isNaN(value) ? null : value
}

/** What names a row: numbers of actors of the network or of its history, or words. */
export type RowNames =
  | { key: string; actors: Uint32Array; of: 'network' | 'history' }
  | { key: string; words: (string | number | null)[] }

export interface ComputedTable {
  rows: number
  names: RowNames[]
  columns: ComputedColumn[]
  /** why there is no row, where there is none */
  reason: string | null
}

export type ComputedTables = Partial<Record<ResearchTable, ComputedTable>>

export interface NullModelTask {
  network: ComputedNetwork
  measureId: string
  /** number of the class, for a measure of sectors */
  sector: number | null
  model: 'labels' | 'rewiring'
  draws: number
  seed: number
  pace: Int32Array
}
