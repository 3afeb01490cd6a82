import type { ProgressQuery } from '#shared/contract/insights.ts'
import { invalidInput } from '../errors.ts'
import { lastReadableOn, refuseFuture } from '../network/question.ts'
import type { CityDates } from '../network/register.ts'
import { periodsBetween } from './period.ts'
import type { SeriesRange } from './progress.ts'

/** More points than anybody can read off a chart. */
const MAX_POINTS = 200

/** The days that a series runs from and to; by default, from the first tie of the register to the last day it can be read on. */
export function seriesRange(dates: CityDates, query: ProgressQuery): SeriesRange {
  const { every } = query
  if (query.from !== undefined) refuseFuture(dates, 'from', query.from)
  if (query.to !== undefined) refuseFuture(dates, 'to', query.to)
  const to = query.to ?? (dates.lastOn < lastReadableOn(dates) ? dates.lastOn : lastReadableOn(dates))
  const first = dates.firstOn !== null && dates.firstOn < to ? dates.firstOn : to
  const from = query.from ?? first
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
