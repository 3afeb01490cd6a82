import type { NetworkIndex } from '../../../network/graph/network-index.ts'

/** Written in words, or counted. */
export const WORD_SORTS = ['name', 'sector', 'region', 'role', 'census'] as const
export const COUNT_SORTS = ['partners', 'crossPartners', 'cuts'] as const
export type WordSort = (typeof WORD_SORTS)[number]
export type CountSort = (typeof COUNT_SORTS)[number]
export type ListSort = WordSort | CountSort

export interface ListOrder {
  by: ListSort
  order: 'asc' | 'desc'
}

interface ListWords extends Readonly<Record<Exclude<WordSort, 'name'>, (row: number) => string>> {
  compare: (a: string, b: string) => number
}

export const isCount = (by: ListSort): by is CountSort => (COUNT_SORTS as readonly string[]).includes(by)

/** The column of a network behind a count. */
export function countOf({ network: { actors } }: NetworkIndex, by: CountSort): readonly number[] {
  return by === 'partners' ? actors.degree : by === 'crossPartners' ? actors.crossDegree : actors.cutPairs
}

/**
 * The rows that pass, whose name holds `q`, in order. Ties of the order fall back to partners, then name. Whom `first` names
 * comes before everybody else.
 */
export function listRows(
  index: NetworkIndex,
  passes: (row: number) => boolean,
  q: string,
  { by, order }: ListOrder,
  words: ListWords,
  first: ArrayLike<number> | null = null,
): readonly number[] {
  const { name, degree } = index.network.actors
  const wanted = q.trim().toLocaleLowerCase()
  const rows: number[] = []
  for (let row = 0; row < name.length; row++)
    if (passes(row) && (wanted === '' || name[row]!.toLocaleLowerCase().includes(wanted))) rows.push(row)
  const sign = order === 'asc' ? 1 : -1
  const compare = comparison(index, rows, by, words)
  return rows.sort(
    (a, b) =>
      (first === null ? 0 : first[b]! - first[a]!) ||
      sign * compare(a, b) ||
      degree[b]! - degree[a]! ||
      words.compare(name[a]!, name[b]!) ||
      a - b,
  )
}

function comparison(index: NetworkIndex, rows: readonly number[], by: ListSort, words: ListWords) {
  if (isCount(by)) {
    const counts = countOf(index, by)
    return (a: number, b: number) => counts[a]! - counts[b]!
  }
  const { name } = index.network.actors
  const keys = new Map(rows.map((row) => [row, by === 'name' ? name[row]! : words[by](row)]))
  return (a: number, b: number) => words.compare(keys.get(a)!, keys.get(b)!)
}
