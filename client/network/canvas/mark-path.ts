import type { SectorShape } from '#shared/contract/vocabulary.ts'
import { shapeReach } from '../sector-shape.ts'
import type { Pen } from './svg-pen.ts'

const CORNERS = { square: 4, diamond: 4, triangle: 3, hexagon: 6 } as const
const START = { square: Math.PI / 4, diamond: 0, triangle: -Math.PI / 2, hexagon: 0 } as const

/** Adds the outline of a mark with the area of a circle of radius `r` to the path. */
export function markPath(pen: Pen, shape: SectorShape, x: number, y: number, r: number) {
  if (shape === 'circle') {
    pen.moveTo(x + r, y)
    pen.arc(x, y, r, 0, 2 * Math.PI)
    return
  }
  const reach = shapeReach(shape, r)
  const corners = CORNERS[shape]
  for (let corner = 0; corner < corners; corner++) {
    const angle = START[shape] + (2 * Math.PI * corner) / corners
    const [px, py] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
    if (corner === 0) pen.moveTo(px, py)
    else pen.lineTo(px, py)
  }
  pen.closePath()
}

/** About half of a ring is drawn, in whole dashes so that no seam shows. */
export function ringDashes(radius: number, about: number): [number, number] {
  const length = 2 * Math.PI * radius
  const step = length / Math.max(5, Math.round(length / about))
  return [step * 0.54, step * 0.46]
}
