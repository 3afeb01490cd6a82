/** Numbers and dates as people read them: decimal comma in Indonesian, a true minus, a thin space before %. */
export interface Format {
  locale: string
  /** 1.234 */
  integer: (value: number) => string
  /** 9,6 with exactly so many digits. */
  decimal: (value: number, digits?: number) => string
  /** +9,6 −4,1 and 0,0 without a sign. */
  signed: (value: number, digits?: number) => string
  /** A share 0..1 as 54 %. */
  percent: (share: number, digits?: number) => string
  /** 9 September 2024 */
  date: (iso: string) => string
  /** 9 Sep 2024 */
  shortDate: (iso: string) => string
  /** Sep 2024 */
  month: (iso: string) => string
  /** 9 September */
  dayMonth: (iso: string) => string
  /** Record time: 24 Nov 2026 14.03, in the city's time zone. */
  dateTime: (instant: string, timeZone?: string) => string
  /** Sorted A to Z as people expect. */
  compare: (a: string, b: string) => number
  /** satu, dua dan tiga */
  list: (items: readonly string[]) => string
  /** The same in parts, so that each item can be a link. */
  listParts: (items: readonly string[]) => { value: string; element: boolean }[]
}

export const MINUS = '\u2212'
export const EN_DASH = '\u2013'
export const THIN_SPACE = '\u202F'

const TAG: Readonly<Record<string, string>> = { id: 'id-ID', en: 'en-GB' }

export function createFormat(locale: string): Format {
  const tag = TAG[locale] ?? locale
  const fixed = (digits: number) =>
    new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const digits = [fixed(0), fixed(1), fixed(2), fixed(3)]
  const number = (value: number, places: number) => {
    const text = (digits[places] ?? fixed(places)).format(value)
    // Rounded to nothing, a minus would be a lie.
    return /[1-9]/.test(text) ? text.replace('-', MINUS) : text.replace('-', '')
  }
  const day = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
    return (iso: string) => formatter.format(new Date(`${iso}T00:00:00Z`))
  }
  const collator = new Intl.Collator(tag, { numeric: true })
  const listing = new Intl.ListFormat(tag, { type: 'conjunction' })

  return {
    locale,
    integer: (value) => number(value, 0),
    decimal: (value, places = 1) => number(value, places),
    signed: (value, places = 1) => {
      const text = number(value, places)
      return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
    },
    percent: (share, places = 0) => `${number(share * 100, places)}${THIN_SPACE}%`,
    date: day({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: day({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: day({ month: 'short', year: 'numeric' }),
    dayMonth: day({ day: 'numeric', month: 'long' }),
    dateTime: (instant, timeZone = 'Asia/Jakarta') =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
        new Date(instant),
      ),
    compare: (a, b) => collator.compare(a, b),
    list: (items) => listing.format(items),
    listParts: (items) =>
      listing.formatToParts(items).map(({ type, value }) => ({ value, element: type === 'element' })),
  }
}
