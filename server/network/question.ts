import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { invalidInput } from '../errors.ts'
import type { Clock } from '../today.ts'
import { type CityDates, cityDates, type Snapshot } from './register.ts'

/** What is asked of which revision, with the defaults filled in. */
export interface Question {
  snapshot: Snapshot
  dates: CityDates
  definition: DefinitionId
  on: On
}

export function questionOf(
  snapshot: Snapshot,
  query: { on?: On | undefined; definition: DefinitionId },
  clock?: Clock,
): Question {
  const dates = cityDates(snapshot, clock)
  refuseUnknownDefinition(snapshot, query.definition)
  if (query.on !== undefined && query.on !== 'all') refuseFuture(dates, 'on', query.on)
  return { snapshot, dates, definition: query.definition, on: query.on ?? dates.defaultOn }
}

/** A register holds the definitions that it was made with; an imported network has fewer. */
export function refuseUnknownDefinition(snapshot: Snapshot, definition: DefinitionId): void {
  if (snapshot.definitions.has(definition)) return
  const known = [...snapshot.definitions.keys()].join(', ')
  throw invalidInput({
    path: 'definition',
    code: 'unknown-definition',
    message: `this register has ${known}`,
    params: { known },
  })
}

/** Today, or the last day of the data where that is later. A day before the first record is answered: nobody was there. */
export function lastReadableOn({ today, lastOn }: CityDates): string {
  return lastOn > today ? lastOn : today
}

/** @throws invalid-input for a day on which nothing can be known yet */
export function refuseFuture(dates: CityDates, path: string, date: string): void {
  const last = lastReadableOn(dates)
  if (date > last)
    throw invalidInput({ path, code: 'after-today', message: `must not be after ${last}`, params: { last } })
}
