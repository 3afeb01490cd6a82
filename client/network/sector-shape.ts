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

const point = (x: number, y: number) => `${round(x)} ${round(y)}`
const round = (value: number) => Math.round(value * 10) / 10

function polygon(cx: number, cy: number, reach: number, corners: number, start: number): string {
  const path: string[] = []
  for (let i = 0; i < corners; i++) {
    const angle = start + (2 * Math.PI * i) / corners
    path.push(point(cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)))
  }
  return `M${path.join('L')}z`
}

/** SVG path of a mark with the area of a circle of radius r; null for the circle itself. */
export function shapePath(shape: SectorShape, cx: number, cy: number, r: number): string | null {
  const reach = shapeReach(shape, r)
  switch (shape) {
    case 'circle':
      return null
    case 'square':
      return polygon(cx, cy, reach, 4, Math.PI / 4)
    case 'diamond':
      return polygon(cx, cy, reach, 4, 0)
    case 'triangle':
      return polygon(cx, cy, reach, 3, -Math.PI / 2)
    case 'hexagon':
      return polygon(cx, cy, reach, 6, 0)
  }
}
