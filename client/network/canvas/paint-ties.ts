import { LINE_STYLE } from '../graph/line-style.ts'
import type { Camera, Size } from './camera.ts'
import type { CanvasPicture, TieBatch } from './canvas-picture.ts'
import type { CanvasTheme } from './canvas-theme.ts'
import type { Pen } from './svg-pen.ts'
import { growth } from './view-of-marks.ts'

export interface TieLayer {
  /** The part of every batch that is stroked, as shares of it: 0 … 0.1 are its heaviest tenth. */
  from: number
  to: number
  /** By tie of the picture: 1 = stroke it. Null = all. */
  only: Uint8Array | null
  /** Everything at a tenth, as filtered out. */
  faded: boolean
}

/** Strokes of so many lines at once: longer paths take longer than their parts. */
const CHUNK = 400

/** On screen, CSS px: a line of 1 at zoom 1 gets thinner the more there are, so that density stays legible. */
export function paintTies(
  pen: Pen,
  picture: CanvasPicture,
  camera: Camera,
  view: Size,
  theme: CanvasTheme,
  layer: TieLayer,
): void {
  const thin = thinness(picture.ties.count)
  for (const batch of picture.ties.batches) {
    const { opacity, colour, dash } = LINE_STYLE[batch.line]
    const pale = layer.faded || batch.faded
    pen.globalAlpha = pale
      ? 0.1 * Math.max(0.5, thin)
      : opacity[batch.cross ? 'cross' : 'within'] *
        (batch.line === 'bundle' ? bundleWeight(batch.width, picture.ties.count) : thin)
    pen.strokeStyle = theme[colour]
    pen.setLineDash(dash.map((length) => length * growth(camera.zoom)))
    pen.lineWidth = widthOf(batch, camera, picture.ties.count)
    const size = batch.ties.length
    const part = batch.ties.subarray(Math.ceil(size * layer.from), Math.ceil(size * layer.to))
    strokeLines(pen, picture, camera, view, part, layer.only)
  }
  pen.setLineDash([])
  pen.globalAlpha = 1
}

/** Opacity by number: 1 up to a few hundred ties, a quarter at tens of thousands. */
const thinness = (ties: number) => Math.min(1, Math.max(0.22, (600 / Math.max(1, ties)) ** 0.32))

/** Among many bundles the thin ones recede, so that the strong ones are read. */
const bundleWeight = (width: number, ties: number) =>
  ties < 150 ? 1 : Math.min(1, Math.max(0.18, (width / 7) ** 1.3))

function widthOf({ line, width }: TieBatch, { zoom }: Camera, ties: number): number {
  if (line === 'bundle') return Math.min(10, width * growth(zoom))
  const slim = ties > 1500 ? 0.75 : 1
  return Math.max(0.5, width * growth(zoom) * slim)
}

/** Lines that the view cannot show are left out. */
function strokeLines(
  pen: Pen,
  { marks, ties }: CanvasPicture,
  { zoom, x: panX, y: panY }: Camera,
  { width, height }: Size,
  list: Uint32Array,
  only: Uint8Array | null,
): void {
  let pending = 0
  pen.beginPath()
  for (const tie of list) {
    if (only && !only[tie]) continue
    const [a, b] = [ties.a[tie]!, ties.b[tie]!]
    const x1 = marks.x[a]! * zoom + panX
    const x2 = marks.x[b]! * zoom + panX
    if ((x1 < 0 && x2 < 0) || (x1 > width && x2 > width)) continue
    const y1 = marks.y[a]! * zoom + panY
    const y2 = marks.y[b]! * zoom + panY
    if ((y1 < 0 && y2 < 0) || (y1 > height && y2 > height)) continue
    pen.moveTo(x1, y1)
    pen.lineTo(x2, y2)
    if (++pending < CHUNK) continue
    pen.stroke()
    pen.beginPath()
    pending = 0
  }
  if (pending > 0) pen.stroke()
}

/** Pairs of sectors without any tie: round dots; dashes where a tie was to be expected. */
export function paintGhosts(
  pen: Pen,
  { ghosts }: CanvasPicture,
  { zoom, x, y }: Camera,
  theme: CanvasTheme,
  expectedFrom: number,
): void {
  pen.lineCap = 'round'
  for (const expected of [false, true]) {
    pen.beginPath()
    for (const ghost of ghosts) {
      if (ghost.expected >= expectedFrom !== expected) continue
      pen.moveTo(ghost.x1 * zoom + x, ghost.y1 * zoom + y)
      pen.lineTo(ghost.x2 * zoom + x, ghost.y2 * zoom + y)
    }
    pen.setLineDash(expected ? [5, 4] : [0.1, 4.5])
    pen.lineWidth = expected ? 1.3 : 1.25
    pen.strokeStyle = expected ? theme.expired : theme.ghost
    pen.stroke()
  }
  pen.setLineDash([])
  pen.lineCap = 'butt'
}
