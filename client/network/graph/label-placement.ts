/** A mark that may carry a label, in pixels on screen. */
export interface LabelCandidate {
  key: string
  x: number
  y: number
  /** Radius of the mark with its rings. */
  r: number
  /** Width of its text. */
  width: number
  /** Larger first. */
  priority: number
}

export type LabelSide = 'right' | 'left' | 'below' | 'above'

/** Beside which side of its mark a label stands, moved along that side by `shift` px. */
export interface LabelPlace {
  side: LabelSide
  shift: number
}

/** Pixels on screen. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** At or above this the label is drawn even over marks; at or above `ALWAYS` even over another label. */
export const REQUIRED = 1_000_000
export const ALWAYS = 2_000_000

const LINE = 14
const GAP = 4
const LABEL_COST = 4
const EDGE_COST = 8

function boxAt({ x, y, r, width }: LabelCandidate, { side, shift }: LabelPlace): Box {
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? x + r + GAP : x - r - GAP - width
    return { left, right: left + width, top: y + shift - LINE / 2, bottom: y + shift + LINE / 2 }
  }
  const top = side === 'below' ? y + r + GAP : y - r - GAP - LINE
  return { left: x + shift - width / 2, right: x + shift + width / 2, top, bottom: top + LINE }
}

/** The places to try, best first: beside the mark on its outer side, then below and above, then a little off. */
function placesOf({ width }: LabelCandidate, outerRight: boolean): LabelPlace[] {
  const sides: LabelSide[] = outerRight ? ['right', 'left'] : ['left', 'right']
  const beside = (shift: number) => sides.map((side) => ({ side, shift }))
  const over = (shift: number): LabelPlace[] => [
    { side: 'below', shift },
    { side: 'above', shift },
  ]
  return [
    ...beside(0),
    ...over(0),
    ...beside(-8),
    ...beside(8),
    ...over(width / 3),
    ...over(-width / 3),
    ...beside(-15),
    ...beside(15),
  ]
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Which labels to draw, and where: by priority, the first free place wins; a label that would cover a mark or another
 * label is not drawn. Only those in `named` are tried; every candidate is a mark to keep clear of, `blocked` are other words.
 * At most `most` are drawn, the required ones aside. O(labels × marks).
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  view: { width: number; height: number },
  named?: ReadonlySet<string>,
  blocked: readonly Box[] = [],
  most = Number.POSITIVE_INFINITY,
): ReadonlyMap<string, LabelPlace> {
  const marks = candidates.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const placed = new Map<string, LabelPlace>()
  const taken: Box[] = [...blocked]
  const order = candidates
    .map((candidate, at) => ({ candidate, at }))
    .filter(
      ({ candidate: { key, x, y } }) =>
        (!named || named.has(key)) && x >= 0 && y >= 0 && x <= view.width && y <= view.height,
    )
    .sort(
      (a, b) => b.candidate.priority - a.candidate.priority || (a.candidate.key < b.candidate.key ? -1 : 1),
    )
  const inside = (box: Box) =>
    box.left >= 2 && box.right <= view.width - 2 && box.top >= 2 && box.bottom <= view.height - 2
  for (const { candidate, at } of order) {
    if (placed.size >= most && candidate.priority < REQUIRED) break
    let best: { place: LabelPlace; box: Box; labels: number; cost: number } | null = null
    for (const place of placesOf(candidate, candidate.x > view.width / 2)) {
      const box = boxAt(candidate, place)
      const labels = taken.filter((other) => overlap(box, other)).length
      const covered = marks.filter((mark, index) => index !== at && overlap(box, mark)).length
      const cost = labels * LABEL_COST + covered + (inside(box) ? 0 : EDGE_COST)
      if (!best || cost < best.cost) best = { place, box, labels, cost }
      if (cost === 0) break
    }
    if (!best || (best.cost > 0 && candidate.priority < REQUIRED)) continue
    if (best.labels > 0 && candidate.priority < ALWAYS) continue
    placed.set(candidate.key, best.place)
    taken.push(best.box)
  }
  return placed
}
