import type { Csr } from '#shared/analytics/csr.ts'

/** Actors from whose distances the others are placed. */
const PIVOTS = 60
const PASSES = 6
/** Share of the way that a partner is moved in one go; at d steps 1/d^2 of it. */
const SHARE = 0.12

/**
 * Moves everybody a little towards distances like those in the network, which springs and repulsion alone leave too short for hubs:
 * descent on the stress of all pairs with some actors, evenly spread over `points`.
 *
 * Ortmann, Klimenta & Brandes 2017 (JGAA 21:791) for the sparse pairs; Zheng, Pawar & Goodman 2019 (IEEE TVCG 25:2738) for pair by
 * pair. O(pivots * (n + m)).
 */
export function polish({ n, offsets, neighbours }: Csr, xy: Float64Array, points: readonly number[]): void {
  const count = Math.min(PIVOTS, points.length)
  const pivots = Array.from({ length: count }, (_, i) => points[Math.floor((i * points.length) / count)]!)
  const distances = pivots.map((pivot) => distancesFrom(pivot, n, offsets, neighbours))
  for (let pass = 0; pass < PASSES; pass++) {
    const scale = bestScale(xy, pivots, distances)
    for (const [i, pivot] of pivots.entries()) pull(xy, pivot, distances[i]!, scale)
  }
}

function distancesFrom(
  source: number,
  n: number,
  offsets: Uint32Array,
  neighbours: Uint32Array,
): Uint16Array {
  const distance = new Uint16Array(n)
  const queue = new Uint32Array(n)
  queue[0] = source
  let length = 1
  for (let head = 0; head < length; head++) {
    const v = queue[head]!
    for (let i = offsets[v]!; i < offsets[v + 1]!; i++) {
      const w = neighbours[i]!
      if (distance[w]! > 0 || w === source) continue
      distance[w] = distance[v]! + 1
      queue[length++] = w
    }
  }
  return distance
}

/** Units per step at which the stress is least: sum of r over sum of r^2, r drawn per step, inverted. */
function bestScale(xy: Float64Array, pivots: readonly number[], distances: readonly Uint16Array[]): number {
  let linear = 0
  let square = 0
  for (const [i, pivot] of pivots.entries()) {
    const distance = distances[i]!
    for (let v = 0; v < distance.length; v++) {
      const d = distance[v]!
      if (d === 0) continue
      const ratio = drawn(xy, pivot, v) / d
      linear += ratio
      square += ratio * ratio
    }
  }
  return linear === 0 ? 1 : square / linear
}

function drawn(xy: Float64Array, v: number, w: number): number {
  const dx = xy[2 * v]! - xy[2 * w]!
  const dy = xy[2 * v + 1]! - xy[2 * w + 1]!
  return Math.sqrt(dx * dx + dy * dy)
}

function pull(xy: Float64Array, pivot: number, distance: Uint16Array, scale: number): void {
  const px = xy[2 * pivot]!
  const py = xy[2 * pivot + 1]!
  for (let v = 0; v < distance.length; v++) {
    const d = distance[v]!
    if (d === 0) continue
    const dx = xy[2 * v]! - px
    const dy = xy[2 * v + 1]! - py
    const length = Math.sqrt(dx * dx + dy * dy) + 1e-9
    const factor = (SHARE * (scale * d - length)) / (d * d * length)
    xy[2 * v]! += dx * factor
    xy[2 * v + 1]! += dy * factor
  }
}
