import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Degree centralization: sum (d_max - d_i) / ((n-1)(n-2)); 0 all alike, 1 a star. Freeman 1979, Soc Networks 1:215.
 * O(n). Isolates count. Undefined for n < 3.
 */
export function degreeCentralization(csr: Csr): Measured<number> {
  const { n, m } = csr
  if (n < 3) return undefinedFor('fewer-than-three-actors')
  const all = degrees(csr)
  let most = 0
  for (let v = 0; v < n; v++) most = Math.max(most, all[v])
  return measured((n * most - 2 * m) / ((n - 1) * (n - 2)))
}
