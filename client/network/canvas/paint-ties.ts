import { LINE_STYLE } from '../graph/line-style.ts'
import type { Camera, Size } from './camera.ts'
import type { CanvasPicture, TieBatch } from './canvas-picture.ts'
import type { CanvasTheme } from './canvas-theme.ts'
import type { LinePen } from './line-pen.ts'
import { growth } from './view-of-marks.ts'

export interface TieLayer {
  /** The part of every batch that is drawn: 0.1 is its heaviest tenth. */
  share: number
  /** By tie of the picture: 1 = draw it. Null = all. */
  only: Uint8Array | null
  /** Everything at a tenth, as filtered out. */
  faded: boolean
}

/** On screen, CSS px: a line of 1 at zoom 1 gets thinner the more there are, so that density stays legible. */
export function paintTies(
  lines: LinePen,
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
    lines.begin({
      colour: theme[colour],
      alpha: pale
        ? 0.1 * Math.max(0.5, thin)
        : opacity[batch.cross ? 'cross' : 'within'] *
          (batch.line === 'bundle' ? bundleWeight(batch.width, picture.ties.count) : thin),
      width: widthOf(batch, camera, picture.ties.count),
      dash: dash.map((length) => length * growth(camera.zoom)),
    })
    const size = batch.ties.length
    const part = batch.ties.subarray(0, Math.ceil(size * layer.share))
    drawLines(lines, picture, camera, view, part, layer.only)
    lines.end()
  }
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
function drawLines(
  lines: LinePen,
  { marks, ties }: CanvasPicture,
  { zoom, x: panX, y: panY }: Camera,
  { width, height }: Size,
  list: Uint32Array,
  only: Uint8Array | null,
): void {
  for (const tie of list) {
    if (only && !only[tie]) continue
    const [a, b] = [ties.a[tie]!, ties.b[tie]!]
    const x1 = marks.x[a]! * zoom + panX
    const x2 = marks.x[b]! * zoom + panX
    if ((x1 < 0 && x2 < 0) || (x1 > width && x2 > width)) continue
    const y1 = marks.y[a]! * zoom + panY
    const y2 = marks.y[b]! * zoom + panY
    if ((y1 < 0 && y2 < 0) || (y1 > height && y2 > height)) continue
    lines.line(x1, y1, x2, y2)
  }
}

/** Pairs of sectors without any tie: round dots; dashes where a tie was to be expected. */
export function paintGhosts(
  lines: LinePen,
  { ghosts }: CanvasPicture,
  { zoom, x, y }: Camera,
  theme: CanvasTheme,
  expectedFrom: number,
): void {
  for (const expected of [false, true]) {
    lines.begin({
      colour: expected ? theme.expired : theme.ghost,
      alpha: 1,
      width: expected ? 1.3 : 1.25,
      dash: expected ? [5, 4] : [0.1, 4.5],
      round: true,
    })
    for (const ghost of ghosts)
      if (ghost.expected >= expectedFrom === expected)
        lines.line(ghost.x1 * zoom + x, ghost.y1 * zoom + y, ghost.x2 * zoom + x, ghost.y2 * zoom + y)
    lines.end()
  }
}
