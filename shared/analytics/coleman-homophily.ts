import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * Inward pull of each sector: with w = 2 I_k internal tie ends and e = D_k (n_k - 1)/(n - 1) expected,
 * (w - e)/(D_k - e) where w >= e, else (w - e)/e; 1 only inside, 0 as expected, -1 only outside.
 * Coleman 1958, Human Organization 17:28 (a tie counts as two arcs). O(n + m).
 * Undefined for a sector without ties, and for one that holds all actors.
 */
export function colemanHomophily(csr: Csr, labels: Labels): Measured<number>[] {
  const sizes = sectorSizes(labels)
  const { internalBySector, endsBySector } = sectorTies(csr, labels)
  return Array.from(sizes, (size, k) => {
    if (size === 0) return undefinedFor('empty-sector')
    const ends = endsBySector[k]
    if (ends === 0) return undefinedFor('no-ties')
    if (size === csr.n) return undefinedFor('one-sector')
    const inside = 2 * internalBySector[k]
    const expected = (ends * (size - 1)) / (csr.n - 1)
    return measured(
      inside >= expected ? (inside - expected) / (ends - expected) : (inside - expected) / expected,
    )
  })
}
