import { type CellReading, says, wrong } from './cell-reading.ts'

const MONTHS: readonly string[] = [
  'januari january jan',
  'februari pebruari february feb peb',
  'maret march mar mrt',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agt agu ags aug agst',
  'september sep sept',
  'oktober october okt oct',
  'november nopember nov nop',
  'desember december des dec',
]

const monthOf = (word: string): number => {
  const folded = word.toLowerCase().replace(/\.$/, '')
  return MONTHS.findIndex((names) => names.split(' ').includes(folded)) + 1
}

const WEEKDAY =
  /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\b\.?,? */i
const TIME = /[ t]+\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?( ?(am|pm|wib|z))?$/i

/** ISO date of a day that there is; null where there is none. */
export function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null
  return date.toISOString().slice(0, 10)
}

export interface DateOptions {
  today: string
  /** The column has dates that can only be read month first: the others may be either. */
  monthFirst?: boolean
  from1904?: boolean
}

/** A date as people in Indonesia write it, day first: `09/09/2024`, `9 September 2024`, `2024-09-09`. */
export function readDate(text: string, options: DateOptions): CellReading {
  const plain = text.replace(WEEKDAY, '').replace(TIME, '').trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (iso) return dateOr(isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const numbers = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/.exec(plain)
  if (numbers)
    return fromNumbers(Number(numbers[1]), Number(numbers[2]), yearOf(numbers[3]!, options.today), options)
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+(\p{L}+\.?)[-/., ]+(\d{4}|\d{2})$/iu.exec(plain)
  if (named) return dateOr(isoOf(yearOf(named[3]!, options.today), monthOf(named[2]!), Number(named[1])))
  const english = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(plain)
  if (english) return dateOr(isoOf(Number(english[3]), monthOf(english[1]!), Number(english[2])))
  if (/^\d{5}$/.test(plain)) return fromSerial(Number(plain), options)
  return wrong('not-a-date')
}

const dateOr = (iso: string | null): CellReading => (iso === null ? wrong('not-a-date') : says(iso))

function fromNumbers(first: number, second: number, year: number, { monthFirst }: DateOptions): CellReading {
  const [dayFirst, monthBefore] = [isoOf(year, second, first), isoOf(year, first, second)]
  if (dayFirst === null) {
    if (monthBefore === null) return wrong('not-a-date')
    return wrong('not-a-date', undefined, [choice(monthBefore)])
  }
  if (monthFirst && monthBefore !== null && monthBefore !== dayFirst)
    return wrong('ambiguous-date', { first: dayFirst, second: monthBefore }, [
      choice(dayFirst),
      choice(monthBefore),
    ])
  return says(dayFirst)
}

const choice = (iso: string) => ({ value: iso, label: iso })

/** Two digits are of this century up to the coming year, of the last one beyond. */
function yearOf(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits)
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  const year = century + Number(digits)
  return year <= Number(today.slice(0, 4)) + 1 ? year : year - 100
}

/** Whether a date can only be read with the month first. */
export function isMonthFirst(text: string): boolean {
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b/.exec(text.trim())
  return numbers !== null && Number(numbers[2]) > 12 && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 31
}

const DAY_MS = 86_400_000
/** 1 January 1930 and 31 December 2099: beyond, a number is no date. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_959, 73_050]

/** The day that Excel counts as this number. */
export function fromSerial(serial: number, { from1904 = false }: Pick<DateOptions, 'from1904'>): CellReading {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (!(days >= FIRST_SERIAL && days <= LAST_SERIAL)) return wrong('not-a-date')
  return says(new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10))
}
