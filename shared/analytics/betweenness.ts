import type { Csr } from './csr.ts'
import { orderBySearch, type SearchOrder } from './search-order.ts'

/**
 * Betweenness: over all unordered pairs s, t the share of shortest paths that pass through v. Not normalised; divide by
 * (n-1)(n-2)/2 to compare networks (n >= 3).
 *
 * Freeman 1977, Sociometry 40:35; Brandes 2001, J Math Sociol 25:163. O(n m) time, O(n + m) scratch. Isolates have 0. Path counts
 * are Float64, since they outgrow whole-number arrays. Sources are summed up in a fixed number of blocks and the blocks in order, so
 * every bit of the result is the same for any number of workers. Of twins one is searched from.
 *
 * @param onBlock called after each of the blocks; may throw to stop
 */
export function betweenness(csr: Csr, onBlock?: (done: number, blocks: number) => void): Float64Array {
  const order = orderBySearch(csr)
  const sums = new Float64Array(csr.n)
  for (let block = 0; block < SOURCE_BLOCKS; block++) {
    addBlock(sums, betweennessOfBlock(order, block))
    onBlock?.(block + 1, SOURCE_BLOCKS)
  }
  return readScores(order, sums)
}

/** Blocks that the sources are dealt to. */
export const SOURCE_BLOCKS = 64

/** What the sources of one block add, by place in the search order: for a worker. */
export function betweennessOfBlock({ csr, twins }: SearchOrder, block: number): Float64Array {
  const sums = new Float64Array(csr.n)
  const search = createSearch(csr)
  const sources = twins.filter((twin, i) => twin === i && csr.offsets[i] < csr.offsets[i + 1])
  const standsFor = new Uint32Array(csr.n)
  for (let i = 0; i < csr.n; i++) standsFor[twins[i]]++
  const from = Math.floor((sources.length * block) / SOURCE_BLOCKS)
  const to = Math.floor((sources.length * (block + 1)) / SOURCE_BLOCKS)
  for (let s = from; s < to; s++) {
    countPaths(csr, sources[s], search)
    collectDependencies(search, standsFor[sources[s]], sums)
  }
  return sums
}

/** Blocks have to be added in their order. */
export function addBlock(sums: Float64Array, ofBlock: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] += ofBlock[i]
}

/** Scores by actor from the sum of all blocks: every pair was met from both ends. */
export function readScores({ actors }: SearchOrder, sums: Float64Array): Float64Array {
  const score = new Float64Array(sums.length)
  for (let i = 0; i < sums.length; i++) score[actors[i]] = sums[i] / 2
  return score
}

/** A search from one source. What is kept of an actor stands at its rank, its place in the order of this search. */
interface Search {
  /** actors met */
  length: number
  queue: Uint32Array
  /** rank of an actor, NOT_MET at first */
  rank: Int32Array
  /** shortest paths from the source */
  paths: Float64Array
  /** steps away from the source: ranks one step farther, arcs[arcStarts[r] .. arcStarts[r + 1]) */
  arcStarts: Uint32Array
  arcs: Uint32Array
  /** (1 + dependency) / paths */
  share: Float64Array
}

const NOT_MET = 0x7fffffff

function createSearch({ n, m }: Csr): Search {
  return {
    length: 0,
    queue: new Uint32Array(n),
    rank: new Int32Array(n),
    paths: new Float64Array(n),
    arcStarts: new Uint32Array(n + 1),
    // one more: what is written last may not count
    arcs: new Uint32Array(m + 1),
    share: new Float64Array(n),
  }
}

function countPaths({ offsets, neighbours }: Csr, source: number, search: Search): void {
  const { queue, rank, paths, arcStarts, arcs } = search
  rank.fill(NOT_MET)
  queue[0] = source
  rank[source] = 0
  paths[0] = 1
  let length = 1
  let arcCount = 0
  let levelEnd = 1
  for (let r = 0; r < length; r++) {
    if (r === levelEnd) levelEnd = length
    const v = queue[r]
    const ways = paths[r]
    arcStarts[r] = arcCount
    // first keep those one step farther, without a branch: which they are is too hard to predict
    let kept = arcCount
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      const w = neighbours[i]
      arcs[kept] = w
      kept += (levelEnd - 1 - rank[w]) >>> 31
    }
    for (; arcCount < kept; arcCount++) {
      const w = arcs[arcCount]
      let at = rank[w]
      if (at === NOT_MET) {
        at = length++
        queue[at] = w
        rank[w] = at
        paths[at] = ways
      } else paths[at] += ways
      arcs[arcCount] = at
    }
  }
  arcStarts[length] = arcCount
  search.length = length
}

/**
 * From the farthest back: the dependency on an actor is its paths times the shares of those one step farther. It counts for the source
 * and for each of its twins; on twins themselves nobody of them depends, they are equally far from everybody.
 */
function collectDependencies(search: Search, standsFor: number, sums: Float64Array): void {
  const { length, queue, paths, arcStarts, arcs, share } = search
  for (let r = length - 1; r > 0; r--) {
    let farther = 0
    for (let i = arcStarts[r], end = arcStarts[r + 1]; i < end; i++) farther += share[arcs[i]]
    share[r] = 1 / paths[r] + farther
    sums[queue[r]] += standsFor * paths[r] * farther
  }
}
