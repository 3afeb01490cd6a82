import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Mixing matrix: ties within and between sectors, observed and expected with sectors shuffled over the same network.
 *
 *   expected_st = 2m * pairs_st / (n(n-1)),   pairs = n_s n_t between two sectors, n_s(n_s - 1)/2 within one
 *
 * Newman 2003, PRE 67:026126. O(n + m + K^2). Undefined for n < 2 and above 2,000 sectors. Where nothing is expected, the ratio is undefined.
 */
export interface Mixing {
  count: number
  /** K x K, symmetric; the diagonal counts each internal tie once */
  observed: Uint32Array
  expected: Float64Array
}

export const MIXING_LIMIT = 2_000

export function mixing(csr: Csr, labels: Labels): Measured<Mixing> {
  const { n, m, offsets, neighbours } = csr
  const { count, of } = labels
  if (n < 2) return undefinedFor('fewer-than-two-actors')
  if (count > MIXING_LIMIT) return undefinedFor('too-many-sectors')
  const observed = new Uint32Array(count * count)
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) observed[of[v] * count + of[neighbours[i]]]++
  }
  const sizes = sectorSizes(labels)
  const expected = new Float64Array(count * count)
  for (let s = 0; s < count; s++) {
    observed[s * count + s] /= 2
    for (let t = 0; t < count; t++) {
      const pairs = s === t ? (sizes[s] * (sizes[s] - 1)) / 2 : sizes[s] * sizes[t]
      expected[s * count + t] = (2 * m * pairs) / (n * (n - 1))
    }
  }
  return measured({ count, observed, expected })
}

/** Observed over expected for one pair of sectors. */
export function observedOverExpected(matrix: Mixing, s: number, t: number): Measured<number> {
  const expected = matrix.expected[s * matrix.count + t]
  if (expected === 0) return undefinedFor('nothing-expected')
  return measured(matrix.observed[s * matrix.count + t] / expected)
}
