/** Dated values: each row holds from its date on (null = always) until the next. */
export interface Dated<T> {
  from: string | null
  value: T
}

const byDate = (a: Dated<unknown>, b: Dated<unknown>) => (a.from ?? '').localeCompare(b.from ?? '')

const lastBy = <T>(rows: readonly Dated<T>[], on: string): Dated<T> | undefined =>
  rows
    .filter((row) => row.from === null || row.from <= on)
    .sort(byDate)
    .at(-1)

/** The value that holds on a day; undefined before the first. */
export const holdsOn = <T>(rows: readonly Dated<T>[], on: string): T | undefined => lastBy(rows, on)?.value

/** It became so on a date. A row of that very date is replaced. */
export const setFrom = <T>(rows: readonly Dated<T>[], from: string, value: T): Dated<T>[] =>
  [...rows.filter((row) => row.from !== from), { from, value }].sort(byDate)

/** It always was so: the row that holds on the day gets the value; where there is none, it holds always. */
export function correctOn<T>(rows: readonly Dated<T>[], on: string, value: T): Dated<T>[] {
  const holding = lastBy(rows, on)
  if (!holding) return [{ from: null, value }, ...rows].sort(byDate)
  return rows.map((row) => (row === holding ? { ...row, value } : row))
}
