import type { Format } from '#client/ui/format.ts'
import type { Measure, ResearchColumn } from '#shared/contract/research.ts'

export type Cell = ResearchColumn['values'][number]

/** Decimals that let a reader tell the numbers of a column apart: about four digits of the largest. */
export function digitsFor(unit: Measure['unit'] | undefined, values: readonly Cell[]): number {
  if (unit === 'count' || unit === 'days') {
    // A count may still be a mean of counts.
    return values.every((value) => typeof value !== 'number' || Number.isInteger(value)) ? 0 : 2
  }
  let largest = 0
  for (const value of values)
    if (typeof value === 'number' && Number.isFinite(value)) largest = Math.max(largest, Math.abs(value))
  if (unit === 'points') return 2
  if (largest === 0) return unit === undefined ? 0 : 4
  if (unit === undefined && values.every((value) => typeof value !== 'number' || Number.isInteger(value)))
    return 0
  // 123.4, 12.34, 1.234, 0.1234, 0.01234: four digits, at most nine decimals
  return Math.min(9, Math.max(unit === 'probability' ? 4 : 1, 3 - Math.floor(Math.log10(largest))))
}

export const numberText = (format: Format, value: number, digits: number): string =>
  digits === 0 ? format.integer(value) : format.decimal(value, digits)

/** Why cell `row` has no value: the column's own reason, or that of the row. */
export const reasonAt = (column: ResearchColumn, row: number): string | null =>
  column.values[row] === null ? (column.reasons?.[row] ?? column.reason) : null

/** How cell `row` was found; null where it is exact by formula. */
export const samplingAt = (column: ResearchColumn, row: number) =>
  column.samplings ? (column.samplings[row] ?? null) : column.sampling

/** The reasons of a column's gaps, each once, in order of appearance. */
export function reasonsOf(column: ResearchColumn): string[] {
  const reasons = column.values.map((_, row) => reasonAt(column, row))
  return [...new Set(reasons.filter((reason): reason is string => reason !== null))]
}

export const isSampled = (column: ResearchColumn): boolean =>
  column.sampling?.method === 'sampled' ||
  (column.samplings?.some((one) => one?.method === 'sampled') ?? false)
