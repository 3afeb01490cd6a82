import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Core and periphery: the core for which fewest pairs break the pattern "all tied inside the core, none in the periphery".
 *
 *   Z(k) = C(k,2) + m - sum of the k largest degrees, least over k = 1 .. n-1, the smallest k on equal Z
 *
 * Fit: the correlation of "tied" with "both in the core" over the pairs within core and within periphery; the pairs between the
 * two are left open, as in Z. 1 is the ideal pattern, 0 none.
 *
 * Borgatti & Everett 2000, Soc Networks 21:375; exact in degree order: Lip 2011, arXiv:1102.5511. O(n log n + m).
 * The core is by degree descending, then by number. Isolates are periphery. Undefined for n < 2; the fit also where core or
 * periphery is a single actor, or all or none of these pairs are tied.
 */
export interface CorePeriphery {
  /** pairs that break the pattern */
  misfits: number
  core: number[]
  fit: Measured<number>
  /** an actor left out has as many partners as one taken in: their number alone decided */
  tiedCut: boolean
  /** core sizes with equally few misfits, this one included */
  equalSizes: number
}

export function corePeriphery(csr: Csr): Measured<CorePeriphery> {
  const { n, m } = csr
  if (n < 2) return undefinedFor('fewer-than-two-actors')
  const partners = degrees(csr)
  const order = Array.from(partners, (_, v) => v).sort((v, w) => partners[w] - partners[v] || v - w)
  let misfits = Number.POSITIVE_INFINITY
  let size = 0
  let degreeSum = 0
  let equalSizes = 0
  for (let k = 1; k < n; k++) {
    degreeSum += partners[order[k - 1]]
    const z = (k * (k - 1)) / 2 + m - degreeSum
    if (z < misfits) {
      misfits = z
      size = k
      equalSizes = 1
    } else if (z === misfits) equalSizes++
  }
  const core = order.slice(0, size)
  return measured({
    misfits,
    core,
    fit: patternFit(csr, core),
    tiedCut: partners[order[size - 1]] === partners[order[size]],
    equalSizes,
  })
}

/** Correlation of two yes-or-no readings of a pair (phi), from their table of four counts. */
function patternFit({ n, m, offsets, neighbours }: Csr, core: readonly number[]): Measured<number> {
  const inCore = new Uint8Array(n)
  for (const v of core) inCore[v] = 1
  let coreEnds = 0
  let between = 0
  for (const v of core) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      if (inCore[neighbours[i]] === 1) coreEnds++
      else between++
    }
  }
  const corePairs = (core.length * (core.length - 1)) / 2
  const outerPairs = ((n - core.length) * (n - core.length - 1)) / 2
  const coreTies = coreEnds / 2
  const outerTies = m - coreTies - between
  const tied = coreTies + outerTies
  const untied = corePairs + outerPairs - tied
  const spread = corePairs * outerPairs * tied * untied
  if (spread === 0) return undefinedFor('no-contrast')
  return measured(
    (coreTies * (outerPairs - outerTies) - (corePairs - coreTies) * outerTies) / Math.sqrt(spread),
  )
}
