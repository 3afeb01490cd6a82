import { components } from './components.ts'
import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Connectedness: share of pairs joined by any path, sum c(c-1) / (n(n-1)) over component sizes c.
 * Krackhardt 1994, in Carley & Prietula, Computational Organization Theory. O(n + m). Isolates count. Undefined for n < 2.
 */
export function connectedness(csr: Csr): Measured<number> {
  const { n } = csr
  if (n < 2) return undefinedFor('fewer-than-two-actors')
  let pairs = 0
  for (const c of components(csr).sizes) pairs += c * (c - 1)
  return measured(pairs / (n * (n - 1)))
}
