import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/** Partners per actor. O(n). */
export function degrees(csr: Csr): Uint32Array {
  const result = new Uint32Array(csr.n)
  for (let v = 0; v < csr.n; v++) result[v] = csr.offsets[v + 1] - csr.offsets[v]
  return result
}

/** Entry d: actors with d partners; length max degree + 1, empty for n = 0. O(n). */
export function degreeDistribution(csr: Csr): Uint32Array {
  const all = degrees(csr)
  let most = -1
  for (let v = 0; v < all.length; v++) most = Math.max(most, all[v])
  const histogram = new Uint32Array(most + 1)
  for (let v = 0; v < all.length; v++) histogram[all[v]]++
  return histogram
}

/** Mean partners per actor, 2m / n. Undefined without actors. */
export function meanDegree(csr: Csr): Measured<number> {
  return csr.n === 0 ? undefinedFor('no-actors') : measured((2 * csr.m) / csr.n)
}
