import type { Csr } from '../csr.ts'
import { trianglesPerActor } from '../triangles.ts'
import type { LiveRows } from './live-rows.ts'

/** Triangles that follow a network tie by tie: at every actor, and in all. */
export interface LiveTriangles {
  at: Uint32Array
  total: number
}

export function liveTriangles(csr: Csr): LiveTriangles {
  const at = trianglesPerActor(csr)
  let corners = 0
  for (let v = 0; v < csr.n; v++) corners += at[v]
  return { at, total: corners / 3 }
}

/**
 * Counts the triangles of a tie in (sign 1) or out (sign -1): one for every partner in common.
 *
 * Rows are ascending: similar ones are walked side by side, a short one is looked up in a long one.
 * @returns partners in common
 */
export function countTriangles(
  triangles: LiveTriangles,
  { starts, lengths, pool }: LiveRows,
  a: number,
  b: number,
  sign: 1 | -1,
): number {
  const { at } = triangles
  const [short, long] = lengths[a] < lengths[b] ? [a, b] : [b, a]
  let i = starts[short]
  const end = i + lengths[short]
  let j = starts[long]
  const longEnd = j + lengths[long]
  const isMuchLonger = lengths[long] > 16 * lengths[short]
  let common = 0
  for (; i < end; i++) {
    const w = pool[i]
    if (isMuchLonger) {
      let high = longEnd
      while (j < high) {
        const middle = (j + high) >>> 1
        if (pool[middle] < w) j = middle + 1
        else high = middle
      }
    } else while (j < longEnd && pool[j] < w) j++
    if (j === longEnd) break
    if (pool[j] !== w) continue
    at[w] += sign
    common++
  }
  at[a] += sign * common
  at[b] += sign * common
  triangles.total += sign * common
  return common
}
