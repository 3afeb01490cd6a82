import type { Csr } from './csr.ts'
import { listTriangles } from './triangles.ts'

/**
 * The triangles of every actor, each as its three ties. Ties are numbered by lower end, then by upper end.
 * O(m^1.5) time, O(triangles) space: nine words for each.
 */
export interface TriangleTies {
  /** triangles of actor v: offsets[v] .. offsets[v + 1] */
  offsets: Uint32Array
  /** three ties per triangle */
  ties: Uint32Array
}

export function triangleTies(csr: Csr): TriangleTies {
  const { n } = csr
  const corners = listTriangles(csr)
  const offsets = new Uint32Array(n + 1)
  for (let c = 0; c < corners.length; c++) offsets[corners[c] + 1]++
  for (let v = 0; v < n; v++) offsets[v + 1] += offsets[v]
  const ties = new Uint32Array(3 * corners.length)
  const cursor = offsets.slice(0, n)
  const tieOf = createTieNumbers(csr)
  for (let t = 0; t < corners.length; t += 3) {
    const ab = tieOf(corners[t], corners[t + 1])
    const bc = tieOf(corners[t + 1], corners[t + 2])
    const ac = tieOf(corners[t], corners[t + 2])
    for (let c = t; c < t + 3; c++) {
      const at = 3 * cursor[corners[c]]++
      ties[at] = ab
      ties[at + 1] = bc
      ties[at + 2] = ac
    }
  }
  return { offsets, ties }
}

/** Number of the tie between two partners: a search among the partners of the lower end. */
function createTieNumbers({ n, offsets, neighbours }: Csr): (a: number, b: number) => number {
  // ties whose lower end comes before v, less the partners listed before those of v
  const shift = new Int32Array(n)
  let ties = 0
  for (let v = 0; v < n; v++) {
    let upper = offsets[v]
    while (upper < offsets[v + 1] && neighbours[upper] < v) upper++
    shift[v] = ties - upper
    ties += offsets[v + 1] - upper
  }
  return (a, b) => {
    const v = Math.min(a, b)
    const w = Math.max(a, b)
    let low = offsets[v]
    let high = offsets[v + 1] - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (neighbours[middle] < w) low = middle + 1
      else high = middle
    }
    return shift[v] + low
  }
}
