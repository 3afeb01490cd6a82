import type { Turnover, TurnoverPoint } from '#shared/contract/network.ts'
import type { QuarterStep } from '../quarters.ts'

/** What came and went in one period, over the quarters that it spans. */
export interface Bar {
  /** First and last quarter step that it stands over. */
  from: number
  to: number
  point: TurnoverPoint
  /** 0..1 of the tallest bar. */
  started: number
  ended: number
}

/** One bar per period; a long history is counted by year, and its bars are as wide. */
export function barsOf({ points }: Turnover, steps: readonly QuarterStep[]): readonly Bar[] {
  const most = Math.max(1, ...points.flatMap(({ started, ended }) => [started, ended]))
  return points.flatMap((point) => {
    const { year, quarter } = point.period
    const within = (step: QuarterStep) => step.year === year && (quarter === null || step.quarter === quarter)
    const from = steps.findIndex(within)
    if (from < 0) return []
    const to = steps.findLastIndex(within)
    return [{ from, to, point, started: point.started / most, ended: point.ended / most }]
  })
}

/** Where a date lies along the axis, in steps: 2.5 is half way through the third quarter. */
export function placeOf(steps: readonly QuarterStep[], date: string): number | null {
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1
  const at = steps.findIndex((step) => step.year === Number(date.slice(0, 4)) && step.quarter === quarter)
  if (at < 0) return null
  const start = Date.UTC(Number(date.slice(0, 4)), quarter * 3 - 3, 1)
  const end = Date.UTC(Number(date.slice(0, 4)), quarter * 3, 1)
  return at + (Date.parse(`${date}T00:00:00Z`) - start) / (end - start)
}

/** The events within a bar, the earliest first. */
export const eventsOf = (
  { events }: Turnover,
  steps: readonly QuarterStep[],
  { from, to }: Bar,
): Turnover['events'] =>
  events.filter(({ on }) => {
    const place = placeOf(steps, on)
    return place !== null && from <= place && place < to + 1
  })

/** The two dates that are compared, the earlier first; null where none, or one and the same, is asked for. */
export function comparedDates(compare: string | null, on: string): { from: string; to: string } | null {
  if (compare === null || on === 'all' || compare === on) return null
  return compare < on ? { from: compare, to: on } : { from: on, to: compare }
}
