import type { Csr } from './csr.ts'

/**
 * Nearness of every actor to those it can reach; one breadth-first search serves both figures.
 *
 *   closeness  (r/(n-1)) * (r / sum d), r actors reached at distances d: corrected for how few are reached
 *   harmonic   sum 1/d; divide by n-1 to compare networks
 *
 * Wasserman & Faust 1994, Social Network Analysis, CUP; Marchiori & Latora 2000, Physica A 285:539. O(n m) time, O(n) scratch.
 * Isolates have 0 in both. Harmonic sums run by distance, so they do not depend on the order of actors.
 */
export interface Closeness {
  closeness: Float64Array
  harmonic: Float64Array
}

export function closeness(csr: Csr): Closeness {
  const { n, offsets, neighbours } = csr
  const result = { closeness: new Float64Array(n), harmonic: new Float64Array(n) }
  const seenFrom = new Uint32Array(n)
  const queue = new Uint32Array(n)
  for (let source = 0; source < n; source++) {
    queue[0] = source
    seenFrom[source] = source + 1
    let from = 0
    let to = 1
    let total = 0
    let harmonic = 0
    for (let d = 1; from < to; d++) {
      let length = to
      for (let head = from; head < to; head++) {
        const v = queue[head]
        for (let i = offsets[v]; i < offsets[v + 1]; i++) {
          const w = neighbours[i]
          if (seenFrom[w] === source + 1) continue
          seenFrom[w] = source + 1
          queue[length++] = w
        }
      }
      total += d * (length - to)
      harmonic += (length - to) / d
      from = to
      to = length
    }
    const reached = to - 1
    if (reached > 0) result.closeness[source] = (reached / (n - 1)) * (reached / total)
    result.harmonic[source] = harmonic
  }
  return result
}
