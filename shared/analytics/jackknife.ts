import { createBlockSearch, searchBlocks } from './block-search.ts'
import type { Csr } from './csr.ts'
import { integrationIndex, smallSectors } from './integration-index.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { pairChanges } from './pairs-without.ts'
import { composePillars, createPillarScratch, measurePillars } from './pillars.ts'

/**
 * Uncertainty of the index, and of its change, from leaving out each actor in turn.
 *
 *   SE = sqrt((n - 2) / (2n) * sum (x_(-i) - mean)^2),   band = value +- 1.645 SE
 *
 * Snijders & Borgatti 1999, Connections 22(2):161 (the factor for networks). Partition and pooled sectors are held; a sector
 * left with nobody drops out of S; a deletion that leaves no index counts as 0. Conservative: the nominal 90 % covers 97-100 %.
 * Exact for every actor without n readings: what its exit does is read off the block-cut tree and the split components of its blocks
 * (`pairs-without`). O((n + m) K); computed once per date and used for its own band and for the bands of both neighbouring changes.
 */
export interface LeaveOneOut {
  index: Measured<number>
  /** n values, 0 .. 100 */
  values: Float64Array
}

export interface Band {
  /** the index, or its change */
  value: number
  standardError: number
  low: number
  high: number
}

export interface ChangeBand extends Band {
  /** the change exceeds 1.645 standard errors */
  clear: boolean
}

export const BAND_FACTOR = 1.645
export const BAND_MIN_ACTORS = 10

export function leaveOneOut(csr: Csr, labels: Labels): LeaveOneOut {
  const whole = integrationIndex(csr, labels)
  const values = new Float64Array(csr.n)
  if (whole.value === null) return { index: undefinedFor(whole.reason), values }
  const pooled = smallSectors(sectorSizes(labels))
  const search = createBlockSearch(csr.n)
  searchBlocks(csr, search)
  const scratch = createPillarScratch(labels.count)
  measurePillars(csr, labels.of, pooled, search, scratch)
  const { joined, whole: inBlocks } = scratch
  const changes = pairChanges(csr, labels, search)
  const { offsets, neighbours } = csr
  const { of } = labels
  const outside = partnersOutside(csr, of)
  const { sizes, reached } = scratch
  /** Takes v, and the reach of those whose only partner outside it is, out of the counts, or puts it back. */
  const count = (v: number, sign: number): void => {
    scratch.n += sign
    sizes[of[v]] += sign
    if (outside[v] === 0) return
    reached[of[v]] += sign
    scratch.reachedTotal += sign
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      if (outside[w] > 1 || of[w] === of[v]) continue
      reached[of[w]] += sign
      scratch.reachedTotal += sign
    }
  }
  for (let v = 0; v < csr.n; v++) {
    count(v, -1)
    scratch.joined = joined + changes.joined[v]
    scratch.whole = inBlocks + changes.whole[v]
    values[v] = composePillars(pooled, scratch) ? scratch.index : 0
    count(v, 1)
  }
  return { index: measured(whole.value.index), values }
}

/** Partners of each actor in another sector. */
function partnersOutside({ n, offsets, neighbours }: Csr, of: Uint16Array): Uint32Array {
  const outside = new Uint32Array(n)
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) if (of[neighbours[i]] !== of[v]) outside[v]++
  }
  return outside
}

/** Band of the index, clipped to 0 .. 100. None below ten actors or where all leave-one-out values are equal. */
export function indexBand(run: LeaveOneOut): Measured<Band> {
  if (run.index.value === null) return undefinedFor(run.index.reason)
  const spread = spreadOf(run.values)
  if (spread.value === null) return undefinedFor(spread.reason)
  const value = run.index.value
  const half = BAND_FACTOR * spread.value
  return measured({
    value,
    standardError: spread.value,
    low: Math.max(0, value - half),
    high: Math.min(100, value + half),
  })
}

/**
 * Paired band of a change: the same actor is left out at both dates; one absent at a date changes only the other.
 * @param match for each actor of the later network its number in the earlier one, or -1
 */
export function changeBand(
  before: LeaveOneOut,
  after: LeaveOneOut,
  match: ArrayLike<number>,
): Measured<ChangeBand> {
  if (before.index.value === null) return undefinedFor('undefined-before')
  if (after.index.value === null) return undefinedFor('undefined-after')
  const differences: number[] = []
  const stayed = new Uint8Array(before.values.length)
  for (let v = 0; v < after.values.length; v++) {
    const earlier = match[v]
    if (earlier >= 0) stayed[earlier] = 1
    differences.push(after.values[v] - (earlier >= 0 ? before.values[earlier] : before.index.value))
  }
  for (let v = 0; v < before.values.length; v++) {
    if (stayed[v] === 0) differences.push(after.index.value - before.values[v])
  }
  const spread = spreadOf(differences)
  if (spread.value === null) return undefinedFor(spread.reason)
  const value = after.index.value - before.index.value
  const half = BAND_FACTOR * spread.value
  return measured({
    value,
    standardError: spread.value,
    low: value - half,
    high: value + half,
    clear: Math.abs(value) > half,
  })
}

function spreadOf(values: ArrayLike<number>): Measured<number> {
  const n = values.length
  if (n < BAND_MIN_ACTORS) return undefinedFor('fewer-than-ten-actors')
  let mean = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    mean += values[i] / n
    least = Math.min(least, values[i])
    most = Math.max(most, values[i])
  }
  // indices are roots of ratios: equal in mathematics may differ in the last place
  if (most - least < 1e-9) return undefinedFor('band-not-computable')
  let squares = 0
  for (let i = 0; i < n; i++) squares += (values[i] - mean) ** 2
  return measured(Math.sqrt(((n - 2) / (2 * n)) * squares))
}
