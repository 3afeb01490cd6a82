import type { Csr } from './csr.ts'
import type { MeasuredVector } from './measured.ts'

/**
 * Constraint: c_i = sum over contacts j of (p_ij + sum over contacts q of p_iq p_qj)^2, p_ij = 1/d_i for partners.
 * Burt 1992, Structural Holes, Harvard UP. O(sum d^2) time, O(n) scratch. Undefined for isolates.
 */
export function constraint(csr: Csr): MeasuredVector {
  const { n, offsets, neighbours } = csr
  const values = new Float64Array(n)
  const defined = new Uint8Array(n)
  const contactOf = new Int32Array(n).fill(-1)
  const indirect = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    const from = offsets[v]
    const to = offsets[v + 1]
    if (from === to) continue
    const share = 1 / (to - from)
    for (let i = from; i < to; i++) {
      contactOf[neighbours[i]] = v
      indirect[neighbours[i]] = 0
    }
    for (let i = from; i < to; i++) {
      const q = neighbours[i]
      const through = share / (offsets[q + 1] - offsets[q])
      for (let j = offsets[q]; j < offsets[q + 1]; j++) {
        if (contactOf[neighbours[j]] === v) indirect[neighbours[j]] += through
      }
    }
    let sum = 0
    for (let i = from; i < to; i++) sum += (share + indirect[neighbours[i]]) ** 2
    values[v] = sum
    defined[v] = 1
  }
  return { values, defined, reason: 'no-partner' }
}
