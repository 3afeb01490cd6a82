/** A calendar quarter and the day on which it is read: its last one, or the last day of the data. */
export interface QuarterStep {
  year: number
  quarter: 1 | 2 | 3 | 4
  on: string
  /** Read before its end. */
  provisional: boolean
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
const quarterOf = (date: string) => Math.floor((Number(date.slice(5, 7)) - 1) / 3)
const lastDay = (year: number, quarter: number) => iso(year, quarter * 3 + 3, 0)

/** More steps than a line can hold. */
const MOST = 60

/** Every quarter from the one of `first` to the one of `last`; where they are too many every year, and of those the last ones. */
export function quarterSteps(first: string, last: string): readonly QuarterStep[] {
  const steps: QuarterStep[] = []
  let year = Number(first.slice(0, 4))
  let quarter = quarterOf(first)
  while (iso(year, quarter * 3, 1) <= last) {
    const end = lastDay(year, quarter)
    steps.push({
      year,
      quarter: (quarter + 1) as QuarterStep['quarter'],
      on: end < last ? end : last,
      provisional: end > last,
    })
    quarter = (quarter + 1) % 4
    if (quarter === 0) year++
  }
  if (steps.length <= MOST) return steps
  return steps.filter((step, at) => step.quarter === 4 || at === steps.length - 1).slice(-MOST)
}

/** Last day of the quarter before the one that holds `on`: what is later is "new". Null for `all`. */
export function comparedDate(on: string): string | null {
  if (on === 'all') return null
  return iso(Number(on.slice(0, 4)), quarterOf(on) * 3, 0)
}

/** The step that a date falls into, the first one read on it or later; -1 outside of them or for `all`. */
export function stepOf(steps: readonly QuarterStep[], on: string): number {
  const [first] = steps
  if (!first || on === 'all' || on < iso(first.year, (first.quarter - 1) * 3, 1)) return -1
  const at = steps.findIndex((step) => on <= step.on)
  // The running quarter is read before its end.
  const last = steps.at(-1)!
  return at === -1 && on <= lastDay(last.year, last.quarter - 1) ? steps.length - 1 : at
}

/** The date one quarter back (-1) or on (+1): first to the end of the running quarter, then by whole ones. */
export function steppedDate(steps: readonly QuarterStep[], on: string, by: -1 | 1): string | null {
  if (by === 1) return steps.find((step) => step.on > on)?.on ?? null
  return steps.findLast((step) => step.on < on)?.on ?? null
}
