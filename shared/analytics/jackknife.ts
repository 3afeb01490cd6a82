import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import type { Measured, ReasonCode } from './measured.ts'

/** Index with each actor left out in turn; computed once per date, used for its band and for the bands of both changes. */
export interface LeaveOneOut {
  index: Measured<number>
  /** n values, 0 .. 100; a deletion that leaves no index counts as 0 */
  values: Float64Array
}

export interface Band {
  /** index, or change of the index */
  value: number
  standardError: number
  low: number
  high: number
}

export interface ChangeBand extends Band {
  /** |value| > 1.645 standard errors */
  clear: boolean
}

export declare function leaveOneOut(csr: Csr, labels: Labels): LeaveOneOut
export declare function indexBand(run: LeaveOneOut): Measured<Band>
/** @param match for each actor of the later network its number in the earlier one, or -1 */
export declare function changeBand(
  before: LeaveOneOut,
  after: LeaveOneOut,
  match: Int32Array,
): Measured<ChangeBand>
export type BandReason = ReasonCode
