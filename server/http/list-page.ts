/** One page of a list. */
export const pageOfRows = <T>(
  rows: readonly T[],
  { page, pageSize }: { page: number; pageSize: number },
) => ({
  rows: rows.slice((page - 1) * pageSize, page * pageSize),
  total: rows.length,
  page,
  pageSize,
})

const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

type Sortable = string | number | null

/** Orders rows by a value, those without one last whatever the order, equal ones by `tieBy`. */
export function sortRows<T>(
  rows: readonly T[],
  order: 'asc' | 'desc',
  by: (row: T) => Sortable,
  tieBy: (row: T) => string,
): T[] {
  const sign = order === 'asc' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)]
    if (x === null || y === null)
      return Number(x === null) - Number(y === null) || compare(tieBy(a), tieBy(b))
    return sign * compare(x, y) || compare(tieBy(a), tieBy(b))
  })
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/** `a,b` → the set of both; undefined where nothing is asked. */
export const listed = (value: string | undefined): ReadonlySet<string> | undefined => {
  const items =
    value
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '') ?? []
  return items.length > 0 ? new Set(items) : undefined
}
