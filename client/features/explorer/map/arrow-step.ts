import type { PixelPoint } from './topology.ts'

const DIRECTIONS: Readonly<Record<string, PixelPoint>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

export const isArrow = (key: string): boolean => key in DIRECTIONS

/** The nearest point that lies within 60° of where the arrow points, sideways distance counting double; −1 where there is none. */
export function arrowStep(points: readonly PixelPoint[], from: number, key: string): number {
  const direction = DIRECTIONS[key]
  const start = points[from]
  if (!direction || !start) return -1
  let [best, nearest] = [-1, Number.POSITIVE_INFINITY]
  for (const [i, [x, y]] of points.entries()) {
    if (i === from) continue
    const [dx, dy] = [x - start[0], y - start[1]]
    const ahead = dx * direction[0] + dy * direction[1]
    const aside = Math.abs(dx * direction[1] - dy * direction[0])
    if (ahead <= 0 || aside > ahead * Math.sqrt(3)) continue
    const far = ahead + 2 * aside
    if (far < nearest) [best, nearest] = [i, far]
  }
  return best
}
