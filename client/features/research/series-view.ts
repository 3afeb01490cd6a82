import type { Series } from '#shared/contract/research.ts'

type Line = Series['lines'][number]

/** First and last value there is, with where they stand; null where there are not two. */
export function endsOf({ values }: Pick<Line, 'values'>) {
  const first = values.findIndex((value) => value !== null)
  const last = values.findLastIndex((value) => value !== null)
  const [start, end] = [values[first], values[last]]
  if (first === last || typeof start !== 'number' || typeof end !== 'number') return null
  return { first, last, start, end }
}

/** How many lines stand higher, lower and the same as at their beginning. */
export function movesOf(lines: readonly Line[]): { higher: number; lower: number; same: number } {
  const moves = { higher: 0, lower: 0, same: 0 }
  for (const line of lines) {
    const ends = endsOf(line)
    if (!ends) continue
    moves[ends.end > ends.start ? 'higher' : ends.end < ends.start ? 'lower' : 'same']++
  }
  return moves
}

/** The scale that all lines share; zero is always on it, so that no change looks larger than it is. */
export function sharedScale(lines: readonly Pick<Line, 'values'>[]): { low: number; high: number } {
  let low = 0
  let high = 0
  for (const { values } of lines)
    for (const value of values) {
      if (value === null) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  return low === high ? { low, high: low + 1 } : { low, high }
}

/** Unbroken stretches of a line as `x,y` points; a gap stays a gap. */
export function stretches(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): [number, number][][] {
  const parts: [number, number][][] = []
  let open: [number, number][] | null = null
  values.forEach((value, at) => {
    if (value === null) {
      open = null
      return
    }
    if (open === null) {
      open = []
      parts.push(open)
    }
    open.push([x(at), y(value)])
  })
  return parts
}
