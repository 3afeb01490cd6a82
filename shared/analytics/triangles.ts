import type { Csr } from './csr.ts'

/**
 * Ties pointing from the end with fewer partners to the one with more (ties by number), which bounds every row by sqrt(2m):
 * every triangle is then met once, at its lowest end, in O(m^1.5) in all.
 *
 * Chiba & Nishizeki 1985, SIAM J Comput 14:210; Schank & Wagner 2005, WEA, LNCS 3503. O(n + m).
 */
export interface UpwardTies {
  /** n + 1 row starts */
  starts: Uint32Array
  /** m upper ends */
  ends: Uint32Array
}

export function upwardTies({ n, m, offsets, neighbours }: Csr): UpwardTies {
  const starts = new Uint32Array(n + 1)
  const ends = new Uint32Array(m)
  let filled = 0
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      const more = offsets[w + 1] - offsets[w] - d
      if (more > 0 || (more === 0 && v < w)) ends[filled++] = w
    }
    starts[v + 1] = filled
  }
  return { starts, ends }
}

/** Called with the corners of a triangle, and its ties as places in `ends`: a-b, a-c and b-c. */
export type TriangleVisit = (a: number, b: number, c: number, ab: number, ac: number, bc: number) => void

/** Every triangle once. O(m^1.5) time, O(n + m) space. */
export function visitTriangles(csr: Csr, { starts, ends }: UpwardTies, visit: TriangleVisit): void {
  const { n } = csr
  // place of the tie from the actor at hand to this one, plus one
  const placeTo = new Uint32Array(n)
  for (let a = 0; a < n; a++) {
    const from = starts[a]
    const to = starts[a + 1]
    if (to - from < 2) continue
    for (let i = from; i < to; i++) placeTo[ends[i]] = i + 1
    for (let i = from; i < to; i++) {
      const b = ends[i]
      for (let j = starts[b], end = starts[b + 1]; j < end; j++) {
        const place = placeTo[ends[j]]
        if (place > 0) visit(a, b, ends[j], i, place - 1, j)
      }
    }
    for (let i = from; i < to; i++) placeTo[ends[i]] = 0
  }
}

/** All triangles, once each, as a flat list of actor triples. O(m^1.5) time, O(n + m + triangles) space. */
export function listTriangles(csr: Csr): Uint32Array {
  let triples = new Uint32Array(Math.max(96, 3 * csr.m))
  let length = 0
  visitTriangles(csr, upwardTies(csr), (a, b, c) => {
    if (length + 3 > triples.length) {
      const larger = new Uint32Array(2 * triples.length)
      larger.set(triples)
      triples = larger
    }
    triples[length++] = a
    triples[length++] = b
    triples[length++] = c
  })
  return triples.slice(0, length)
}

/** Triangles at every actor. O(m^1.5) time, O(n + m) space. */
export function trianglesPerActor(csr: Csr): Uint32Array {
  const counts = new Uint32Array(csr.n)
  visitTriangles(csr, upwardTies(csr), (a, b, c) => {
    counts[a]++
    counts[b]++
    counts[c]++
  })
  return counts
}
