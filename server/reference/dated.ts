import type { On } from '#shared/contract/vocabulary.ts'

/** Dated values: each row holds from its date on (null = always) until the next. */
export interface Dated<T> {
  from: string | null
  value: T
}

const byDate = (a: Dated<unknown>, b: Dated<unknown>) => (a.from ?? '').localeCompare(b.from ?? '')

export const hasBegun = (from: string | null, on: On): boolean => from === null || on === 'all' || from <= on

/** The latest row that began by then; undefined before the first. `all` ignores dates: the last row of all. */
export function rowOn<T>(rows: readonly Dated<T>[], on: On): Dated<T> | undefined {
  let latest: Dated<T> | undefined
  for (const row of rows) {
    if (!hasBegun(row.from, on)) continue
    if (latest === undefined || latest.from === null || (row.from !== null && row.from >= latest.from))
      latest = row
  }
  return latest
}

/** The value that holds then; undefined before the first. */
export const valueOn = <T>(rows: readonly Dated<T>[], on: On): T | undefined => rowOn(rows, on)?.value

/** It became so on a date. A row of that very date is replaced. */
export const setFrom = <T>(rows: readonly Dated<T>[], from: string, value: T): Dated<T>[] =>
  [...rows.filter((row) => row.from !== from), { from, value }].sort(byDate)

/** It always was so: the row that holds on the day gets the value; where there is none, it holds always. */
export function correctOn<T>(rows: readonly Dated<T>[], on: string, value: T): Dated<T>[] {
  const holding = rowOn(rows, on)
  if (!holding) return [{ from: null, value }, ...rows].sort(byDate)
  return rows.map((row) => (row === holding ? { ...row, value } : row))
}
