import type { SectorShape } from '#shared/contract/vocabulary.ts'

/**
 * Half extents of a mark: the area is π r² whatever the shape, so that area says the number of actors.
 * `reach` is the distance of its farthest corner, where a ring has to stay outside.
 */
const REACH: Readonly<Record<SectorShape, number>> = {
  circle: 1,
  square: Math.sqrt(Math.PI / 2),
  diamond: Math.sqrt(Math.PI / 2),
  triangle: Math.sqrt((4 * Math.PI) / (3 * Math.sqrt(3))),
  hexagon: Math.sqrt((2 * Math.PI) / (3 * Math.sqrt(3))),
}

export const shapeReach = (shape: SectorShape, r: number): number => REACH[shape] * r

const CORNERS = { square: 4, diamond: 4, triangle: 3, hexagon: 6 } as const
/** Where the first corner lies, as an angle. */
const START = { square: Math.PI / 4, diamond: 0, triangle: -Math.PI / 2, hexagon: 0 } as const

/** Corners of a mark with the area of a circle of radius r; null for the circle itself. */
export function shapeCorners(
  shape: SectorShape,
  cx: number,
  cy: number,
  r: number,
): readonly (readonly [number, number])[] | null {
  if (shape === 'circle') return null
  const reach = shapeReach(shape, r)
  return Array.from({ length: CORNERS[shape] }, (_, corner) => {
    const angle = START[shape] + (2 * Math.PI * corner) / CORNERS[shape]
    return [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)] as const
  })
}

const round = (value: number) => Math.round(value * 10) / 10

/** The same as an SVG path. */
export function shapePath(shape: SectorShape, cx: number, cy: number, r: number): string | null {
  const corners = shapeCorners(shape, cx, cy, r)
  return corners && `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z`
}

/** About half of a ring is drawn, in whole dashes so that no seam shows. */
export function ringDashes(radius: number, about: number): [number, number] {
  const length = 2 * Math.PI * radius
  const step = length / Math.max(5, Math.round(length / about))
  return [step * 0.54, step * 0.46]
}
