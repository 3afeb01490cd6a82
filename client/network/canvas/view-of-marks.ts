import type { Camera } from './camera.ts'
import type { CanvasPicture } from './canvas-picture.ts'

/** Marks grow with the square root of the zoom: closer shows more room between them, not only larger marks. */
const FACTOR = { least: 0.55, most: 5 }
/** No single actor is drawn larger or smaller than this, px on screen. */
const ACTOR = { least: 1.3, most: 15 }

export const growth = (zoom: number): number => Math.min(FACTOR.most, Math.max(FACTOR.least, Math.sqrt(zoom)))

/** Closed groups shrink with the distances when the whole is small, so that they stay apart, and never beyond being touched. */
const GROUP = { least: 4, most: 60 }

/** Radius of a mark on screen, CSS px. */
export function radiusOnScreen({ marks }: CanvasPicture, mark: number, { zoom }: Camera): number {
  if (marks.kind[mark] === 0)
    return Math.min(ACTOR.most, Math.max(ACTOR.least, marks.r[mark]! * growth(zoom)))
  return Math.min(GROUP.most, Math.max(GROUP.least, marks.r[mark]! * Math.min(zoom, growth(zoom))))
}
