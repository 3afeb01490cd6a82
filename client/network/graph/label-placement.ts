/** A mark that may carry a label, in pixels on screen. */
export interface LabelCandidate {
  key: string
  x: number
  y: number
  r: number
  /** Width of its text. */
  width: number
  /** Larger first; at or above `REQUIRED` the label is drawn whatever it covers. */
  priority: number
}

export type LabelSide = 'right' | 'left' | 'below' | 'above'
export const REQUIRED = 1_000_000

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const LINE = 14
const GAP = 4

function boxAt({ x, y, r, width }: LabelCandidate, side: LabelSide): Box {
  if (side === 'right')
    return { left: x + r + GAP, right: x + r + GAP + width, top: y - LINE / 2, bottom: y + LINE / 2 }
  if (side === 'left')
    return { left: x - r - GAP - width, right: x - r - GAP, top: y - LINE / 2, bottom: y + LINE / 2 }
  const top = side === 'below' ? y + r + GAP : y - r - GAP - LINE
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + LINE }
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Which labels to draw, and on which side of their marks: by priority, the first free side wins, a label that would
 * cover a mark or another label is not drawn. Required ones take their least bad side. Only those in `named` are tried; every candidate is a mark to keep clear of.
 * O(labels × marks).
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  view: { width: number; height: number },
  named?: ReadonlySet<string>,
): ReadonlyMap<string, LabelSide> {
  const marks = candidates.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const placed = new Map<string, LabelSide>()
  const taken: Box[] = []
  const order = candidates
    .map((candidate, at) => ({ candidate, at }))
    .sort(
      (a, b) => b.candidate.priority - a.candidate.priority || (a.candidate.key < b.candidate.key ? -1 : 1),
    )
  const inside = (box: Box) =>
    box.left >= 2 && box.right <= view.width - 2 && box.top >= 2 && box.bottom <= view.height - 2
  for (const { candidate, at } of order) {
    if (named && !named.has(candidate.key)) continue
    const { x, y, priority } = candidate
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue
    const sides: LabelSide[] =
      x > view.width / 2 ? ['right', 'left', 'below', 'above'] : ['left', 'right', 'below', 'above']
    const costs = sides.map((side) => {
      const box = boxAt(candidate, side)
      const labels = taken.filter((other) => overlap(box, other)).length
      const covered = marks.filter((mark, index) => index !== at && overlap(box, mark)).length
      return { side, box, cost: labels * 4 + covered + (inside(box) ? 0 : 8) }
    })
    const best = costs.reduce((least, one) => (one.cost < least.cost ? one : least))
    if (best.cost > 0 && priority < REQUIRED) continue
    placed.set(candidate.key, best.side)
    taken.push(best.box)
  }
  return placed
}
