import type { Csr } from './csr.ts'

/**
 * All shortest chains of ties between two actors: how long, how many, and through whom.
 *
 *   d(s,t);  σ_st = number of chains of that length;  σ_st(v) = σ_sv · σ_vt where d(s,v) + d(v,t) = d(s,t), else 0
 *
 * Brandes 2001, J Math Sociol 25:163 (counting of shortest paths). Two breadth-first searches, O(n + m). Numbers of paths are
 * Float64: they outgrow integers. From an actor to itself: length 0, one chain. Not connected: length −1, no chain.
 */
export interface PathsBetween {
  /** ties on a chain; −1 where there is none */
  length: number
  /** number of shortest chains */
  count: number
  /** per actor, chains through it (both ends included) */
  through: Float64Array
}

export function shortestPathsBetween(csr: Csr, s: number, t: number): PathsBetween {
  const from = countPaths(csr, s)
  const through = new Float64Array(csr.n)
  const length = from.distance[t]
  if (length < 0) return { length: -1, count: 0, through }
  const to = countPaths(csr, t)
  for (let v = 0; v < csr.n; v++)
    if (from.distance[v] >= 0 && from.distance[v] + to.distance[v] === length && to.distance[v] >= 0)
      through[v] = from.paths[v] * to.paths[v]
  return { length, count: from.paths[t], through }
}

/** Distance of everybody from `source` (−1 = out of reach), and the number of shortest chains. */
function countPaths({ n, offsets, neighbours }: Csr, source: number) {
  const distance = new Int32Array(n).fill(-1)
  const paths = new Float64Array(n)
  const queue = new Uint32Array(n)
  distance[source] = 0
  paths[source] = 1
  queue[0] = source
  for (let head = 0, tail = 1; head < tail; head++) {
    const v = queue[head]
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      if (distance[w] < 0) {
        distance[w] = distance[v] + 1
        queue[tail++] = w
      }
      if (distance[w] === distance[v] + 1) paths[w] += paths[v]
    }
  }
  return { distance, paths }
}
