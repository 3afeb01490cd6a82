import { ringDashes } from '../sector-shape.ts'
import type { Camera, Size } from './camera.ts'
import { type CanvasPicture, MARK_RINGS } from './canvas-picture.ts'
import type { CanvasTheme } from './canvas-theme.ts'
import { markPath } from './mark-path.ts'
import { cecek, drawActorMark, type MarkSprites } from './mark-sprites.ts'
import type { Raster } from './raster.ts'
import type { Pen } from './svg-pen.ts'
import { radiusOnScreen } from './view-of-marks.ts'

/** All that drawing on one canvas needs. */
export interface Brush {
  pen: Pen
  picture: CanvasPicture
  camera: Camera
  view: Size
  theme: CanvasTheme
}

/** Where single actors are copied to, and what from. */
interface Copying {
  ground: Raster
  sprites: MarkSprites
}

/** Code letters only where they can be read. */
const CODE_FROM = 8.5
const FADED = 0.12
const MARGIN = 20

/** Single actors, pale ones lowest; `pale`: 1 = faded by a focus. Copied onto the ground, or drawn by a pen that has shapes. */
export function paintActors(brush: Brush, pale: Uint8Array | null, copying: Copying | null): void {
  const { pen, picture, camera, view, theme } = brush
  const { marks, looks } = picture
  const anyPale = pale !== null || marks.faded.includes(1)
  for (const turn of anyPale ? [true, false] : [false]) {
    const alpha = turn ? FADED : 1
    pen.globalAlpha = alpha
    for (let mark = 0; mark < marks.count; mark++) {
      if (marks.kind[mark] !== 0 || isPale(picture, pale, mark) !== turn) continue
      const x = marks.x[mark]! * camera.zoom + camera.x
      const y = marks.y[mark]! * camera.zoom + camera.y
      if (x < -MARGIN || y < -MARGIN || x > view.width + MARGIN || y > view.height + MARGIN) continue
      const r = radiusOnScreen(picture, mark, camera)
      const look = looks[marks.look[mark]!]!
      const ring = MARK_RINGS[marks.ring[mark]!]!
      if (copying) copying.ground.stamp(copying.sprites.get(look, ring, r, theme), x, y, alpha)
      else drawActorMark(pen, look, ring, { x, y, r }, 1, theme)
    }
  }
  pen.globalAlpha = 1
}

/** Closed groups: on top of the actors. */
export function paintGroups(brush: Brush, pale: Uint8Array | null): void {
  const { pen, picture } = brush
  const { marks } = picture
  for (let mark = 0; mark < marks.count && marks.kind[mark] !== 0; mark++) {
    pen.globalAlpha = isPale(picture, pale, mark) ? FADED : 1
    paintGroup(brush, mark)
  }
  pen.globalAlpha = 1
}

const isPale = ({ marks }: CanvasPicture, pale: Uint8Array | null, mark: number) =>
  marks.faded[mark] === 1 || pale?.[mark] === 1

/** One mark again, over lines that are drawn across it. */
export function paintMark(brush: Brush, mark: number): void {
  const { pen, picture, camera, theme } = brush
  const { marks, looks } = picture
  if (marks.kind[mark] !== 0) {
    paintGroup(brush, mark)
    return
  }
  const x = marks.x[mark]! * camera.zoom + camera.x
  const y = marks.y[mark]! * camera.zoom + camera.y
  const r = radiusOnScreen(picture, mark, camera)
  drawActorMark(pen, looks[marks.look[mark]!]!, MARK_RINGS[marks.ring[mark]!]!, { x, y, r }, 1, theme)
}

function paintGroup({ pen, picture, camera, theme }: Brush, mark: number): void {
  const { marks, looks } = picture
  const look = looks[marks.look[mark]!]!
  const ring = MARK_RINGS[marks.ring[mark]!]!
  const [x, y] = [marks.x[mark]! * camera.zoom + camera.x, marks.y[mark]! * camera.zoom + camera.y]
  const r = radiusOnScreen(picture, mark, camera)
  const colour = look.group ?? 'none'
  if (ring === 'unasked') {
    dashedRing(pen, x, y, r, theme.unknown)
    cecek(pen, x, y, r, 4, theme.unknown)
    return
  }
  pen.beginPath()
  markPath(pen, look.shape, x, y, r)
  pen.fillStyle = theme.fill[colour]
  pen.fill()
  pen.strokeStyle = theme.line[colour]
  pen.lineWidth = 1
  pen.stroke()
  if (ring === 'unlinked') dashedRing(pen, x, y, r * 1.1 + 3, theme.ring)
  if (r < CODE_FROM) return
  pen.fillStyle = theme.code[colour]
  pen.font = `600 ${r > 18 ? 13 : 10.5}px ${theme.font}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(look.code, x, y + 0.5)
}

function dashedRing(pen: Pen, x: number, y: number, r: number, colour: string): void {
  pen.beginPath()
  pen.arc(x, y, r, 0, 2 * Math.PI)
  pen.setLineDash(ringDashes(r, 5))
  pen.strokeStyle = colour
  pen.lineWidth = 1.3
  pen.stroke()
  pen.setLineDash([])
}
