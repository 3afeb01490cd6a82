import { startAssignment, walkAssignments } from './assignments.ts'
import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { listTriangles } from './triangles.ts'

/**
 * Liaison counts by sector over all distinct labellings, following what changes from one to the next: the inner loop of the exact
 * bridging test. A change of sector costs O(partners + triangles of the actor).
 *
 * @returns labellings read
 */
export function walkLiaisons(csr: Csr, labels: Labels, read: (bySector: Float64Array) => void): number {
  const { n, offsets, neighbours } = csr
  const { count } = labels
  const sizes = sectorSizes(labels)
  const of = startAssignment(n, sizes)
  const bySector = new Float64Array(count)
  // partners of v by sector at K v + k, and pairs of partners in one sector
  const partners = new Uint32Array(n * count)
  const samePairs = new Float64Array(n)
  const across = createOppositeTies(csr)

  /** Pairs of partners of v, tied or not, in two different sectors other than k. */
  const mixedPairs = (v: number, k: number): number => {
    const inside = partners[count * v + k]
    const outside = offsets[v + 1] - offsets[v] - inside
    return (outside * (outside - 1)) / 2 - samePairs[v] + (inside * (inside - 1)) / 2
  }
  /** Adds, or takes away, the triangles of v over three sectors if v were in k. */
  const addTriangles = (v: number, k: number, sign: number): void => {
    for (let i = across.offsets[v]; i < across.offsets[v + 1]; i++) {
      const a = of[across.ends[2 * i]]
      const b = of[across.ends[2 * i + 1]]
      if (a === b || a === k || b === k) continue
      bySector[k] += sign
      bySector[a] += sign
      bySector[b] += sign
    }
  }
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    partners[count * v + of[v]] = d
    samePairs[v] = (d * (d - 1)) / 2
  }
  const relabel = (v: number, from: number, to: number): void => {
    addTriangles(v, from, 1)
    bySector[from] -= mixedPairs(v, from)
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      bySector[of[w]] -= mixedPairs(w, of[w])
      samePairs[w] -= --partners[count * w + from]
      samePairs[w] += partners[count * w + to]++
      bySector[of[w]] += mixedPairs(w, of[w])
    }
    bySector[to] += mixedPairs(v, to)
    addTriangles(v, to, -1)
  }
  return walkAssignments(of, sizes, relabel, () => read(bySector))
}

/** For every actor the ties among its partners: the sides opposite to it in its triangles. */
function createOppositeTies(csr: Csr): { offsets: Uint32Array; ends: Uint32Array } {
  const corners = listTriangles(csr)
  const offsets = new Uint32Array(csr.n + 1)
  for (let c = 0; c < corners.length; c++) offsets[corners[c] + 1]++
  for (let v = 0; v < csr.n; v++) offsets[v + 1] += offsets[v]
  const ends = new Uint32Array(2 * corners.length)
  const cursor = offsets.slice(0, csr.n)
  for (let t = 0; t < corners.length; t += 3) {
    for (let c = 0; c < 3; c++) {
      const at = 2 * cursor[corners[t + c]]++
      ends[at] = corners[t + ((c + 1) % 3)]
      ends[at + 1] = corners[t + ((c + 2) % 3)]
    }
  }
  return { offsets, ends }
}
