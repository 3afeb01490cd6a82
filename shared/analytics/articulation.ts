import { createBlockSearch, searchBlocks } from './block-search.ts'
import type { Csr } from './csr.ts'

/**
 * Cut points and bridges: the actors, and the ties, whose exit would split a component, with the pairs each would cut apart.
 *
 *   cut point in a component of c, leaving pieces of p_1 .. p_r:   ((c-1)^2 - sum p^2) / 2 pairs of the others
 *   bridge with s actors on one side:                             s (c - s) pairs
 *
 * Hopcroft & Tarjan 1973, CACM 16:372. O(n + m). Isolates are never cut points.
 */
export interface CutPoint {
  actor: number
  pairsLost: number
}

export interface Bridge {
  /** a < b */
  a: number
  b: number
  pairsLost: number
}

export interface Articulation {
  /** by actor */
  points: CutPoint[]
  /** by a, then b */
  bridges: Bridge[]
}

export function articulation(csr: Csr): Articulation {
  const { n } = csr
  const search = createBlockSearch(n)
  searchBlocks(csr, search)
  const { blockOffsets, blockMembers, blockBranch, componentOffsets, componentMembers } = search

  const componentSize = new Uint32Array(n)
  for (let c = 0; c < search.componentCount; c++) {
    const size = componentOffsets[c + 1] - componentOffsets[c]
    for (let i = componentOffsets[c]; i < componentOffsets[c + 1]; i++)
      componentSize[componentMembers[i]] = size
  }

  // pieces that hang below each actor: their total size and the sum of squares
  const below = new Float64Array(n)
  const squares = new Float64Array(n)
  const bridges: Bridge[] = []
  for (let b = 0; b < search.blockCount; b++) {
    const end = blockOffsets[b + 1]
    const top = blockMembers[end - 1]
    const branch = blockBranch[b]
    below[top] += branch
    squares[top] += branch * branch
    if (end - blockOffsets[b] === 2) {
      const other = blockMembers[blockOffsets[b]]
      const pairsLost = branch * (componentSize[top] - branch)
      bridges.push({ a: Math.min(top, other), b: Math.max(top, other), pairsLost })
    }
  }
  bridges.sort((x, y) => x.a - y.a || x.b - y.b)

  const points: CutPoint[] = []
  for (let v = 0; v < n; v++) {
    const others = componentSize[v] - 1
    const above = others - below[v]
    const pairsLost = (others * others - squares[v] - above * above) / 2
    if (pairsLost > 0) points.push({ actor: v, pairsLost })
  }
  return { points, bridges }
}
