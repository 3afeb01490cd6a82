import type { TieChange } from '#shared/analytics/network-change.ts'
import type { SectorShape } from '#shared/contract/vocabulary.ts'
import { markPath } from '../../../network/canvas/mark-path.ts'
import type { Pen } from '../../../network/canvas/svg-pen.ts'
import type { GraphTheme, MarkColour } from '../../../network/graph/graph-theme.ts'
import { LINE_STYLE } from '../../../network/graph/line-style.ts'

/** A network to be drawn as it stands, without names and without picking: dates side by side, and what is too large for marks. */
export interface PaintedNetwork {
  x: ArrayLike<number>
  y: ArrayLike<number>
  /** By actor; null = not there. */
  dots: readonly Dot[]
  /** Drawn in this order, so that what changed lies on top. */
  ties: readonly { style: TieChange; a: ArrayLike<number>; b: ArrayLike<number> }[]
}

export type Dot = {
  kind: 'linked' | 'unlinked'
  colour: MarkColour
  shape: SectorShape
  faded: boolean
  chosen?: boolean
} | null

interface Plane {
  width: number
  height: number
}

const MARGIN = 8

/** Places in the layout to pixels: one scale for both axes, the same for every date, because the extent is that of all actors. */
function fitting({ x, y }: PaintedNetwork, { width, height }: Plane) {
  const [left, right] = extent(x)
  const [top, bottom] = extent(y)
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1, right - left),
    (height - 2 * MARGIN) / Math.max(1, bottom - top),
  )
  return {
    px: (v: number) => width / 2 + (x[v]! - (left + right) / 2) * scale,
    py: (v: number) => height / 2 + (y[v]! - (top + bottom) / 2) * scale,
  }
}

function extent(values: ArrayLike<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let v = 0; v < values.length; v++) {
    if (values[v]! < low) low = values[v]!
    if (values[v]! > high) high = values[v]!
  }
  return low > high ? [0, 0] : [low, high]
}

/** Small pictures, thinner lines. */
const SLIM = 0.7

/** From so many ties on, each is drawn so thin that what many share still shows. */
const MANY = 2_000

/** The radius of a dot by how many there are and by the room, px. */
const dotRadius = (count: number, { width, height }: Plane) =>
  count < 200 ? (Math.min(width, height) > 150 ? 3.2 : 2.6) : count < 1_500 ? 1.7 : 0.8

/** @param plane CSS pixels that the canvas fills */
export function paintNetwork(pen: Pen, network: PaintedNetwork, plane: Plane, theme: GraphTheme): void {
  const { px, py } = fitting(network, plane)
  pen.clearRect(0, 0, plane.width, plane.height)
  const total = network.ties.reduce((sum, { a }) => sum + a.length, 0)
  const thin = total > MANY ? Math.sqrt(MANY / total) : 1
  for (const { style, a, b } of network.ties) {
    const { width, dash, opacity, colour } = LINE_STYLE[style]
    pen.beginPath()
    for (let e = 0; e < a.length; e++) {
      pen.moveTo(px(a[e]!), py(a[e]!))
      pen.lineTo(px(b[e]!), py(b[e]!))
    }
    pen.setLineDash(dash.map((length) => length * SLIM))
    pen.lineWidth = Math.max(0.3, width.cross * SLIM * thin)
    pen.globalAlpha = Math.max(0.15, opacity.cross * thin)
    pen.strokeStyle = theme[colour]
    pen.stroke()
  }
  pen.setLineDash([])
  const r = dotRadius(network.dots.length, plane)
  for (const [v, dot] of network.dots.entries()) {
    if (dot === null) continue
    pen.globalAlpha = dot.faded ? 0.15 : 1
    pen.beginPath()
    markPath(pen, dot.shape, px(v), py(v), r)
    if (dot.kind === 'linked') {
      pen.fillStyle = theme.fill[dot.colour]
      pen.fill()
    }
    if (dot.kind === 'unlinked' || r > 1.5) {
      pen.lineWidth = dot.kind === 'unlinked' ? 1.1 : 0.8
      pen.strokeStyle = dot.kind === 'unlinked' ? theme.ring : theme.line[dot.colour]
      pen.stroke()
    }
    if (dot.chosen) {
      pen.globalAlpha = 1
      pen.beginPath()
      pen.arc(px(v), py(v), r + 4, 0, 2 * Math.PI)
      pen.lineWidth = 2
      pen.strokeStyle = theme.grape
      pen.stroke()
    }
  }
  pen.globalAlpha = 1
}
