export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where a two-line label stands: baseline of its first line, and from where it is set. */
export interface Place {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  box: Box
}

export interface LabelRequest {
  id: string
  x: number
  y: number
  /** Distance from the centre of the mark to where a label may begin. */
  reach: number
  lines: readonly [string, string]
  priority: number
}

/** A line under the labels, and how heavy it is. */
export interface Stroke {
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
}

const FIRST = 12.5
const SECOND = 11
const LEADING = 14
/** Mean width of a character of the family, in em; a little too wide rather than too narrow. */
const EM = 0.56

export const boxesOverlap = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap

const overlapArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

/** Length of the part of a line that runs through a box (Liang–Barsky). */
export function lengthInside(line: Omit<Stroke, 'width'>, box: Box): number {
  const dx = line.x2 - line.x1
  const dy = line.y2 - line.y1
  let from = 0
  let to = 1
  const sides = [
    [-dx, line.x1 - box.x],
    [dx, box.x + box.width - line.x1],
    [-dy, line.y1 - box.y],
    [dy, box.y + box.height - line.y1],
  ] as const
  for (const [p, q] of sides) {
    if (p === 0 && q < 0) return 0
    if (p < 0) from = Math.max(from, q / p)
    if (p > 0) to = Math.min(to, q / p)
  }
  return from < to ? (to - from) * Math.hypot(dx, dy) : 0
}

function candidates(label: LabelRequest, outward: number): Place[] {
  const width = Math.max(label.lines[0].length * FIRST, label.lines[1].length * SECOND) * EM
  const height = label.lines[1] === '' ? FIRST : FIRST + LEADING
  const at = (anchor: Place['anchor'], x: number, y: number): Place => ({
    x,
    y,
    anchor,
    box: {
      x: anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x,
      y: y - FIRST + 2,
      width,
      height,
    },
  })
  const { x, y, reach } = label
  const below = at('middle', x, y + reach + 15)
  const above = at('middle', x, y - reach - (label.lines[1] === '' ? 6 : 20))
  const middle = label.lines[1] === '' ? y + 4 : y - 1
  const right = at('start', x + reach + 7, middle)
  const left = at('end', x - reach - 7, middle)
  // First the side that looks away from the centre, so that labels do not stand on the ties.
  return outward >= 0 ? [right, below, above, left] : [left, below, above, right]
}

/**
 * Places labels greedily by priority, each where it covers least. A label that would cover another label, or
 * most of a mark, is left out: the name is then in the list and the table, never on top of something else.
 */
export function placeLabels(
  labels: readonly LabelRequest[],
  marks: readonly Box[],
  strokes: readonly Stroke[],
  frame: { width: number; height: number; cx: number; cy: number },
): Map<string, Place> {
  const placed = new Map<string, Place>()
  const taken: Box[] = []
  const queue = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
  for (const label of queue) {
    const vertical = Math.abs(label.y - frame.cy) > Math.abs(label.x - frame.cx) * 0.9
    let best: { cost: number; place: Place } | null = null
    for (const [order, place] of candidates(label, label.x - frame.cx).entries()) {
      const { box } = place
      const outside =
        Math.max(0, -box.x) +
        Math.max(0, box.x + box.width - frame.width) +
        Math.max(0, -box.y) +
        Math.max(0, box.y + box.height - frame.height)
      const covered = taken.reduce((sum, other) => sum + overlapArea(box, other), 0)
      const hidden = marks.reduce((sum, mark) => sum + overlapArea(box, mark), 0)
      const crossed = strokes.reduce((sum, line) => sum + line.width * lengthInside(line, box), 0)
      const wrongSide =
        vertical && place.anchor === 'middle' ? place.y < label.y !== label.y < frame.cy : false
      const sideways = vertical && place.anchor !== 'middle' ? 30 : 0
      const cost =
        40 * covered + 4 * hidden + 60 * outside + 0.5 * crossed + 6 * order + (wrongSide ? 25 : 0) + sideways
      if (!best || cost < best.cost) best = { cost, place }
    }
    if (!best || best.cost > 1200) continue
    const { box: own } = best.place
    if (taken.some((other) => boxesOverlap(own, other, -1))) continue
    placed.set(label.id, best.place)
    taken.push(best.place.box)
  }
  return placed
}
