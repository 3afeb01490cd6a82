/** Geometry of the scale 0–100 under the index. */
export const SCALE = { width: 272, height: 86, left: 4, right: 268, axis: 37 }

export const scaleX = (value: number): number =>
  SCALE.left + ((SCALE.right - SCALE.left) * Math.min(100, Math.max(0, value))) / 100

const CHARACTER = 6
const textWidth = (text: string): number => text.length * CHARACTER

export interface ScaleLabel {
  x: number
  anchor: 'start' | 'middle' | 'end'
}

const extent = (label: ScaleLabel, text: string): [number, number] => {
  const width = textWidth(text)
  if (label.anchor === 'start') return [label.x, label.x + width]
  if (label.anchor === 'end') return [label.x - width, label.x]
  return [label.x - width / 2, label.x + width / 2]
}

const clash = (a: [number, number], b: [number, number]): boolean => a[0] < b[1] + 4 && b[0] < a[1] + 4

/** A centred label kept inside the scale. */
export function centred(value: number, text: string): ScaleLabel {
  const half = textWidth(text) / 2
  const x = Math.min(SCALE.width - half, Math.max(half, scaleX(value)))
  return { x, anchor: 'middle' }
}

interface UpperRow {
  before: ScaleLabel | null
  benchmark: ScaleLabel | null
}

/** Places "41" and "62 tolok ukur" on one line so that they never touch; the value before gives way. */
export function upperRow(
  before: { value: number; text: string } | null,
  benchmark: { value: number; text: string } | null,
): UpperRow {
  const beforeLabel = before ? centred(before.value, before.text) : null
  if (!benchmark) return { before: beforeLabel, benchmark: null }
  const at = scaleX(benchmark.value)
  const sides: ScaleLabel[] = [
    { x: at + 5, anchor: 'start' },
    { x: at - 5, anchor: 'end' },
  ]
  const fits = (label: ScaleLabel) => {
    const [from, to] = extent(label, benchmark.text)
    return from >= 0 && to <= SCALE.width
  }
  const free = (label: ScaleLabel) =>
    !before || !beforeLabel || !clash(extent(label, benchmark.text), extent(beforeLabel, before.text))
  const inside = sides.filter(fits)
  const best = inside.find(free)
  if (best) return { before: beforeLabel, benchmark: best }
  return { before: null, benchmark: inside[0] ?? centred(benchmark.value, benchmark.text) }
}
