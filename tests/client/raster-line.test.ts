import { expect, it } from 'vitest'
import { mixed } from '#client/network/canvas/raster-colour.ts'
import { dashes, lineAlong } from '#client/network/canvas/raster-line.ts'

const WIDTH = 60
const HEIGHT = 40
const WHITE = 0xffffffff | 0
const BLACK = 0xff000000 | 0

/** A line from the top left, by its longer direction, on white. */
function drawn(x1: number, y1: number, x2: number, y2: number, thick: number, alpha = 256): Int32Array {
  const pixels = new Int32Array(WIDTH * HEIGHT).fill(WHITE)
  const wide = Math.abs(x2 - x1) >= Math.abs(y2 - y1)
  if (wide) lineAlong(pixels, x1, y1, x2, y2, WIDTH, HEIGHT, 1, WIDTH, thick, BLACK, alpha)
  else lineAlong(pixels, y1, x1, y2, x2, HEIGHT, WIDTH, WIDTH, 1, thick, BLACK, alpha)
  return pixels
}

/** px of black. */
const ink = (pixels: Int32Array) => pixels.reduce((sum, pixel) => sum + (255 - (pixel & 255)) / 255, 0)

it('covers as many pixels as the line is long and thick, however it slants', () => {
  const lines = [
    [5.5, 20.5, 45.5, 20.5],
    [5.3, 10.2, 50.1, 30.7],
    [50.1, 30.7, 5.3, 10.2],
    [10.7, 2.1, 22.4, 38.3],
    [30, 38.6, 12.2, 1.4],
  ] as const
  for (const [x1, y1, x2, y2] of lines)
    for (const thick of [0.5, 1, 2.6, 7]) {
      const area = Math.hypot(x2 - x1, y2 - y1) * thick
      expect(Math.abs(ink(drawn(x1, y1, x2, y2, thick)) - area)).toBeLessThan(0.03 * area + 0.3)
    }
})

it('takes a share of the colour by its alpha, and darkens no further where it is drawn over and over', () => {
  const pixels = drawn(4, 10.5, 50, 10.5, 1, 64)
  expect(pixels[10 * WIDTH + 20]! & 255).toBe(191)
  for (let turn = 0; turn < 500; turn++)
    lineAlong(pixels, 4, 10.5, 50, 10.5, WIDTH, HEIGHT, 1, WIDTH, 1, 0xff808080 | 0, 64)
  expect(Math.abs((pixels[10 * WIDTH + 20]! & 255) - 128)).toBeLessThanOrEqual(2)
  expect(mixed(WHITE, 0xff112233 | 0, 256)).toBe(0xff112233 | 0)
  expect(mixed(0xff445566 | 0, WHITE, 0)).toBe(0xff445566 | 0)
})

it('draws of a line what lies within the picture, the same as if there were more of it', () => {
  const near = drawn(-40, -20, 120, 70, 1.5)
  const cut = ink(near)
  expect(cut).toBeGreaterThan(0)
  // the part between the left edge and the right one
  const inside = Math.hypot(WIDTH, (WIDTH * 90) / 160) * 1.5
  expect(cut).toBeLessThanOrEqual(inside * 1.03)
  expect(cut).toBeGreaterThan(inside * 0.9)
  for (const line of [
    [-30, 5, -1, 30],
    [70, 5, 90, 30],
    [5, -30, 50, -3],
    [5, 45, 50, 60],
  ] as const)
    expect(ink(drawn(line[0], line[1], line[2], line[3], 1))).toBe(0)
  expect(ink(drawn(12, 12, 12, 12, 3))).toBe(0)
})

it('leaves gaps as long as they are asked for', () => {
  const parts: number[][] = []
  dashes(0, 0, 30, 40, [10, 5], (...part) => parts.push(part.map((value) => Math.round(value * 1e6) / 1e6)))
  expect(parts).toEqual([
    [0, 0, 6, 8],
    [9, 12, 15, 20],
    [18, 24, 24, 32],
    [27, 36, 30, 40],
  ])
})
