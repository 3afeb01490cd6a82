import { PICTURE_SCALE } from '../graph/scene.ts'

/** Places of all actors, px at zoom 1. */
export interface PlanePlaces {
  x: Float32Array
  y: Float32Array
}

/** Half width and height of the plane on which the server lays out. */
export const HALF_PLANE = { wide: 1000 * PICTURE_SCALE, high: 720 * PICTURE_SCALE }

/** Where the middle actor lies, as a share of the farthest: from here on the plane is well used, below there not at all. */
const WELL_SPREAD = 0.5
const CROWDED = 0.25

/**
 * Places on the plane as the server gave them. In a very large network a few hang far out and press all others into the
 * middle: there, distance from the middle gives way to its rank, directions stay. Depends on no date and no filter.
 * O(n log n).
 */
export function planePlaces(givenX: readonly number[], givenY: readonly number[]): PlanePlaces {
  const count = givenX.length
  const x = Float32Array.from(givenX, (value) => value * PICTURE_SCALE)
  const y = Float32Array.from(givenY, (value) => value * PICTURE_SCALE)
  const far = Float32Array.from(x, (value, row) =>
    Math.hypot(value / HALF_PLANE.wide, y[row]! / HALF_PLANE.high),
  )
  const order = Array.from(far, (_, row) => row).sort((a, b) => far[a]! - far[b]! || a - b)
  const most = far[order[count - 1] ?? 0] ?? 0
  const middle = far[order[count >> 1] ?? 0] ?? 0
  if (most === 0) return { x, y }
  const byRank = Math.min(1, Math.max(0, (WELL_SPREAD - middle / most) / (WELL_SPREAD - CROWDED)))
  if (byRank === 0) return { x, y }
  for (const [rank, row] of order.entries()) {
    const before = far[row]!
    if (before === 0) continue
    const after = (1 - byRank) * (before / most) + byRank * Math.sqrt((rank + 1) / count)
    x[row]! *= after / before
    y[row]! *= after / before
  }
  return { x, y }
}
