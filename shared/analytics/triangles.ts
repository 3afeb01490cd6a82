import type { Csr } from './csr.ts'

/**
 * All triangles, once each, as a flat list of actor triples.
 *
 * Ties point from the end with fewer partners to the one with more (ties by number), which bounds every row by sqrt(2m)
 * (Chiba & Nishizeki 1985, SIAM J Comput 14:210). O(m^1.5) time, O(n + m + triangles) space.
 */
export function listTriangles(csr: Csr): Uint32Array {
  const { n, offsets, neighbours } = csr
  const starts = new Uint32Array(n + 1)
  const degree = (v: number): number => offsets[v + 1] - offsets[v]
  const pointsUp = (v: number, w: number): boolean => {
    const difference = degree(v) - degree(w)
    return difference < 0 || (difference === 0 && v < w)
  }
  const upward = new Uint32Array(csr.m)
  let filled = 0
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      if (pointsUp(v, neighbours[i])) upward[filled++] = neighbours[i]
    }
    starts[v + 1] = filled
  }

  let triples = new Uint32Array(Math.max(96, 3 * csr.m))
  let length = 0
  const reachedFrom = new Uint32Array(n)
  for (let v = 0; v < n; v++) {
    for (let i = starts[v]; i < starts[v + 1]; i++) reachedFrom[upward[i]] = v + 1
    for (let i = starts[v]; i < starts[v + 1]; i++) {
      const w = upward[i]
      for (let j = starts[w]; j < starts[w + 1]; j++) {
        if (reachedFrom[upward[j]] !== v + 1) continue
        if (length + 3 > triples.length) {
          const larger = new Uint32Array(2 * triples.length)
          larger.set(triples)
          triples = larger
        }
        triples[length++] = v
        triples[length++] = w
        triples[length++] = upward[j]
      }
    }
  }
  return triples.slice(0, length)
}

/** Triangles at every actor. O(m^1.5). */
export function trianglesPerActor(csr: Csr): Uint32Array {
  const counts = new Uint32Array(csr.n)
  const triangles = listTriangles(csr)
  for (let t = 0; t < triangles.length; t++) counts[triangles[t]]++
  return counts
}
