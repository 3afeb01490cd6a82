import type { Extent } from './camera.ts'

/** A closed outline in model units: x and y, one after the other. */
export type Outline = readonly number[]

/** Whether a point lies inside, by the number of sides that a ray to the right crosses (even–odd rule). */
export function isInside(outline: Outline, x: number, y: number): boolean {
  let inside = false
  const corners = outline.length >> 1
  for (let i = 0, j = corners - 1; i < corners; j = i++) {
    const [xi, yi] = [outline[2 * i]!, outline[2 * i + 1]!]
    const [xj, yj] = [outline[2 * j]!, outline[2 * j + 1]!]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

export function outlineExtent(outline: Outline): Extent {
  const xs = outline.filter((_, at) => at % 2 === 0)
  const ys = outline.filter((_, at) => at % 2 === 1)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

export const outlineOfBox = ({ left, top, right, bottom }: Extent): Outline => [
  left,
  top,
  right,
  top,
  right,
  bottom,
  left,
  bottom,
]

/**
 * The same outline with at most `most` corners: those whose triangle with their neighbours is least go first
 * (Visvalingam & Whyatt 1993, Cartographic Journal 30:46). Rounded, so that it fits an address.
 */
export function simplified(outline: Outline, most: number): Outline {
  const points: [number, number][] = []
  for (let i = 0; i + 1 < outline.length; i += 2) {
    const [x, y] = [Math.round(outline[i]!), Math.round(outline[i + 1]!)]
    const last = points.at(-1)
    if (!last || last[0] !== x || last[1] !== y) points.push([x, y])
  }
  while (points.length > Math.max(3, most)) {
    let least = 0
    let smallest = Number.POSITIVE_INFINITY
    for (let i = 0; i < points.length; i++) {
      const [ax, ay] = points[(i + points.length - 1) % points.length]!
      const [bx, by] = points[i]!
      const [cx, cy] = points[(i + 1) % points.length]!
      const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
      if (area < smallest) [least, smallest] = [i, area]
    }
    points.splice(least, 1)
  }
  return points.flat()
}
