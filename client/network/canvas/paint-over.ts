import { standsFor } from './canvas-picture.ts'
import type { MarksSetOff } from './marks-set-off.ts'
import { type Brush, paintMark } from './paint-marks.ts'
import { growth, radiusOnScreen } from './view-of-marks.ts'

export interface OverState {
  chosen: number
  /** Mark under the mouse; −1 = none. */
  hovered: number
  /** Ties drawn as chosen. */
  ties: readonly number[]
  setOff: MarksSetOff
  /** Corners of an outline being drawn, on screen. */
  outline: readonly number[]
  isBox: boolean
}

/** More lines than this say no more than that there are many. */
const MOST_LIT = 3000

/** What is chosen, picked, pointed at or being outlined: over everything else. */
export function paintOver(brush: Brush, state: OverState): void {
  const { pen, theme } = brush
  pen.strokeStyle = theme.grape
  // What an answer marks goes before the other ties of the chosen one; those that a focus fades stay pale.
  const { lit, kept } = state.setOff
  litTies(brush, lit.length > 0 ? lit : kept ? state.ties.filter((tie) => kept[tie] === 1) : state.ties)
  rings(brush, state)
  if (state.outline.length < 4) return
  pen.beginPath()
  for (let at = 0; at + 1 < state.outline.length; at += 2)
    pen.lineTo(state.outline[at]!, state.outline[at + 1]!)
  pen.closePath()
  pen.globalAlpha = 0.1
  pen.fillStyle = theme.grape
  pen.fill()
  pen.globalAlpha = 1
  pen.setLineDash([5, 4])
  pen.lineWidth = 1.5
  pen.stroke()
  pen.setLineDash([])
}

function litTies(brush: Brush, list: readonly number[]): void {
  const { pen, picture, camera } = brush
  const { marks, ties } = picture
  if (list.length === 0) return
  const ends = new Set<number>()
  pen.lineWidth =
    Math.max(1, Math.min(2.4, 140 / list.length)) * Math.max(1, Math.min(1.4, growth(camera.zoom)))
  pen.globalAlpha = list.length > 60 ? 0.6 : 1
  pen.beginPath()
  for (const tie of list.slice(0, MOST_LIT)) {
    const [a, b] = [ties.a[tie]!, ties.b[tie]!]
    pen.moveTo(marks.x[a]! * camera.zoom + camera.x, marks.y[a]! * camera.zoom + camera.y)
    pen.lineTo(marks.x[b]! * camera.zoom + camera.x, marks.y[b]! * camera.zoom + camera.y)
    ends.add(a).add(b)
  }
  pen.stroke()
  pen.globalAlpha = 1
  for (const mark of ends) paintMark(brush, mark)
}

function rings(brush: Brush, { chosen, hovered, setOff: { picked } }: OverState): void {
  const { pen, picture, camera, theme, view } = brush
  const { marks } = picture
  const ring = (mark: number, beyond: number, width: number) => {
    const x = marks.x[mark]! * camera.zoom + camera.x
    const y = marks.y[mark]! * camera.zoom + camera.y
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) return
    const r = radiusOnScreen(picture, mark, camera) + beyond
    pen.beginPath()
    pen.arc(x, y, r, 0, 2 * Math.PI)
    pen.lineWidth = width
    pen.stroke()
  }
  pen.strokeStyle = theme.grape
  if (picked)
    for (let mark = 0; mark < marks.count; mark++) {
      if (picked[mark] === 0) continue
      // Part of a closed group: a broken ring.
      if (picked[mark]! < standsFor(picture, mark)) pen.setLineDash([3, 3])
      ring(mark, 2, 1.6)
      pen.setLineDash([])
    }
  if (hovered >= 0) ring(hovered, 3, 1)
  if (chosen >= 0) ring(chosen, 4.5, 2)
}
