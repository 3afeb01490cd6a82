import type { Period } from '#shared/contract/insights.ts'
import { endOfQuarter, endOfYear, quarterOf, startOfMonth, yearOf } from './calendar.ts'

export type Every = 'quarter' | 'year'

/** The quarter that a date lies in, read on that date: whole on its last day, before it provisional. */
export function quarterAt(on: string): Period {
  const year = yearOf(on)
  const quarter = quarterOf(on)
  return { year, quarter, on, provisional: on < endOfQuarter(year, quarter) }
}

/** Last day of the quarter before the one that the date lies in. */
export function previousQuarterEnd(on: string): string {
  const quarter = quarterOf(on)
  return quarter === 1 ? endOfQuarter(yearOf(on) - 1, 4) : endOfQuarter(yearOf(on), quarter - 1)
}

/** Last day of the period before the one that the date lies in. */
export function previousPeriodEnd(on: string, every: Every): string {
  return every === 'quarter' ? previousQuarterEnd(on) : endOfYear(yearOf(on) - 1)
}

/** First day of the first of so many periods, of which the last is that of `to`. */
export function startOfLast(count: number, to: string, every: Every): string {
  if (every === 'year') return startOfMonth(yearOf(to) - count + 1, 1)
  const quarter = yearOf(to) * 4 + quarterOf(to) - count
  return startOfMonth(Math.floor(quarter / 4), (quarter % 4) * 3 + 1)
}

/** The periods from that of `from` to that of `to`, each on its last day; the last one on `to` where that comes earlier. */
export function periodsBetween(from: string, to: string, every: Every): Period[] {
  const periods: Period[] = []
  let year = yearOf(from)
  let quarter = every === 'quarter' ? quarterOf(from) : null
  for (;;) {
    const end = quarter === null ? endOfYear(year) : endOfQuarter(year, quarter)
    const on = end < to ? end : to
    periods.push({ year, quarter, on, provisional: on < end })
    if (end >= to) return periods
    if (quarter === null || quarter === 4) year++
    if (quarter !== null) quarter = (quarter % 4) + 1
  }
}
