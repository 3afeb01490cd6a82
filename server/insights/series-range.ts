import type { ProgressQuery } from '#shared/contract/insights.ts'
import { invalidInput } from '../errors.ts'
import { type Every, periodsBetween, startOfLast } from '../network/period.ts'
import { lastReadableOn, refuseFuture } from '../network/question.ts'
import type { CityDates } from '../network/register.ts'
import type { SeriesRange } from './progress.ts'

/** More points than anybody can read off a chart. */
const MAX_POINTS = 200

/** So far back a series goes of itself: one old tie, or a slip in its date, must not stretch it beyond reading. */
const PERIODS_BACK: Record<Every, number> = { quarter: 40, year: 100 }

/** Where a series up to a day begins unless a start is asked for: at the first tie, but not too far back. */
export function defaultStart({ firstOn }: CityDates, to: string, every: Every): string {
  if (firstOn === null || firstOn > to) return to
  const earliest = startOfLast(PERIODS_BACK[every], to, every)
  return firstOn < earliest ? earliest : firstOn
}

/** Where a series ends of itself: with the data, and not after the day that the register can be read on. */
export function lastOfSeries(dates: CityDates): string {
  const readable = lastReadableOn(dates)
  return dates.lastOn < readable ? dates.lastOn : readable
}

/** The days that a series runs from and to; by default, up to the last day that the register can be read on. */
export function seriesRange(dates: CityDates, query: ProgressQuery): SeriesRange {
  const { every } = query
  if (query.from !== undefined) refuseFuture(dates, 'from', query.from)
  if (query.to !== undefined) refuseFuture(dates, 'to', query.to)
  const to = query.to ?? lastOfSeries(dates)
  const from = query.from ?? defaultStart(dates, to, every)
  if (from > to)
    throw invalidInput({
      path: 'from',
      code: 'after-end',
      message: `must not be after ${to}`,
      params: { to },
    })
  if (periodsBetween(from, to, every).length > MAX_POINTS)
    throw invalidInput({
      path: 'from',
      code: 'too-many-points',
      message: `the series would have more than ${MAX_POINTS} points; ask for years or a later start`,
      params: { max: MAX_POINTS },
    })
  return { from, to, every }
}
