import type { Turnover } from '#shared/contract/network.ts'
import { SMALL_CELLS } from '#shared/contract/visibility.ts'
import { AppError } from '../errors.ts'
import { previousQuarterEnd, quarterAt } from './period.ts'
import type { CityDates } from './register.ts'

/**
 * What is public of a register of real people: whole quarters that are over, under the official definition, as known now. Two
 * answers that differ in a day or a rule would tell what one business did.
 */

export const lastClosedQuarter = ({ today }: CityDates): string => previousQuarterEnd(today)

export const isClosed = (dates: CityDates, on: string): boolean =>
  on <= lastClosedQuarter(dates) && !quarterAt(on).provisional

/** @throws unauthenticated for a definition of one's own, or a look at what was known before */
export function refuseFilters(query: {
  definition: string
  known?: string | undefined
  compare?: string | undefined
}): void {
  if (query.definition !== 'official' || query.known !== undefined || query.compare !== undefined)
    throw forSignedIn()
}

/** The end of the quarter that is asked for, else of the last one that is over. @throws unauthenticated for another day */
export function closedQuarter(dates: CityDates, on: string | undefined): string {
  if (on === undefined) return lastClosedQuarter(dates)
  if (on === 'all' || !isClosed(dates, on)) throw forSignedIn()
  return on
}

/** The end of the last quarter that is public and was over by a day; of no day, the last one. */
export function closedQuarterBy(dates: CityDates, on: string): string {
  const last = lastClosedQuarter(dates)
  if (on === 'all' || on >= last) return last
  return quarterAt(on).provisional ? previousQuarterEnd(on) : on
}

const forSignedIn = () =>
  new AppError('unauthenticated', {
    detail: 'Without signing in, whole quarters that are over are answered, under the official definition.',
  })

/** A series without what is still going on, and without what staff call their events. */
export const closedPeriods = (series: Turnover, dates: CityDates): Turnover => ({
  ...series,
  points: series.points.filter(
    ({ period, n }) => !period.provisional && isClosed(dates, period.on) && n >= SMALL_CELLS.businesses,
  ),
  events: [],
})
