import type { Csr } from '../csr.ts'
import type { LiveRows } from './live-rows.ts'

/** What sectors do to one another, following a network tie by tie: mixing, ties within and between, who reaches another sector. */
export interface LiveSectors {
  count: number
  /** sector per actor */
  of: Uint16Array
  /** members per sector, and all of them */
  sizes: Uint32Array
  n: number
  /** count x count, symmetric; the diagonal counts each internal tie once */
  mixing: Uint32Array
  internal: number
  external: number
  /** partners in another sector per actor, and the actors with one: per sector and in all */
  outside: Uint32Array
  reached: Uint32Array
  reachedTotal: number
}

/** O(n + m + K^2). */
export function liveSectors({ n, offsets, neighbours }: Csr, of: Uint16Array, count: number): LiveSectors {
  const sectors: LiveSectors = {
    count,
    of: of.slice(),
    sizes: new Uint32Array(count),
    n: 0,
    mixing: new Uint32Array(count * count),
    internal: 0,
    external: 0,
    outside: new Uint32Array(n),
    reached: new Uint32Array(count),
    reachedTotal: 0,
  }
  for (let v = 0; v < n; v++) {
    sectors.sizes[of[v]]++
    sectors.n++
    for (let i = offsets[v]; i < offsets[v + 1]; i++)
      if (neighbours[i] > v) countTie(sectors, v, neighbours[i], 1)
  }
  return sectors
}

/** Counts a tie in (sign 1) or out (sign -1). */
export function countTie(sectors: LiveSectors, a: number, b: number, sign: 1 | -1): void {
  const { of, count, mixing } = sectors
  const [s, t] = [of[a], of[b]]
  mixing[s * count + t] += sign
  if (s === t) {
    sectors.internal += sign
    return
  }
  mixing[t * count + s] += sign
  sectors.external += sign
  countOutside(sectors, a, sign)
  countOutside(sectors, b, sign)
}

function countOutside(sectors: LiveSectors, v: number, sign: 1 | -1): void {
  const { of, outside, reached } = sectors
  const before = outside[v]
  outside[v] += sign
  if (before > 0 && outside[v] > 0) return
  reached[of[v]] += sign
  sectors.reachedTotal += sign
}

/** A new actor, without ties. */
export function addToSectors(sectors: LiveSectors, v: number, sector: number): void {
  if (v >= sectors.of.length) {
    const of = new Uint16Array(Math.max(16, 2 * sectors.of.length))
    of.set(sectors.of)
    sectors.of = of
    const outside = new Uint32Array(of.length)
    outside.set(sectors.outside)
    sectors.outside = outside
  }
  sectors.of[v] = sector
  sectors.outside[v] = 0
  sectors.sizes[sector]++
  sectors.n++
}

/** An actor without ties leaves. */
export function dropFromSectors(sectors: LiveSectors, v: number): void {
  sectors.sizes[sectors.of[v]]--
  sectors.n--
}

/** An actor changes its sector: all of its ties are counted out and in again. */
export function moveInSectors(
  sectors: LiveSectors,
  { starts, lengths, pool }: LiveRows,
  v: number,
  to: number,
) {
  const from = starts[v]
  const end = from + lengths[v]
  for (let i = from; i < end; i++) countTie(sectors, v, pool[i], -1)
  sectors.sizes[sectors.of[v]]--
  sectors.of[v] = to
  sectors.sizes[to]++
  for (let i = from; i < end; i++) countTie(sectors, v, pool[i], 1)
}
