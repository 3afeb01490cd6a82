import { dayNumber } from '#shared/analytics/describe-time.ts'
import type { Attendance } from '#shared/analytics/tie-history.ts'
import { findColumn, readCsv, requireColumn, rowNumber } from './csv-table.ts'
import { partialDate } from './partial-date.ts'
import { RowErrors } from './row-errors.ts'

const NO = new Set(['0', 'no', 'false', 'tidak'])

/**
 * Who was asked to events and who came: columns actor, event, date of the event, and optionally attended (0, no, false or tidak for
 * who was asked and did not come). Actors are places among the ids. Throws every wrong row at once.
 */
export function readAttendance(path: string, ids: readonly string[]): Attendance {
  const table = readCsv(path)
  const [actorAt, eventAt, dateAt] = [
    requireColumn(table, 'actor', 'id'),
    requireColumn(table, 'event'),
    requireColumn(table, 'date'),
  ]
  const attendedAt = findColumn(table, 'attended')
  const place = new Map(ids.map((id, i) => [id, i]))
  const events = new Map<string, number>()
  const found = {
    days: [] as number[],
    actors: [] as number[],
    events: [] as number[],
    attended: [] as number[],
  }
  const errors = new RowErrors()
  for (const { row, message } of table.malformed) errors.add(table.name, row, null, message)
  for (const [i, cells] of table.rows.entries()) {
    const wrong = (column: string, message: string) => errors.add(table.name, rowNumber(i), column, message)
    const actor = place.get(cells[actorAt] ?? '')
    const date = partialDate(cells[dateAt] ?? '')
    const name = cells[eventAt] ?? ''
    if (actor === undefined) wrong('actor', `"${cells[actorAt]}" is no node`)
    if (name === '') wrong('event', 'is blank')
    if (date === null) wrong('date', `"${cells[dateAt]}" is no date`)
    if (actor === undefined || name === '' || date === null) continue
    const event = events.get(name) ?? found.days.push(dayNumber(date)) - 1
    events.set(name, event)
    if (found.days[event] !== dayNumber(date)) wrong('date', `"${name}" has another date above`)
    found.actors.push(actor)
    found.events.push(event)
    found.attended.push(attendedAt >= 0 && NO.has((cells[attendedAt] ?? '').toLowerCase()) ? 0 : 1)
  }
  errors.throwIfAny()
  return found
}
