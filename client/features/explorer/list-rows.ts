import type { NetworkIndex } from '../../network/graph/network-index.ts'

export type ListSort = 'name' | 'sector' | 'region' | 'partners' | 'crossPartners'

export interface ListOrder {
  by: ListSort
  order: 'asc' | 'desc'
}

interface ListWords {
  sector: (row: number) => string
  region: (row: number) => string
  compare: (a: string, b: string) => number
}

/** The rows that pass, whose name holds `q`, in order. Ties of the order fall back to partners, then name. */
export function listRows(
  index: NetworkIndex,
  passes: (row: number) => boolean,
  q: string,
  { by, order }: ListOrder,
  words: ListWords,
): readonly number[] {
  const { name, degree, crossDegree } = index.network.actors
  const wanted = q.trim().toLocaleLowerCase()
  const rows: number[] = []
  for (let row = 0; row < name.length; row++)
    if (passes(row) && (wanted === '' || name[row]!.toLocaleLowerCase().includes(wanted))) rows.push(row)
  const keys = by === 'sector' || by === 'region' ? new Map(rows.map((row) => [row, words[by](row)])) : null
  const compare = (a: number, b: number): number => {
    if (by === 'partners') return degree[a]! - degree[b]!
    if (by === 'crossPartners') return crossDegree[a]! - crossDegree[b]!
    return keys ? words.compare(keys.get(a)!, keys.get(b)!) : words.compare(name[a]!, name[b]!)
  }
  const sign = order === 'asc' ? 1 : -1
  return rows.sort(
    (a, b) => sign * compare(a, b) || degree[b]! - degree[a]! || words.compare(name[a]!, name[b]!) || a - b,
  )
}
