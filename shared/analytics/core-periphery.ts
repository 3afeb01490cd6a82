import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Core and periphery: the core for which fewest pairs break the pattern "all tied inside the core, none in the periphery".
 *
 *   Z(k) = C(k,2) + m - sum of the k largest degrees, least over k = 1 .. n-1, the smallest k on equal Z
 *
 * Borgatti & Everett 2000, Soc Networks 21:375; exact in degree order: Lip 2011, arXiv:1102.5511. O(n log n).
 * The core is by degree descending, then by number. Isolates are periphery. Undefined for n < 2.
 */
export interface CorePeriphery {
  /** pairs that break the pattern */
  misfits: number
  core: number[]
}

export function corePeriphery(csr: Csr): Measured<CorePeriphery> {
  const { n, m } = csr
  if (n < 2) return undefinedFor('fewer-than-two-actors')
  const partners = degrees(csr)
  const order = Array.from(partners, (_, v) => v).sort((v, w) => partners[w] - partners[v] || v - w)
  let misfits = Number.POSITIVE_INFINITY
  let size = 0
  let degreeSum = 0
  for (let k = 1; k < n; k++) {
    degreeSum += partners[order[k - 1]]
    const z = (k * (k - 1)) / 2 + m - degreeSum
    if (z < misfits) {
      misfits = z
      size = k
    }
  }
  return measured({ misfits, core: order.slice(0, size) })
}
