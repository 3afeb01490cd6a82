import type { LineClass } from '../../../network/graph/network-index.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { MatrixModel } from './matrix-model.ts'

/** Actor against actor of two classes: the ties that make up one cell of the matrix, and those that do not count. */
export interface ActorMatrix {
  /** Rows of the network, those with most ties to the other side first, then by name. */
  rows: readonly number[]
  columns: readonly number[]
  /** Members not drawn; none of them has a tie here unless `rows` are all tied. */
  rowsLeft: number
  columnsLeft: number
  /** Lines between a row and a column, by `row,column`; a pair of one class is in both ways. */
  lines: ReadonlyMap<string, LineClass>
  /** Pairs that count, each once: [row, column]. */
  pairs: readonly (readonly [number, number])[]
}

/** Actors drawn on a side at once. */
export const ACTOR_LIMIT = 40

export const pairOf = (row: number, column: number) => `${row},${column}`

export function actorMatrix(
  { index, filtered, network }: ExplorerModel,
  { counted, labels }: MatrixModel,
  [s, t]: readonly [number, number],
  compare: (a: string, b: string) => number,
): ActorMatrix {
  const membersOf = (k: number) => counted.rows.filter((_, v) => labels.of[v] === k)
  const [left, right] = [new Set(membersOf(s)), new Set(membersOf(t))]
  const lines = new Map<string, LineClass>()
  const ties = new Map<number, number>()
  const pairs: [number, number][] = []
  const add = (row: number, column: number, line: LineClass) => {
    lines.set(pairOf(row, column), line)
    if (line !== 'active' && line !== 'new') return
    ties.set(row, (ties.get(row) ?? 0) + 1)
    if (s !== t) ties.set(column, (ties.get(column) ?? 0) + 1)
  }
  for (let tie = 0; tie < network.ties.a.length; tie++) {
    const line = index.lines[tie]
    if (!line || filtered.ties[tie] !== 1) continue
    const ends = [network.ties.a[tie]!, network.ties.b[tie]!] as const
    const ways = [ends, [ends[1], ends[0]] as const].filter(([a, b]) => left.has(a) && right.has(b))
    for (const [row, column] of ways) add(row, column, line)
    if (ways[0] && network.ties.counts[tie]) pairs.push([...ways[0]])
  }
  const ordered = (members: ReadonlySet<number>) =>
    [...members].sort(
      (a, b) =>
        (ties.get(b) ?? 0) - (ties.get(a) ?? 0) ||
        compare(network.actors.name[a]!, network.actors.name[b]!) ||
        a - b,
    )
  const [rows, columns] = [ordered(left), ordered(right)]
  return {
    rows: rows.slice(0, ACTOR_LIMIT),
    columns: columns.slice(0, ACTOR_LIMIT),
    rowsLeft: Math.max(0, rows.length - ACTOR_LIMIT),
    columnsLeft: Math.max(0, columns.length - ACTOR_LIMIT),
    lines,
    pairs,
  }
}
