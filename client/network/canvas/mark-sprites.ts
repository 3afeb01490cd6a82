import type { MarkLook } from '../graph/scene.ts'
import { ringDashes } from '../sector-shape.ts'
import type { MarkRing } from './canvas-picture.ts'
import type { CanvasTheme } from './canvas-theme.ts'
import { markPath } from './mark-path.ts'
import type { Pen } from './svg-pen.ts'

/** A mark drawn once and copied to wherever it is needed. */
export interface Sprite {
  /** Row by row, a colour each, not multiplied by its alpha. */
  pixels: Int32Array
  /** Device px from a corner to the middle, along a side. */
  half: number
}

/** Radii are drawn in steps of half a device pixel. */
const STEP = 0.5
/** From this radius on, in CSS px, the ring of an actor without a partner can be read. */
const RING_FROM = 2

/** The marks of single actors as small pictures, by look, ring and size. Emptied by `clear` when the theme changes. */
export function createMarkSprites(ratio: number) {
  const sprites = new Map<string, Sprite>()
  return {
    clear: () => sprites.clear(),
    get(look: MarkLook, ring: MarkRing, r: number, theme: CanvasTheme): Sprite {
      const size = Math.max(STEP, Math.round((r * ratio) / STEP) * STEP)
      const key = `${look.group}|${look.shape}|${ring}|${size}`
      const known = sprites.get(key)
      if (known) return known
      const sprite = drawSprite(look, ring, size, ratio, theme)
      sprites.set(key, sprite)
      return sprite
    },
  }
}

export type MarkSprites = ReturnType<typeof createMarkSprites>

/** `r` in device px. */
function drawSprite(look: MarkLook, ring: MarkRing, r: number, ratio: number, theme: CanvasTheme): Sprite {
  const half = Math.ceil(r * 1.6 + (hasRing(ring, r / ratio) ? 8 : 2) * ratio)
  const image = document.createElement('canvas')
  image.width = image.height = 2 * half
  const pen = image.getContext('2d', { willReadFrequently: true })!
  drawActorMark(pen, look, ring, { x: half, y: half, r }, ratio, theme)
  return { pixels: new Int32Array(pen.getImageData(0, 0, 2 * half, 2 * half).data.buffer), half }
}

interface Round {
  x: number
  y: number
  r: number
}

/** The mark of one actor; `ratio` device px are one px of the page. */
export function drawActorMark(
  pen: Pen,
  look: MarkLook,
  ring: MarkRing,
  { x, y, r }: Round,
  ratio: number,
  theme: CanvasTheme,
): void {
  const colour = look.group ?? 'none'
  if (ring === 'unasked') {
    unaskedMark(pen, { x, y, r }, ratio, theme)
    return
  }
  pen.beginPath()
  markPath(pen, look.shape, x, y, r)
  pen.fillStyle = theme.fill[colour]
  pen.fill()
  pen.strokeStyle = theme.line[colour]
  // The outline of a very small mark would be all of it.
  pen.lineWidth = Math.min(1, r / ratio / 3) * ratio
  pen.stroke()
  if (!hasRing(ring, r / ratio)) return
  pen.strokeStyle = theme.ring
  ringAround(pen, ring, { x, y, r }, ratio)
}

/** Without a partner: finely broken, close to the mark; the others as the sector map draws levels. */
function ringAround(pen: Pen, ring: MarkRing, { x, y, r }: Round, ratio: number): void {
  const arc = (beyond: number, width: number, dash = 0, half = false) => {
    const radius = r + beyond * ratio
    pen.beginPath()
    if (half) pen.arc(x, y, radius, -Math.PI / 2, Math.PI / 2)
    else pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.setLineDash(dash > 0 ? ringDashes(radius, dash * ratio) : [])
    pen.lineWidth = width * ratio
    pen.stroke()
    pen.setLineDash([])
  }
  if (ring === 'unlinked') arc(2.6, 1.1, 4.4)
  else if (ring === 'broken') arc(3, 1.7, 7)
  else if (ring === 'half') arc(3, 1.7, 0, true)
  else arc(3, 1.1)
  if (ring === 'double') arc(5.6, 1.1)
}

const hasRing = (ring: MarkRing, r: number) => ring !== 'none' && ring !== 'unasked' && r >= RING_FROM

/** Cecek: nobody has asked. Dots within a dashed outline; too small for dots, the outline alone. */
function unaskedMark(pen: Pen, { x, y, r }: Round, ratio: number, theme: CanvasTheme): void {
  pen.beginPath()
  pen.arc(x, y, r, 0, 2 * Math.PI)
  pen.setLineDash(ringDashes(r, 4 * ratio))
  pen.strokeStyle = theme.unknown
  pen.lineWidth = Math.min(1, r / ratio / 2) * ratio
  pen.stroke()
  pen.setLineDash([])
  if (r >= 3 * ratio) cecek(pen, x, y, r, 3.2 * ratio, theme.unknown)
}

/** The dots of batik filling that say "not known", within a circle. */
export function cecek(pen: Pen, x: number, y: number, r: number, step: number, colour: string): void {
  pen.fillStyle = colour
  pen.beginPath()
  for (let line = -Math.ceil(r / step); line * step < r; line++)
    for (let at = -Math.ceil(r / step); at * step < r; at++) {
      const [dx, dy] = [(at + (line % 2 === 0 ? 0 : 0.5)) * step, line * step * 0.9]
      if (Math.hypot(dx, dy) > r - step / 4) continue
      pen.moveTo(x + dx + step / 5, y + dy)
      pen.arc(x + dx, y + dy, step / 5, 0, 2 * Math.PI)
    }
  pen.fill()
}
