/** First letters of the months in the languages of the product; the shortest that are not another month's. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
]

const monthNamed = (word: string) =>
  MONTHS.findIndex((starts) => starts.some((start) => word.toLowerCase().startsWith(start)))

/**
 * A day as people write it: `30 Sep 2026`, `30 September 2026`, `Sep 30, 2026`, `30/9/2026` (the day first), `2026-09-30`.
 * @returns ISO day; null where it cannot be read or there is no such day
 */
export function parseDate(text: string): string | null {
  const written = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(written)
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const dayFirst = /^(\d{1,2})[ .-]*(\p{L}{3,})[ .,-]*(\d{4})$/u.exec(written)
  if (dayFirst) return dayOf(Number(dayFirst[3]), monthNamed(dayFirst[2]!) + 1, Number(dayFirst[1]))
  const monthFirst = /^(\p{L}{3,})[ .-]*(\d{1,2})[ .,-]+(\d{4})$/u.exec(written)
  if (monthFirst) return dayOf(Number(monthFirst[3]), monthNamed(monthFirst[1]!) + 1, Number(monthFirst[2]))
  return null
}

function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}
