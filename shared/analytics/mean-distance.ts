import type { Csr } from './csr.ts'
import { LANES } from './lane-counts.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Mean distance: ties on the shortest path, averaged over the ordered pairs joined by any path that begin at `sources`
 * (all actors by default, which makes it exact).
 *
 * Watts & Strogatz 1998, Nature 393:440. Breadth-first from 32 sources at once, one bit for each (Then et al. 2014, PVLDB 8:449).
 * O(sources / 32 * (n + m) * longest distance) at most; sums are whole. Undefined where no source has a partner.
 */
export function meanDistance(csr: Csr, sources?: ArrayLike<number>): Measured<number> {
  const { n } = csr
  const search: Search = {
    seen: new Int32Array(n),
    front: new Int32Array(n),
    next: new Int32Array(n),
    active: new Uint32Array(n),
    total: 0,
    pairs: 0,
  }
  const searches = sources?.length ?? n
  for (let from = 0; from < searches; from += LANES) {
    const count = Math.min(LANES, searches - from)
    search.seen.fill(0)
    let length = 0
    for (let s = 0; s < count; s++) {
      const source = sources ? sources[from + s] : from + s
      // the same source may be drawn twice
      if (search.seen[source] === 0) search.active[length++] = source
      search.seen[source] |= 1 << s
      search.front[source] = search.seen[source]
    }
    run(csr, search, length)
  }
  return search.pairs === 0 ? undefinedFor('no-ties') : measured(search.total / search.pairs)
}

interface Search {
  /** per actor: from which sources it was met at all, met last, is met next */
  seen: Int32Array
  front: Int32Array
  /** zero between steps */
  next: Int32Array
  /** actors met last */
  active: Uint32Array
  /** summed up over all searches */
  total: number
  pairs: number
}

function run({ n, offsets, neighbours }: Csr, search: Search, length: number): void {
  const { seen, front, next, active } = search
  for (let distance = 1; length > 0; distance++) {
    for (let x = 0; x < length; x++) {
      const v = active[x]
      const word = front[v]
      for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) next[neighbours[i]] |= word
    }
    length = 0
    let met = 0
    for (let v = 0; v < n; v++) {
      const word = next[v] & ~seen[v]
      next[v] = 0
      if (word === 0) continue
      seen[v] |= word
      front[v] = word
      active[length++] = v
      met += countBits(word)
    }
    search.total += distance * met
    search.pairs += met
  }
}

/** Bits by halves, quarters and so on (Warren 2012, Hacker's Delight, 2nd ed., 5-1). */
function countBits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  x = (x + (x >>> 4)) & 0x0f0f0f0f
  return Math.imul(x, 0x01010101) >>> 24
}
