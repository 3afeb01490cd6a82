import type { Extent } from './camera.ts'

/** Marks by square cells of the plane: who lies near a point or inside an outline, without looking at all of them. */
export interface MarkGrid {
  /** The mark nearest to a point among those whose edge is at most `slack` away; −1 where there is none. */
  nearest: (x: number, y: number, slack: number, radius: (mark: number) => number) => number
  /** Marks whose middle lies in the rectangle, in no particular order. */
  within: (extent: Extent) => number[]
}

/** About so many marks to a cell. */
const PER_CELL = 2

/** O(marks): one pass counts, one places. `x` and `y` hold the middles, in model units. */
export function createMarkGrid(x: ArrayLike<number>, y: ArrayLike<number>, count: number): MarkGrid {
  const bounds = boundsOf(x, y, count)
  const area = Math.max(1e-9, (bounds.right - bounds.left) * (bounds.bottom - bounds.top))
  const cell = Math.max(1e-6, Math.sqrt((area * PER_CELL) / Math.max(1, count)))
  const columns = Math.min(2048, Math.floor((bounds.right - bounds.left) / cell) + 1)
  const rows = Math.min(2048, Math.floor((bounds.bottom - bounds.top) / cell) + 1)
  const column = (at: number) => clamp(Math.floor((at - bounds.left) / cell), columns)
  const row = (at: number) => clamp(Math.floor((at - bounds.top) / cell), rows)

  const starts = new Int32Array(columns * rows + 1)
  const cellOf = new Int32Array(count)
  for (let mark = 0; mark < count; mark++) {
    const at = row(y[mark]!) * columns + column(x[mark]!)
    cellOf[mark] = at
    starts[at + 1]!++
  }
  for (let at = 0; at < columns * rows; at++) starts[at + 1]! += starts[at]!
  const cursor = starts.slice(0, columns * rows)
  const marks = new Int32Array(count)
  for (let mark = 0; mark < count; mark++) marks[cursor[cellOf[mark]!]!++] = mark

  const visit = (extent: Extent, each: (mark: number) => void) => {
    const [from, to] = [column(extent.left), column(extent.right)]
    for (let line = row(extent.top); line <= row(extent.bottom); line++)
      for (let slot = starts[line * columns + from]!; slot < starts[line * columns + to + 1]!; slot++)
        each(marks[slot]!)
  }
  const most = (radius: (mark: number) => number) => {
    let largest = 0
    for (let mark = 0; mark < count; mark++) largest = Math.max(largest, radius(mark))
    return largest
  }

  return {
    nearest(px, py, slack, radius) {
      const reach = slack + most(radius)
      let best = -1
      let least = Number.POSITIVE_INFINITY
      visit({ left: px - reach, right: px + reach, top: py - reach, bottom: py + reach }, (mark) => {
        // How far outside its edge; inside, the nearer middle wins, so that a small mark on a large one is found.
        const distance = Math.hypot(x[mark]! - px, y[mark]! - py)
        const r = radius(mark)
        if (r < 0 || distance > r + slack) return
        const cost = Math.max(0, distance - r) * 1e6 + distance + r * 1e-3
        if (cost < least || (cost === least && mark < best)) [best, least] = [mark, cost]
      })
      return best
    },
    within(extent) {
      const found: number[] = []
      visit(extent, (mark) => {
        const [px, py] = [x[mark]!, y[mark]!]
        if (px >= extent.left && px <= extent.right && py >= extent.top && py <= extent.bottom)
          found.push(mark)
      })
      return found
    },
  }
}

const clamp = (at: number, count: number) => Math.min(count - 1, Math.max(0, at))

export function boundsOf(x: ArrayLike<number>, y: ArrayLike<number>, count: number): Extent {
  if (count === 0) return { left: 0, top: 0, right: 1, bottom: 1 }
  const bounds = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  }
  for (let mark = 0; mark < count; mark++) {
    bounds.left = Math.min(bounds.left, x[mark]!)
    bounds.right = Math.max(bounds.right, x[mark]!)
    bounds.top = Math.min(bounds.top, y[mark]!)
    bounds.bottom = Math.max(bounds.bottom, y[mark]!)
  }
  return bounds
}
