import type { PixelPoint, Place } from './topology.ts'

/** Each spot a golden angle on from the one before: none is ever behind another. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))
/** Between two spots, in radii, before they have to move closer. */
const APART = 2.6
const CLOSEST = 0.9
const TRIES = 60

/** Whether nobody is to be put somewhere, as where a label stands. */
type Taken = (spot: PixelPoint) => boolean

/**
 * So many spots inside a place, outwards from its middle. The same place and number give the same spots; the first ones stay where
 * they are while there is room for more. Where there is none, they move closer, then under the labels; fewer where the place is too
 * small even so.
 */
export function actorSpots(place: Place, count: number, radius: number, taken: Taken): readonly PixelPoint[] {
  for (const avoided of [taken, () => false])
    for (let apart = APART; apart >= CLOSEST; apart *= 0.8) {
      const spots = spiral(place, count, radius, apart * radius, avoided)
      if (spots.length === count) return spots
    }
  return spiral(place, count, radius, CLOSEST * radius, () => false)
}

function spiral(
  { rings, point, width, height }: Place,
  count: number,
  radius: number,
  step: number,
  taken: Taken,
): readonly PixelPoint[] {
  const spots: PixelPoint[] = []
  const farthest = Math.hypot(width, height)
  for (let k = 0; spots.length < count && k < count * TRIES; k++) {
    const distance = step * Math.sqrt(k)
    if (distance > farthest) break
    const spot = [
      point[0] + distance * Math.cos(k * GOLDEN),
      point[1] + distance * Math.sin(k * GOLDEN),
    ] as const
    if (!taken(spot) && isWithin(rings, spot) && edgeDistance(rings, spot) >= radius) spots.push(spot)
  }
  return spots
}

/** By the even-odd rule. */
export function isWithin(rings: Place['rings'], [x, y]: PixelPoint): boolean {
  let inside = false
  for (const ring of rings)
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length]!
      if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside
    }
  return inside
}

function edgeDistance(rings: Place['rings'], [x, y]: PixelPoint): number {
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings)
    for (const [i, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(i + 1) % ring.length]!
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
      const at = Math.max(0, Math.min(1, along))
      nearest = Math.min(nearest, Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay)))
    }
  return nearest
}
