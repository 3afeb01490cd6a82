import type { Csr } from './csr.ts'

/**
 * Who brings two sets of actors together: the pairs a in A, b in B, a ≠ b, without a tie of their own that share a partner v.
 *
 *   pairs_v = #{ {a, b} : a ∈ A, b ∈ B, both partners of v, a and b not tied }
 *
 * The open pairs of Gould & Fernandez 1989, Soc Methodology 19:89, between two given sets instead of by the sector of v.
 * A pair that lies in both sets either way round counts once. O(Σ d²) over actors with partners in both sets.
 */
export interface GoBetweens {
  /** per actor, open pairs that it brings together */
  pairs: Float64Array
  /** per actor, its partners in each set */
  inA: Uint32Array
  inB: Uint32Array
  /** ties that join the two sets directly, as pairs of actors */
  direct: [number, number][]
}

/** @param a per actor 1 = in the set; likewise `b` */
export function goBetweens(csr: Csr, a: ArrayLike<number>, b: ArrayLike<number>): GoBetweens {
  const { n, offsets, neighbours } = csr
  const pairs = new Float64Array(n)
  const inA = new Uint32Array(n)
  const inB = new Uint32Array(n)
  const direct: [number, number][] = []
  const tied = new Uint8Array(n)
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      if (a[w]) inA[v]++
      if (b[w]) inB[v]++
      if (v < w && joins(a, b, v, w)) direct.push([v, w])
    }
    if (inA[v] === 0 || inB[v] === 0) continue
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const x = neighbours[i]
      if (!a[x] && !b[x]) continue
      for (let j = offsets[x]; j < offsets[x + 1]; j++) tied[neighbours[j]] = 1
      for (let j = i + 1; j < offsets[v + 1]; j++) {
        const y = neighbours[j]
        if (!tied[y] && joins(a, b, x, y)) pairs[v]++
      }
      for (let j = offsets[x]; j < offsets[x + 1]; j++) tied[neighbours[j]] = 0
    }
  }
  return { pairs, inA, inB, direct }
}

/** Whether one of the two is in the one set and the other in the other. */
const joins = (a: ArrayLike<number>, b: ArrayLike<number>, x: number, y: number): boolean =>
  (a[x] === 1 && b[y] === 1) || (a[y] === 1 && b[x] === 1)
