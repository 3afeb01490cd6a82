import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import type { Measured } from './measured.ts'

export interface Pillars {
  J: number
  S: number
  C: number
}

export interface ChangeSplit {
  /** points of the index */
  total: number
  /** change of the index induced on the actors present at both dates */
  sameCohort: number
  /** entry and exit: total - sameCohort */
  composition: number
  /** exact Shapley parts of sameCohort */
  pillars: Pillars
  cohortSize: number
}

export interface LabelledNetwork {
  csr: Csr
  labels: Labels
}

/** Exact Shapley split of the index change over the three pillars, in points. */
export declare function shapleyByPillar(before: Pillars, after: Pillars): Pillars
/** @param match for each actor of the later network its number in the earlier one, or -1 */
export declare function splitChange(
  before: LabelledNetwork,
  after: LabelledNetwork,
  match: Int32Array,
): Measured<ChangeSplit>
