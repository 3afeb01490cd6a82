import type { Direction } from '../graph/direction.ts'
import type { CanvasPicture } from './canvas-picture.ts'
import { tiesAt } from './marks-set-off.ts'

const AXIS: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** The mark to begin with: a closed group if there is one, else the largest. −1 in an empty picture. */
export function firstMark({ marks }: CanvasPicture, pale: Uint8Array | null): number {
  let best = -1
  for (let mark = 0; mark < marks.count; mark++)
    if (!marks.faded[mark] && !pale?.[mark] && (best < 0 || marks.r[mark]! > marks.r[best]!)) best = mark
  return best
}

/**
 * The mark that an arrow key leads to: of the partners within 80° of the direction the straightest and nearest, else the
 * same among all marks within 45°. −1 where there is none.
 */
export function markTowards(
  picture: CanvasPicture,
  from: number,
  direction: Direction,
  pale: Uint8Array | null,
): number {
  if (from < 0) return firstMark(picture, pale)
  const { partners } = tiesAt(picture, from)
  const joined = straightest(picture, from, direction, 80, pale, (mark) => partners.has(mark))
  return joined >= 0 ? joined : straightest(picture, from, direction, 45, pale, () => true)
}

function straightest(
  { marks }: CanvasPicture,
  from: number,
  direction: Direction,
  degrees: number,
  pale: Uint8Array | null,
  wanted: (mark: number) => boolean,
): number {
  const [ux, uy] = AXIS[direction]
  const limit = Math.cos((degrees * Math.PI) / 180)
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let mark = 0; mark < marks.count; mark++) {
    if (mark === from || marks.faded[mark] || pale?.[mark] || !wanted(mark)) continue
    const [dx, dy] = [marks.x[mark]! - marks.x[from]!, marks.y[mark]! - marks.y[from]!]
    const distance = Math.hypot(dx, dy)
    const cosine = distance === 0 ? 0 : (dx * ux + dy * uy) / distance
    if (cosine < limit) continue
    const cost = distance * (2 - cosine)
    if (cost < least) [best, least] = [mark, cost]
  }
  return best
}
