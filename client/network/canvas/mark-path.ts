import type { SectorShape } from '#shared/contract/vocabulary.ts'
import { shapeCorners } from '../sector-shape.ts'
import type { Pen } from './svg-pen.ts'

/** Adds the outline of a mark with the area of a circle of radius `r` to the path. */
export function markPath(pen: Pen, shape: SectorShape, x: number, y: number, r: number) {
  const corners = shapeCorners(shape, x, y, r)
  if (!corners) {
    pen.moveTo(x + r, y)
    pen.arc(x, y, r, 0, 2 * Math.PI)
    return
  }
  for (const [corner, at] of corners.entries()) {
    if (corner === 0) pen.moveTo(...at)
    else pen.lineTo(...at)
  }
  pen.closePath()
}
