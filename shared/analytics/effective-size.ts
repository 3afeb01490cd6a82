import type { Csr } from './csr.ts'
import type { MeasuredVector } from './measured.ts'
import { trianglesPerActor } from './triangles.ts'

/**
 * Effective size: d - 2t/d, partners less those that repeat one another; t ties among the partners.
 * Borgatti 1997, Connections 20:35. O(m^1.5). Undefined for isolates.
 */
export function effectiveSize(csr: Csr): MeasuredVector {
  const { n, offsets } = csr
  const triangles = trianglesPerActor(csr)
  const values = new Float64Array(n)
  const defined = new Uint8Array(n)
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    if (d === 0) continue
    values[v] = d - (2 * triangles[v]) / d
    defined[v] = 1
  }
  return { values, defined, reason: 'no-partner' }
}
