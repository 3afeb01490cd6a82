/**
 * A figure that may be undefined. Undefined is `null` with the reason, never 0 and never NaN.
 */
export type Measured<T> = { value: T; reason?: undefined } | { value: null; reason: ReasonCode }

export type ReasonCode =
  /** nobody is in the network */
  | 'no-actors'
  /** the formula needs two, three, ten or thirty actors */
  | 'fewer-than-two-actors'
  | 'fewer-than-three-actors'
  | 'fewer-than-ten-actors'
  | 'fewer-than-thirty-actors'
  /** all actors are in one sector, so nothing can be cross-sector */
  | 'one-sector'
  /** the sector has no member on this date */
  | 'empty-sector'
  /** the network, the sector or the actor has no tie to divide by */
  | 'no-ties'
  | 'no-partner'
  | 'no-external-tie'
  /** the actor, or everybody, has fewer than two partners; or has so on average */
  | 'fewer-than-two-partners'
  | 'fewer-than-two-partners-on-average'
  /** one tie cannot be swapped with another */
  | 'fewer-than-two-ties'
  /** the expectation under shuffled sectors is zero, so a ratio to it has no meaning */
  | 'nothing-expected'
  /** every tie end lies in one sector, so the maximum of the measure is zero */
  | 'no-variation'
  /** all pairs compared read alike, so nothing can go together with anything */
  | 'no-contrast'
  /** a table over all pairs of sectors would not fit, or that many ties cannot be drawn from */
  | 'too-many-sectors'
  | 'too-many-ties'
  /** nobody has the role on this date */
  | 'role-absent'
  /** nothing was observed long enough */
  | 'no-observations'
  /** no half has ended yet, so there is no median */
  | 'more-than-half-still-running'
  /** nobody comparable to compare with */
  | 'no-comparison'
  /** all leave-one-out values are equal: a band of width zero would claim a certainty nobody has */
  | 'band-not-computable'
  /** coverage of the sector is below the gate */
  | 'coverage-too-low'
  /** no attainable count could reach significance, or fewer than three members */
  | 'not-testable'
  /** the test was not asked for, or does not apply */
  | 'not-tested'
  /** the figure does not exist at the earlier or at the later date */
  | 'undefined-before'
  | 'undefined-after'
  /** the actors present at both dates have no index at the earlier or at the later date */
  | 'cohort-undefined-before'
  | 'cohort-undefined-after'

export function measured<T>(value: T): Measured<T> {
  return { value }
}

export function undefinedFor(reason: ReasonCode): { value: null; reason: ReasonCode } {
  return { value: null, reason }
}

/** How a probability or a mean over relabellings was found, and over how many of them. */
export interface Sampling {
  method: 'exact' | 'sampled'
  /** labellings enumerated, or permutations drawn */
  draws: number
}

/** A figure per actor, undefined for some of them, all for the same reason. */
export interface MeasuredVector {
  values: Float64Array
  /** 1 where the value exists */
  defined: Uint8Array
  reason: ReasonCode
}

export function entryOf(vector: MeasuredVector, v: number): Measured<number> {
  return vector.defined[v] === 1 ? measured(vector.values[v]) : undefinedFor(vector.reason)
}
