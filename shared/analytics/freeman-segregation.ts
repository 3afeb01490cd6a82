import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * Segregation: the share of expected cross-sector ties that is missing, (expected - E) / expected,
 * expected = m (n^2 - sum n_k^2) / (n(n-1)). Not cut off at 0: below 0 there are more than expected.
 * Freeman 1978, Soc Methods & Research 6:411; several groups: Bojanowski & Corten 2014, Soc Networks 39:14. O(n + m).
 * Undefined where none is expected (no tie, or one sector).
 */
export function freemanSegregation(csr: Csr, labels: Labels): Measured<number> {
  const { n, m } = csr
  if (n < 2) return undefinedFor('fewer-than-two-actors')
  if (m === 0) return undefinedFor('no-ties')
  let same = 0
  for (const x of sectorSizes(labels)) same += x * x
  if (n * n === same) return undefinedFor('one-sector')
  const expected = (m * (n * n - same)) / (n * (n - 1))
  return measured((expected - sectorTies(csr, labels).external) / expected)
}
