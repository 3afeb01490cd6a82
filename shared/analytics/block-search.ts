import type { Csr } from './csr.ts'

/**
 * Connected components and biconnected components (blocks) in one depth-first search, without recursion.
 *
 * Hopcroft & Tarjan 1973, CACM 16:372, with a stack of actors instead of ties: when a branch below u reaches no ancestor of u,
 * the actors stacked since its first one, and u, are a block. O(n + m) time; the arrays are made once and reused.
 * A tie on no cycle is a block of two. An isolate is a component of one and in no block. A pair lies in at most one block.
 */
export interface BlockSearch {
  componentCount: number
  /** members of component c: componentMembers[componentOffsets[c] .. componentOffsets[c + 1]) */
  componentOffsets: Uint32Array
  componentMembers: Uint32Array
  blockCount: number
  /** members of block b likewise; its top actor, the one nearest the root of the search, comes last */
  blockOffsets: Uint32Array
  blockMembers: Uint32Array
  /** per block: actors that hang below its top actor through it, that is, what the top actor's exit would cut off */
  blockBranch: Uint32Array
  discovery: Uint32Array
  low: Uint32Array
  parent: Uint32Array
  cursor: Uint32Array
  stack: Uint32Array
}

/** Stands for "nobody is left out". */
export const NOBODY = 0xffffffff

export function createBlockSearch(n: number): BlockSearch {
  return {
    componentCount: 0,
    componentOffsets: new Uint32Array(n + 1),
    componentMembers: new Uint32Array(n),
    blockCount: 0,
    blockOffsets: new Uint32Array(n + 1),
    // every actor but a root enters one block from below and every block adds its top: at most 2n entries
    blockMembers: new Uint32Array(2 * n),
    blockBranch: new Uint32Array(n),
    discovery: new Uint32Array(n),
    low: new Uint32Array(n),
    parent: new Uint32Array(n),
    cursor: new Uint32Array(n),
    stack: new Uint32Array(n),
  }
}

/** Fills `search` for the network without `excluded` (all of it by default). */
export function searchBlocks(csr: Csr, search: BlockSearch, excluded = NOBODY): void {
  const { n, offsets, neighbours } = csr
  const { componentOffsets, componentMembers, blockOffsets, blockMembers, blockBranch } = search
  const { discovery, low, parent, cursor, stack } = search
  discovery.fill(0)
  let clock = 0
  let components = 0
  let blocks = 0
  let filled = 0
  let depth = 0
  for (let root = 0; root < n; root++) {
    if (root === excluded || discovery[root] !== 0) continue
    componentMembers[clock] = root
    discovery[root] = ++clock
    low[root] = clock
    parent[root] = NOBODY
    cursor[root] = offsets[root]
    depth = 0
    let v = root
    for (;;) {
      if (cursor[v] < offsets[v + 1]) {
        const w = neighbours[cursor[v]++]
        if (w === excluded) continue
        if (discovery[w] === 0) {
          parent[w] = v
          componentMembers[clock] = w
          discovery[w] = ++clock
          low[w] = clock
          cursor[w] = offsets[w]
          stack[depth++] = w
          v = w
        } else if (discovery[w] < low[v] && w !== parent[v]) {
          low[v] = discovery[w]
        }
        continue
      }
      if (v === root) break
      const u = parent[v]
      if (low[v] < discovery[u]) {
        if (low[v] < low[u]) low[u] = low[v]
      } else {
        do blockMembers[filled++] = stack[--depth]
        while (stack[depth] !== v)
        blockMembers[filled++] = u
        blockBranch[blocks] = clock - discovery[v] + 1
        blockOffsets[++blocks] = filled
      }
      v = u
    }
    componentOffsets[++components] = clock
  }
  search.componentCount = components
  search.blockCount = blocks
}
