import { addDays, endOfQuarter } from '#server/network/calendar.ts'

/** The demonstration ends here; nothing in it is later. */
export const REFERENCE_DATE = '2026-09-30'

export interface Quarter {
  name: string
  from: string
  to: string
}

/** Nine quarters, from the one of the school to the one of the reference date. */
export const QUARTERS: readonly Quarter[] = Array.from({ length: 9 }, (_, i) => {
  const year = 2024 + Math.floor((i + 2) / 4)
  const quarter = ((i + 2) % 4) + 1
  const from = quarter === 1 ? `${year}-01-01` : addDays(endOfQuarter(year, quarter - 1), 1)
  return { name: `${year}-Q${quarter}`, from, to: endOfQuarter(year, quarter) }
})

export const LAST_QUARTER = QUARTERS.length - 1

export function quarterAt(index: number): Quarter {
  const quarter = QUARTERS[index]
  if (!quarter) throw new RangeError(`no quarter ${index}`)
  return quarter
}
