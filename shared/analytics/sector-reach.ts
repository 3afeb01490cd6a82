import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Reach of a sector, and what it would be if sectors played no role.
 *
 *   a   = members with a partner in another sector / n_k
 *   a0  = (1/n) * sum over all actors of [1 - C(n_k - 1, d_i) / C(n - 1, d_i)]   (expected reach, sectors shuffled)
 *   a1  = the same over the members alone, divided by n_k                       (their own ties, sector-blind partners)
 *   rho = a / a0 = activity * openness,   activity = a1 / a0,   openness = a / a1
 *
 * The quotient of binomials is the chance that all d partners of a member are members too; as a product of d factors it is
 * zero as soon as one is. O(m + n + K * max degree). Sums run by ascending degree, so they do not depend on the order of
 * actors. An isolate counts in n and n_k and contributes 0.
 */
export interface SectorReach {
  sector: number
  n: number
  /** members with a partner in another sector */
  reached: number
  internal: number
  external: number
  /** tie ends: 2 * internal + external */
  degree: number
  /** reached / n */
  reach: Measured<number>
  /** expected reach with sectors shuffled over the whole network, and over the sector's own ties */
  a0: Measured<number>
  a1: Measured<number>
  rho: Measured<number>
  activity: Measured<number>
  openness: Measured<number>
  /** share of the external ties held by the member with most of them */
  top1: Measured<number>
}

export function sectorReach(csr: Csr, labels: Labels): SectorReach[] {
  const { n, offsets } = csr
  const sizes = sectorSizes(labels)
  const counts = countPartners(csr, labels)
  const byDegree = degreeHistogram(csr)
  const ownByDegree = sectorDegreeLists(csr, labels, sizes, byDegree.length)

  const readings: SectorReach[] = []
  for (let k = 0; k < labels.count; k++) {
    const size = sizes[k]
    const { reached, internalEnds, external, most } = counts
    let a0 = 0
    let a1 = 0
    if (size > 0) {
      const outside = chanceOutside(size, n, byDegree.length - 1)
      for (let d = 1; d < byDegree.length; d++) a0 += byDegree[d] * outside[d]
      a0 /= n
      const own = ownByDegree[k]
      for (let i = 0; i < own.length; i++) a1 += outside[offsets[own[i] + 1] - offsets[own[i]]]
      a1 /= size
    }
    readings.push({
      sector: k,
      n: size,
      reached: reached[k],
      internal: internalEnds[k] / 2,
      external: external[k],
      degree: internalEnds[k] + external[k],
      ...ratios(size, reached[k], a0, a1),
      top1: external[k] === 0 ? undefinedFor('no-external-tie') : measured(most[k] / external[k]),
    })
  }
  return readings
}

function ratios(size: number, reached: number, a0: number, a1: number) {
  if (size === 0) {
    const empty = undefinedFor('empty-sector')
    return { reach: empty, a0: empty, a1: empty, rho: empty, activity: empty, openness: empty }
  }
  const a = reached / size
  const over = (x: number, y: number): Measured<number> =>
    y === 0 ? undefinedFor('nothing-expected') : measured(x / y)
  return {
    reach: measured(a),
    a0: measured(a0),
    a1: measured(a1),
    rho: over(a, a0),
    activity: over(a1, a0),
    openness: over(a, a1),
  }
}

/** Entry d: the chance that an actor with d partners has one outside its sector of `size` among n. */
export function chanceOutside(size: number, n: number, maxDegree: number): Float64Array {
  const outside = new Float64Array(maxDegree + 1)
  let allInside = 1
  for (let d = 1; d <= maxDegree; d++) {
    allInside *= d < size && d < n ? (size - d) / (n - d) : 0
    outside[d] = 1 - allInside
  }
  return outside
}

interface PartnerCounts {
  reached: Uint32Array
  internalEnds: Float64Array
  external: Float64Array
  /** most external ties of one member */
  most: Uint32Array
}

function countPartners(csr: Csr, labels: Labels): PartnerCounts {
  const { n, offsets, neighbours } = csr
  const { count, of } = labels
  const reached = new Uint32Array(count)
  const internalEnds = new Float64Array(count)
  const external = new Float64Array(count)
  const most = new Uint32Array(count)
  for (let v = 0; v < n; v++) {
    const k = of[v]
    let outside = 0
    for (let i = offsets[v]; i < offsets[v + 1]; i++) if (of[neighbours[i]] !== k) outside++
    internalEnds[k] += offsets[v + 1] - offsets[v] - outside
    external[k] += outside
    if (outside > 0) reached[k]++
    if (outside > most[k]) most[k] = outside
  }
  return { reached, internalEnds, external, most }
}

function degreeHistogram(csr: Csr): Uint32Array {
  let maxDegree = 0
  for (let v = 0; v < csr.n; v++) maxDegree = Math.max(maxDegree, csr.offsets[v + 1] - csr.offsets[v])
  const histogram = new Uint32Array(maxDegree + 1)
  for (let v = 0; v < csr.n; v++) histogram[csr.offsets[v + 1] - csr.offsets[v]]++
  return histogram
}

/** Members of every sector by ascending degree: one counting sort over all actors, dealt out in order. */
function sectorDegreeLists(
  csr: Csr,
  labels: Labels,
  sizes: Uint32Array,
  degrees: number,
): Uint32Array<ArrayBuffer>[] {
  const { n, offsets } = csr
  const starts = new Uint32Array(degrees + 1)
  for (let v = 0; v < n; v++) starts[offsets[v + 1] - offsets[v] + 1]++
  for (let d = 0; d < degrees; d++) starts[d + 1] += starts[d]
  const ordered = new Uint32Array(n)
  for (let v = 0; v < n; v++) ordered[starts[offsets[v + 1] - offsets[v]]++] = v
  const lists = Array.from(sizes, (size) => new Uint32Array(size))
  const filled = new Uint32Array(labels.count)
  for (let i = 0; i < n; i++) {
    const k = labels.of[ordered[i]]
    lists[k][filled[k]++] = ordered[i]
  }
  return lists
}
