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

type Sortable = string | number | null

/** Orders rows by a value, those without one last whatever the order; equal ones stay in the order they came in. */
export function sortRows<T>(rows: readonly T[], order: 'asc' | 'desc', by: (row: T) => Sortable): T[] {
  const sign = order === 'asc' ? 1 : -1
  const keyed = rows.map((row) => ({ row, key: by(row) }))
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return sign * compare(a.key, b.key)
  })
  return keyed.map(({ row }) => row)
}

/** Texts by their code units: whoever wants them as a reader expects gives keys that sort so. */
const compare = <V extends string | number>(a: V, b: V): number => (a < b ? -1 : a > b ? 1 : 0)

/** `a,b` → the set of both; undefined where nothing is asked. */
export const listed = (value: string | undefined): ReadonlySet<string> | undefined => {
  const items =
    value
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '') ?? []
  return items.length > 0 ? new Set(items) : undefined
}
