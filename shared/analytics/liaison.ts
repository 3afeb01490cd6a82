import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { listTriangles } from './triangles.ts'

/**
 * Liaison count: open pairs of partners a - v - b, where v, a and b are in three different sectors and a, b are not tied.
 *
 * Gould & Fernandez 1989, Soc Methodology 19:89 (unordered, so half of what R's sna counts on a symmetric network). Counted as
 * all such pairs by sector tallies, less one for each triangle over three sectors. O(m + triangles) for given triangles.
 */
export interface Liaisons {
  byActor: Float64Array
  bySector: Float64Array
}

export function liaisons(csr: Csr, labels: Labels): Liaisons {
  const { of, count } = labels
  const byActor = new Float64Array(csr.n)
  const tally = new Uint32Array(count)
  for (let v = 0; v < csr.n; v++) byActor[v] = mixedPairs(csr, of, v, tally)
  const triangles = listTriangles(csr)
  for (let t = 0; t < triangles.length; t += 3) {
    if (!spansThree(of, triangles, t)) continue
    for (let corner = t; corner < t + 3; corner++) byActor[triangles[corner]]--
  }
  const bySector = new Float64Array(count)
  for (let v = 0; v < csr.n; v++) bySector[of[v]] += byActor[v]
  return { byActor, bySector }
}

/** Pairs of partners of v, tied or not, in two different sectors other than its own. Leaves `tally` at zero. */
function mixedPairs(csr: Csr, of: Uint16Array, v: number, tally: Uint32Array): number {
  const { offsets, neighbours } = csr
  const own = of[v]
  let outside = 0
  let pairs = 0
  for (let i = offsets[v]; i < offsets[v + 1]; i++) {
    const k = of[neighbours[i]]
    if (k !== own) pairs += outside++ - tally[k]++
  }
  for (let i = offsets[v]; i < offsets[v + 1]; i++) tally[of[neighbours[i]]] = 0
  return pairs
}

function spansThree(of: Uint16Array, triangles: Uint32Array, t: number): boolean {
  const a = of[triangles[t]]
  const b = of[triangles[t + 1]]
  const c = of[triangles[t + 2]]
  return a !== b && b !== c && a !== c
}
