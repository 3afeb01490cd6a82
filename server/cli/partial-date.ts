import { addDays } from '../network/calendar.ts'

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * An ISO date from `YYYY-MM-DD`, or from a year or month that stands for its first day (`end`: its last). Null when it is none
 * of these or no day of the calendar.
 */
export function partialDate(text: string, end = false): string | null {
  const match = FORM.exec(text)
  if (!match) return null
  const [, year = '', month, day] = match
  if (month && day) return isDay(text) ? text : null
  if (!end) return isDay(`${year}-${month ?? '01'}-01`) ? `${year}-${month ?? '01'}-01` : null
  if (!month) return `${year}-12-31`
  const first = `${year}-${month}-01`
  if (!isDay(first)) return null
  const next =
    month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date
}
