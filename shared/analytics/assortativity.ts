import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * Assortativity by sector: r = (sum e_kk - sum a_k^2) / (1 - sum a_k^2), e_kk = I_k / m, a_k = D_k / 2m.
 * Newman 2003, PRE 67:026126. 1 fully split, 0 sector plays no role, below 0 ties seek other sectors. O(n + m).
 * Undefined without ties or when all tie ends lie in one sector. Isolates play no part.
 */
export function assortativity(csr: Csr, labels: Labels): Measured<number> {
  const { m } = csr
  if (m === 0) return undefinedFor('no-ties')
  const { internal, endsBySector } = sectorTies(csr, labels)
  let squares = 0
  for (let k = 0; k < labels.count; k++) {
    // whole numbers below 2^53, so one sector holding all ends is recognised exactly
    if (endsBySector[k] === 2 * m) return undefinedFor('no-variation')
    squares += (endsBySector[k] / (2 * m)) ** 2
  }
  return measured((internal / m - squares) / (1 - squares))
}
