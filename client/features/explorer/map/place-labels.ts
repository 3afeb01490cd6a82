import { isWithin } from './actor-spots.ts'
import type { Geography, PixelPoint, Place } from './topology.ts'

/** Type of the labels, px: a letter of a name, the height of a line, half the room of a number. */
const LETTER = 5.6
const LINE = 12
const NUMBER = { width: 18, height: 13 }
/** How much of a name may stand over the border of its place. */
const OVER = 1.5
/** Where else a name may stand when there is no room in the middle, px; still inside its place. */
const SHIFTS = [0, -9, 9, -18, 18, -27, 27].flatMap((dy) =>
  [0, -12, 12, -24, 24].map((dx) => [dx, dy] as const),
)

export interface PlaceLabel {
  code: string
  /** Middle of the label. */
  x: number
  y: number
  /** The name in one or two lines; none where there is no room for it. */
  lines: readonly string[]
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})

/**
 * Every place gets its number, and its name where that overlaps no other label and hardly leaves the place; large places choose
 * first. Names are written in one line or, parted at a space, in two.
 */
export function placeLabels({ places, width }: Geography, nameOf: (code: string) => string): PlaceLabel[] {
  const taken = new Map(
    places.map(({ code, point: [x, y] }) => [code, boxAround(x, y, NUMBER.width, NUMBER.height)] as const),
  )
  const free = (code: string, box: Box) =>
    box.left >= 0 && box.right <= width && [...taken].every(([other, it]) => other === code || !meet(it, box))
  const bySize = places.toSorted((a, b) => b.width * b.height - a.width * a.height)
  const found = new Map<string, PlaceLabel>()
  for (const place of bySize) {
    const label = candidates(place, nameOf(place.code)).find((one) => free(place.code, boxOf(one)))
    if (!label) continue
    found.set(place.code, label)
    taken.set(place.code, boxOf(label))
  }
  return places.map(({ code, point: [x, y] }) => found.get(code) ?? { code, x, y, lines: [] })
}

const lengthOf = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length)) * LETTER

const boxOf = ({ x, y, lines }: PlaceLabel) =>
  lines.length === 0
    ? boxAround(x, y, NUMBER.width, NUMBER.height)
    : boxAround(x, y, lengthOf(lines), LINE * lines.length + NUMBER.height)

/** Whether a point lies under one of the labels, or within so many pixels of it. */
export function isLabelled(labels: readonly PlaceLabel[], [x, y]: PixelPoint, around: number): boolean {
  return labels.some((label) => {
    const { left, right, top, bottom } = boxOf(label)
    return x > left - around && x < right + around && y > top - around && y < bottom + around
  })
}

/** In the order in which they are tried: in the middle first. */
function candidates(place: Place, name: string): readonly PlaceLabel[] {
  const [x, y] = place.point
  const fitting = forms(name).filter((lines) => fits(place, lines))
  return SHIFTS.filter(([dx, dy]) => isWithin(place.rings, [x + dx, y + dy])).flatMap(([dx, dy]) =>
    fitting.map((lines) => ({ code: place.code, x: x + dx, y: y + dy, lines })),
  )
}

const fits = ({ width, height }: Place, lines: readonly string[]) =>
  lengthOf(lines) <= width * OVER && LINE * lines.length + NUMBER.height <= height * OVER

/** One line, then two of like length. */
function forms(name: string): readonly (readonly string[])[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index)
  const middle = spaces.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]
  return middle === undefined ? [[name]] : [[name], [name.slice(0, middle), name.slice(middle + 1)]]
}
