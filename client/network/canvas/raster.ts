import type { LinePen } from './line-pen.ts'
import type { Sprite } from './mark-sprites.ts'
import { colourReader, mixed } from './raster-colour.ts'
import { dashes, lineAlong } from './raster-line.ts'

/**
 * Straight lines and copies of small pictures on a ground of one colour, computed into the canvas's own pixels: many times
 * faster than its strokes and copies where no graphics card helps, as on a cheap phone.
 */
export interface Raster extends LinePen {
  /** The whole canvas in the colour of the ground. */
  clear: (ground: string) => void
  /** Its middle on a whole device pixel near the place, CSS px; alpha 0 … 1. */
  stamp: (sprite: Sprite, x: number, y: number, alpha: number) => void
  /** What was drawn appears. */
  show: () => void
}

/** @param ratio device px in a CSS px; the canvas has its size in device px */
export function createRaster(pen: CanvasRenderingContext2D, ratio: number): Raster {
  const { width, height } = pen.canvas
  const image = width > 0 && height > 0 ? pen.createImageData(width, height) : null
  const pixels = image ? new Int32Array(image.data.buffer) : new Int32Array()
  const colourOf = colourReader()
  let colour = 0
  let alpha = 0
  let thick = 1
  let dash: readonly number[] = []
  const draw = (x1: number, y1: number, x2: number, y2: number) => {
    if (Math.abs(x2 - x1) >= Math.abs(y2 - y1))
      lineAlong(pixels, x1, y1, x2, y2, width, height, 1, width, thick, colour, alpha)
    else lineAlong(pixels, y1, x1, y2, x2, height, width, width, 1, thick, colour, alpha)
  }
  return {
    clear: (ground) => void pixels.fill(colourOf(ground)),
    begin(look) {
      colour = colourOf(look.colour)
      alpha = Math.round(look.alpha * 256)
      thick = look.width * ratio
      const ends = look.round ? look.width : 0
      dash = look.dash.map((length, turn) => (turn % 2 === 0 ? length + ends : length - ends) * ratio)
    },
    line(cssX1, cssY1, cssX2, cssY2) {
      const [x1, y1, x2, y2] = [cssX1 * ratio, cssY1 * ratio, cssX2 * ratio, cssY2 * ratio]
      if (dash.length === 0) draw(x1, y1, x2, y2)
      else dashes(x1, y1, x2, y2, dash, draw)
    },
    end() {},
    stamp(sprite, x, y, part) {
      const side = 2 * sprite.half
      const left = Math.round(x * ratio) - sprite.half
      const top = Math.round(y * ratio) - sprite.half
      const most = Math.round(part * 256)
      for (let row = Math.max(0, -top); row < Math.min(side, height - top); row++) {
        const from = row * side
        const to = (top + row) * width + left
        for (let at = Math.max(0, -left); at < Math.min(side, width - left); at++) {
          const above = sprite.pixels[from + at]!
          const share = ((((above >>> 24) * 257) >>> 8) * most) >> 8
          if (share > 0) pixels[to + at] = mixed(pixels[to + at]!, above, share)
        }
      }
    },
    show() {
      if (image) pen.putImageData(image, 0, 0)
    },
  }
}
