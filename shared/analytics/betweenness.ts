import type { Csr } from './csr.ts'

/**
 * Betweenness: over all unordered pairs s, t the share of shortest paths that pass through v. Not normalised; divide by
 * (n-1)(n-2)/2 to compare networks (n >= 3).
 *
 * Freeman 1977, Sociometry 40:35; Brandes 2001, J Math Sociol 25:163. O(n m) time, O(n) scratch. Isolates have 0. Path counts
 * are Float64, since they outgrow whole-number arrays.
 */
export function betweenness(csr: Csr): Float64Array {
  const { n, offsets, neighbours } = csr
  const score = new Float64Array(n)
  const distance = new Int32Array(n).fill(-1)
  const paths = new Float64Array(n)
  const dependency = new Float64Array(n)
  const queue = new Uint32Array(n)
  for (let source = 0; source < n; source++) {
    queue[0] = source
    distance[source] = 0
    paths[source] = 1
    let length = 1
    for (let head = 0; head < length; head++) {
      const v = queue[head]
      for (let i = offsets[v]; i < offsets[v + 1]; i++) {
        const w = neighbours[i]
        if (distance[w] < 0) {
          distance[w] = distance[v] + 1
          queue[length++] = w
        }
        if (distance[w] === distance[v] + 1) paths[w] += paths[v]
      }
    }
    // from the farthest back: each actor passes its dependency on to those one step nearer
    for (let tail = length - 1; tail > 0; tail--) {
      const w = queue[tail]
      const portion = (1 + dependency[w]) / paths[w]
      for (let i = offsets[w]; i < offsets[w + 1]; i++) {
        const v = neighbours[i]
        if (distance[v] === distance[w] - 1) dependency[v] += paths[v] * portion
      }
      score[w] += dependency[w]
    }
    for (let i = 0; i < length; i++) {
      distance[queue[i]] = -1
      paths[queue[i]] = 0
      dependency[queue[i]] = 0
    }
  }
  // every pair was met from both ends
  for (let v = 0; v < n; v++) score[v] /= 2
  return score
}
