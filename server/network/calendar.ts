/** Calendar arithmetic on ISO dates (`YYYY-MM-DD`, which compare as strings). No clock, no time zone. */

const DAY_MS = 86_400_000

/** The same day of the month so many months on; past the end of a shorter month, its last day. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = split(date)
  const target = year * 12 + (month - 1) + months
  const toYear = Math.floor(target / 12)
  const toMonth = (target % 12) + 1
  return join(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)))
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

export function yearOf(date: string): number {
  return split(date).year
}

/** 1 to 4. */
export function quarterOf(date: string): number {
  return Math.ceil(split(date).month / 3)
}

export function endOfQuarter(year: number, quarter: number): string {
  const month = quarter * 3
  return join(year, month, daysIn(year, month))
}

export function startOfMonth(year: number, month: number): string {
  return join(year, month, 1)
}

export function endOfYear(year: number): string {
  return join(year, 12, 31)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function split(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function join(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
