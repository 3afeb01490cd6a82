import { mixed } from './raster-colour.ts'

/** Places across a line are whole numbers of 1/65,536 px: they add up faster than fractions. */
const ONE = 65_536

/**
 * One line along its longer direction, "major"; every pixel of a step across it takes as much of the colour as the line covers
 * of it there, so that edges are smooth. What lies outside is left out.
 *
 * @param majorSize, minorSize of the picture, px
 * @param majorStride, minorStride from a pixel to the next one in that direction
 * @param thick px, across the line
 * @param alpha 0 … 256
 */
export function lineAlong(
  pixels: Int32Array,
  from: number,
  minorFrom: number,
  to: number,
  minorTo: number,
  majorSize: number,
  minorSize: number,
  majorStride: number,
  minorStride: number,
  thick: number,
  colour: number,
  alpha: number,
): void {
  if (from > to) {
    lineAlong(
      pixels,
      to,
      minorTo,
      from,
      minorFrom,
      majorSize,
      minorSize,
      majorStride,
      minorStride,
      thick,
      colour,
      alpha,
    )
    return
  }
  if (!(to > from)) return
  const slope = (minorTo - minorFrom) / (to - from)
  // a slanting line is wider along the minor direction than across
  const half = (thick * Math.sqrt(1 + slope * slope)) / 2
  let begin = Math.max(0, from)
  let end = Math.min(majorSize, to)
  if (slope !== 0) {
    const one = from + (-half - minorFrom) / slope
    const other = from + (minorSize + half - minorFrom) / slope
    begin = Math.max(begin, Math.min(one, other))
    end = Math.min(end, Math.max(one, other))
  } else if (minorFrom + half <= 0 || minorFrom - half >= minorSize) return
  const firstStep = Math.floor(begin)
  const lastStep = Math.ceil(end) - 1
  const climb = Math.round(slope * ONE)
  const reach = Math.round(half * ONE)
  const most = minorSize * ONE - 1
  let middle = Math.round((minorFrom + (firstStep + 0.5 - from) * slope) * ONE)
  let base = firstStep * majorStride
  for (let step = firstStep; step <= lastStep; step++, middle += climb, base += majorStride) {
    const isEnd = step < from || step + 1 > to
    const strength = isEnd ? Math.round(alpha * (Math.min(step + 1, to) - Math.max(step, from))) : alpha
    const top = Math.max(0, middle - reach)
    const bottom = Math.min(most, middle + reach)
    if (bottom <= top) continue
    const last = bottom >> 16
    let row = top >> 16
    let at = base + row * minorStride
    let covered = (row === last ? bottom : (row + 1) << 16) - top
    for (;;) {
      const share = ((covered >> 8) * strength + 128) >> 8
      if (share > 0) pixels[at] = mixed(pixels[at]!, colour, share)
      if (++row > last) break
      at += minorStride
      covered = row === last ? bottom & 0xffff : ONE
    }
  }
}

/** The parts of a line that are drawn, one after the other. */
export function dashes(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  dash: readonly number[],
  draw: (x1: number, y1: number, x2: number, y2: number) => void,
): void {
  const length = Math.hypot(x2 - x1, y2 - y1)
  const [alongX, alongY] = [(x2 - x1) / length, (y2 - y1) / length]
  for (let at = 0, turn = 0; at < length; turn++) {
    const next = Math.min(length, at + Math.max(0.1, dash[turn % dash.length]!))
    if (turn % 2 === 0) draw(x1 + alongX * at, y1 + alongY * at, x1 + alongX * next, y1 + alongY * next)
    at = next
  }
}
