import type { Camera, Size } from './camera.ts'
import { type CanvasPicture, kindOf, type MarkKind, standsFor, wordsOf } from './canvas-picture.ts'
import { radiusOnScreen } from './view-of-marks.ts'

/** Text beside a mark, CSS px on screen. */
export interface PlacedLabel {
  mark: number
  text: string
  bold: boolean
  /** Left edge and middle line of the text. */
  x: number
  y: number
}

export interface LabelWishes {
  /** Always named, and first. */
  chosen: number
  /** Named before others, while there are few. */
  first: ReadonlySet<number>
  pale: Uint8Array | null
  /** At most so many. */
  most: number
  widthOf: (text: string, bold: boolean) => number
  /** Boxes that are taken: names of what is open. */
  taken: readonly Box[]
}

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const LINE = 14
/** What a ring takes around its mark. */
const RING_ROOM = 6
const GAP = 4
/** Signs of a name; on a phone a long one would lie across half of the picture. */
const LONGEST = { wide: 30, narrow: 22 }
const NARROW = 480
/** Single actors from this radius on, px, and all groups are kept clear of other labels; smaller ones show through the halo. */
const CLEAR_FROM = 4.5
/** Groups are named before actors, sectors before groups, and who is without a partner before all. */
const RANK: Record<MarkKind, number> = { actor: 0, group: 1e3, sector: 1e5, absent: 2e5 }

function shortened(name: string, { width }: Size): string {
  const most = width < NARROW ? LONGEST.narrow : LONGEST.wide
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** So many of the most important may cover lesser marks: in a dense picture nobody else could say who its hubs are. */
const FOREMOST = 9

/**
 * Names by importance, each at the first free side of its mark; what has no room is not named. No name covers another, nor
 * a mark that is more important than its own.
 */
export function placeCanvasLabels(
  picture: CanvasPicture,
  camera: Camera,
  view: Size,
  wishes: LabelWishes,
): PlacedLabel[] {
  const candidates = inView(picture, camera, view, wishes)
  const obstacles = candidates
    .filter(({ mark, r }) => r >= CLEAR_FROM || kindOf(picture, mark) !== 'actor')
    .slice(0, 300)
    .map(({ mark, x, y, r, priority }) => ({
      mark,
      priority,
      left: x - r,
      right: x + r,
      top: y - r,
      bottom: y + r,
    }))
  const taken = [...wishes.taken]
  const placed: PlacedLabel[] = []
  let foremost = FOREMOST
  for (const { mark, x, y, r, priority } of candidates) {
    if (placed.length >= wishes.most) break
    const text = shortened(wordsOf(picture, mark), view)
    if (text === '') continue
    const bold = mark === wishes.chosen || kindOf(picture, mark) === 'sector'
    const boxes = boxesBeside(x, y, r, wishes.widthOf(text, bold))
    const isFree = (box: Box) => isInView(box, view) && !taken.some((other) => overlap(box, other))
    const covers = (box: Box, least: number) =>
      obstacles.some((other) => other.mark !== mark && other.priority >= least && overlap(box, other))
    const box =
      boxes.find((one) => isFree(one) && !covers(one, Number.NEGATIVE_INFINITY)) ??
      (foremost > 0 && kindOf(picture, mark) === 'actor'
        ? boxes.find((one) => isFree(one) && !covers(one, priority))
        : undefined) ??
      (mark === wishes.chosen ? (boxes.find((one) => isInView(one, view)) ?? boxes[0]) : undefined)
    if (kindOf(picture, mark) === 'actor') foremost--
    if (!box) continue
    taken.push(box)
    placed.push({ mark, text, bold, x: box.left, y: (box.top + box.bottom) / 2 })
  }
  return placed
}

const isInView = (box: Box, view: Size) =>
  box.left >= 2 && box.right <= view.width - 2 && box.top >= 2 && box.bottom <= view.height - 2

interface Candidate {
  mark: number
  x: number
  y: number
  r: number
  priority: number
}

/** So many of the most important marks are tried; the others have no chance. */
const TRIED = 6

/** Marks within the view, the most important first. */
function inView(
  picture: CanvasPicture,
  camera: Camera,
  view: Size,
  { chosen, first, pale, most }: LabelWishes,
): Candidate[] {
  const { marks } = picture
  const candidates: Candidate[] = []
  for (let mark = 0; mark < marks.count; mark++) {
    if ((marks.faded[mark] || pale?.[mark]) && mark !== chosen) continue
    const x = marks.x[mark]! * camera.zoom + camera.x
    const y = marks.y[mark]! * camera.zoom + camera.y
    if (x < 0 || y < 0 || x > view.width || y > view.height) continue
    const r = radiusOnScreen(picture, mark, camera) + (marks.ring[mark] === 0 ? 0 : RING_ROOM)
    const kind = kindOf(picture, mark)
    const own = RANK[kind] + (kind === 'actor' ? marks.r[mark]! : standsFor(picture, mark))
    const priority = own + (mark === chosen ? 3e6 : first.has(mark) ? 1e6 : 0)
    candidates.push({ mark, x, y, r, priority })
  }
  const limit = Math.max(400, most * TRIED)
  const ordered = candidates.length > 4 * limit ? largest(candidates, limit) : candidates
  return ordered.sort((a, b) => b.priority - a.priority || a.mark - b.mark)
}

/** The `count` most important, or a few more, without sorting all: a threshold from a sample first. */
function largest(candidates: Candidate[], count: number): Candidate[] {
  const step = Math.max(1, Math.floor(candidates.length / 1000))
  const sample = candidates.filter((_, at) => at % step === 0).map(({ priority }) => priority)
  sample.sort((a, b) => b - a)
  const threshold =
    sample[Math.min(sample.length - 1, Math.ceil((1.5 * count * sample.length) / candidates.length))]!
  const kept = candidates.filter(({ priority }) => priority >= threshold)
  return kept.length >= count ? kept : candidates
}

function boxesBeside(x: number, y: number, r: number, width: number): Box[] {
  const box = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - LINE / 2,
    bottom: middle + LINE / 2,
  })
  return [
    box(x + r + GAP, y),
    box(x - r - GAP - width, y),
    box(x - width / 2, y + r + GAP + LINE / 2),
    box(x - width / 2, y - r - GAP - LINE / 2),
  ]
}
