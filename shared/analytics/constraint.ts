import type { Csr } from './csr.ts'
import type { MeasuredVector } from './measured.ts'
import { upwardTies, visitTriangles } from './triangles.ts'

/**
 * Constraint: c_i = sum over contacts j of (p_ij + sum over contacts q of p_iq p_qj)^2, p_ij = 1/d_i for partners.
 *
 *   = (1/d_i^2) * sum over contacts j of (1 + s_ij)^2,   s_ij = sum over common partners q of 1/d_q, the same from both ends
 *
 * Burt 1992, Structural Holes, Harvard UP. s by one visit of every triangle: O(m^1.5) time, O(n + m) space, also with hubs.
 * Undefined for isolates.
 */
export function constraint(csr: Csr): MeasuredVector {
  const { n, m, offsets } = csr
  const ties = upwardTies(csr)
  const share = new Float64Array(n)
  for (let v = 0; v < n; v++) share[v] = 1 / (offsets[v + 1] - offsets[v])
  const through = new Float64Array(m)
  visitTriangles(csr, ties, (a, b, c, ab, ac, bc) => {
    through[ab] += share[c]
    through[ac] += share[b]
    through[bc] += share[a]
  })
  const values = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    for (let e = ties.starts[v]; e < ties.starts[v + 1]; e++) {
      const square = (1 + through[e]) ** 2
      values[v] += square
      values[ties.ends[e]] += square
    }
  }
  const defined = new Uint8Array(n)
  for (let v = 0; v < n; v++) {
    if (offsets[v + 1] === offsets[v]) continue
    values[v] *= share[v] * share[v]
    defined[v] = 1
  }
  return { values, defined, reason: 'no-partner' }
}
