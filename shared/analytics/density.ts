import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Density: ties over possible ties, 2m / (n(n-1)). Wasserman & Faust 1994, Social Network Analysis, CUP.
 * O(1). Undefined for n < 2. Isolates count. Falls as 1/n at a constant number of partners, so it is never a target.
 */
export function density(csr: Csr): Measured<number> {
  if (csr.n < 2) return undefinedFor('fewer-than-two-actors')
  return measured((2 * csr.m) / (csr.n * (csr.n - 1)))
}
