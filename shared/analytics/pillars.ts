import { type BlockSearch, NOBODY } from './block-search.ts'
import type { Csr } from './csr.ts'

/**
 * The pillars of the integration index for one labelling of one network, written into scratch: the inner loop of the index, of
 * its sector-blind benchmark and of its jackknife.
 *
 *   J = actors with a partner in another sector / n
 *   S = mean over sectors of (such members / members); sectors marked as pooled are one group
 *   H = cross-sector pairs in one component / cross-sector pairs      T = the same over blocks      C = (H + T) / 2
 *
 * All five are ratios of whole numbers, counted exactly. O(n + m), no allocation.
 */
export interface PillarScratch {
  J: number
  S: number
  H: number
  T: number
  C: number
  /** 0 .. 100 */
  index: number
  /** actors counted, and those with a partner in another sector */
  n: number
  reachedTotal: number
  /** ordered cross-sector pairs in one component, and in one block */
  joined: number
  whole: number
  /** groups that S is the mean of */
  groups: number
  /** per sector: members and reached members */
  sizes: Uint32Array
  reached: Uint32Array
  tally: Uint32Array
}

export function createPillarScratch(sectorCount: number): PillarScratch {
  return {
    J: 0,
    S: 0,
    H: 0,
    T: 0,
    C: 0,
    index: 0,
    n: 0,
    reachedTotal: 0,
    joined: 0,
    whole: 0,
    groups: 0,
    sizes: new Uint32Array(sectorCount),
    reached: new Uint32Array(sectorCount),
    tally: new Uint32Array(sectorCount),
  }
}

/**
 * @param of sector per actor
 * @param pooled per sector: 1 where it is judged together with the other small ones
 * @param search components and blocks of the same network without the same `excluded`
 * @returns false where the index is undefined (fewer than two actors or sectors left)
 */
export function measurePillars(
  csr: Csr,
  of: Uint16Array,
  pooled: Uint8Array,
  search: BlockSearch,
  scratch: PillarScratch,
  excluded = NOBODY,
): boolean {
  countReached(csr, of, scratch, excluded)
  const { tally } = scratch
  const { componentCount, componentOffsets, componentMembers, blockCount, blockOffsets, blockMembers } =
    search
  scratch.joined = crossPairsWithin(componentCount, componentOffsets, componentMembers, of, tally)
  scratch.whole = crossPairsWithin(blockCount, blockOffsets, blockMembers, of, tally)
  return composePillars(pooled, scratch)
}

/**
 * The pillars and the index from the counts in `scratch`: n, sizes, reached, reachedTotal, joined, whole.
 * @returns false where the index is undefined
 */
export function composePillars(pooled: Uint8Array, scratch: PillarScratch): boolean {
  const { n, sizes } = scratch
  let samePairs = 0
  for (let k = 0; k < sizes.length; k++) samePairs += sizes[k] * sizes[k]
  const crossPairs = n * n - samePairs
  if (n < 2 || crossPairs === 0) return false
  scratch.J = scratch.reachedTotal / n
  scratch.S = evenness(scratch, pooled)
  scratch.H = scratch.joined / crossPairs
  scratch.T = scratch.whole / crossPairs
  scratch.C = (scratch.H + scratch.T) / 2
  scratch.index = 100 * Math.cbrt(scratch.J * scratch.S * scratch.C)
  return true
}

function countReached(csr: Csr, of: Uint16Array, scratch: PillarScratch, excluded: number): void {
  const { offsets, neighbours } = csr
  const { sizes, reached } = scratch
  sizes.fill(0)
  reached.fill(0)
  let n = 0
  let total = 0
  for (let v = 0; v < csr.n; v++) {
    if (v === excluded) continue
    const k = of[v]
    sizes[k]++
    n++
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      if (of[w] !== k && w !== excluded) {
        reached[k]++
        total++
        break
      }
    }
  }
  scratch.n = n
  scratch.reachedTotal = total
}

/** A sector left with nobody drops out; so does the pooled group. */
function evenness(scratch: PillarScratch, pooled: Uint8Array): number {
  const { sizes, reached } = scratch
  let sum = 0
  let groups = 0
  let pooledSize = 0
  let pooledReached = 0
  for (let k = 0; k < sizes.length; k++) {
    if (sizes[k] === 0) continue
    if (pooled[k] === 1) {
      pooledSize += sizes[k]
      pooledReached += reached[k]
    } else {
      sum += reached[k] / sizes[k]
      groups++
    }
  }
  if (pooledSize > 0) {
    sum += pooledReached / pooledSize
    groups++
  }
  scratch.groups = groups
  return sum / groups
}

/** Ordered pairs of two sectors inside one of the sets: sum of c^2 - sum_k c_k^2. */
function crossPairsWithin(
  count: number,
  offsets: Uint32Array,
  members: Uint32Array,
  of: Uint16Array,
  tally: Uint32Array,
): number {
  let pairs = 0
  for (let c = 0; c < count; c++) {
    const from = offsets[c]
    const to = offsets[c + 1]
    const size = to - from
    if (size < 2) continue
    let same = 0
    for (let i = from; i < to; i++) {
      const k = of[members[i]]
      same += 2 * tally[k] + 1
      tally[k]++
    }
    for (let i = from; i < to; i++) tally[of[members[i]]] = 0
    pairs += size * size - same
  }
  return pairs
}
