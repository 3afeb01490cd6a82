import { direction, HALF_HEIGHT, HALF_WIDTH, toTenth } from './lay-out.ts'

export interface Point {
  x: number
  y: number
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Where a newcomer goes while everybody else stays: in the midst of its partners, without any at the rim of its sector; from
 * there outwards to the first free place.
 */
export function placeNew(
  partners: readonly Point[],
  sectorAngle: number,
  taken: Iterable<Point>,
  gap: number,
): Point {
  const others = [...taken]
  const start = partners.length > 0 ? centroid(partners) : rim(sectorAngle)
  for (let place = 0; ; place++) {
    const radius = 0.6 * gap * Math.sqrt(place)
    const point = {
      x: toTenth(start.x + radius * Math.cos(place * GOLDEN_ANGLE)),
      y: toTenth(start.y + radius * Math.sin(place * GOLDEN_ANGLE)),
    }
    if (others.every((other) => (other.x - point.x) ** 2 + (other.y - point.y) ** 2 >= gap * gap))
      return point
  }
}

function centroid(points: readonly Point[]): Point {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x / points.length
    y += point.y / points.length
  }
  return { x, y }
}

function rim(angle: number): Point {
  const { x, y } = direction(Number.isNaN(angle) ? 180 : angle)
  return { x: x * HALF_WIDTH, y: y * HALF_HEIGHT }
}
