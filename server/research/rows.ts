import type { FiguresQuery, ResearchTable } from '#shared/contract/research.ts'
import { invalidInput } from '../errors.ts'
import { type Network, sectorIdAt } from '../network/derive-network.ts'
import type { Snapshot } from '../network/register.ts'
import type { Stepwise } from '../unhurried.ts'
import type { Sight } from '../visibility/sight.ts'
import { type ComputedColumn, cellAt, type RowNames } from './computed.ts'
import { sortStepwise } from './sort-stepwise.ts'

/** What names a row, by number of row. */
export interface KeyColumn {
  key: string
  at: (row: number) => string | number | null
}

/** A table as it can be answered: rows are chosen and ordered when it is written. */
export interface Table {
  name: ResearchTable
  rows: number
  keys: KeyColumn[]
  columns: ComputedColumn[]
  reason: string | null
  /** Rows stand in the order of their keys: that of the register would tell who is who. */
  byKeys: boolean
}

/** Numbers of actors become ids and, beside them, names and sectors. */
export function keyColumns(
  snapshot: Snapshot,
  network: Network,
  historyIds: readonly string[],
  names: readonly RowNames[],
  sight: Sight,
): KeyColumn[] {
  const words = (id: string) => sight.nameOf(id, snapshot.actors.get(id)?.name ?? id)
  return turned(names, network, historyIds, sight).flatMap((named): KeyColumn[] => {
    if ('words' in named) return [{ key: named.key, at: (row) => named.words[row] ?? null }]
    const ids = named.of === 'network' ? network.ids : historyIds
    const idAt = (row: number) => ids[named.actors[row]!]!
    const sectorAt = (row: number) => {
      const number = network.numberOf.get(idAt(row))
      return number === undefined ? null : sectorIdAt(network, number)
    }
    const [nameKey, sectorKey] =
      named.key === 'id' ? ['name', 'sectorId'] : [`${named.key}Name`, `${named.key}SectorId`]
    return [
      { key: named.key, at: (row) => sight.idOf(idAt(row)) },
      { key: nameKey, at: (row) => words(idAt(row)) },
      { key: sectorKey, at: sectorAt },
    ]
  })
}

/** Pairs of actors with the lower id that is shown first; nothing is lost, for their order says nothing. */
function turned(
  names: readonly RowNames[],
  network: Network,
  historyIds: readonly string[],
  sight: Sight,
): readonly RowNames[] {
  const [a, b] = names
  if (sight.whole || !a || !b || 'words' in a || 'words' in b) return names
  const ids = a.of === 'network' ? network.ids : historyIds
  const shown = (actor: number | undefined) => sight.idOf(ids[actor!]!) ?? ''
  const [first, second] = [a.actors.slice(), b.actors.slice()]
  for (const row of first.keys())
    if (shown(a.actors[row]) > shown(b.actors[row])) {
      first[row] = b.actors[row]!
      second[row] = a.actors[row]!
    }
  return [
    { ...a, actors: first },
    { ...b, actors: second },
  ]
}

const ROWS_PER_STEP = 2_000

/** Rows that are asked for, in their order: after the search, before the window. */
export function* chooseRows(
  { keys, columns, rows, byKeys }: Table,
  { search, sort, order }: Pick<FiguresQuery, 'search' | 'sort' | 'order'>,
): Stepwise<Uint32Array> {
  const chosen = new Uint32Array(rows)
  let length = 0
  const wanted = search?.toLocaleLowerCase('id') ?? ''
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_PER_STEP === 0) yield
    if (wanted === '' || keys.some(({ at }) => contains(at(row), wanted))) chosen[length++] = row
  }
  const found = chosen.slice(0, length)
  const kept = byKeys ? yield* sortStepwise(found, (a, b) => compareKeys(keys, a, b)) : found
  if (sort === undefined) return kept
  const valueAt = sortable(keys, columns, sort)
  const sign = order === 'asc' ? 1 : -1
  return yield* sortStepwise(kept, (a, b) => compare(valueAt(a), valueAt(b), sign))
}

function compareKeys(keys: readonly KeyColumn[], a: number, b: number): number {
  for (const { at } of keys) {
    const order = compare(at(a), at(b), 1)
    if (order !== 0) return order
  }
  return 0
}

const contains = (value: string | number | null, wanted: string): boolean =>
  value !== null && String(value).toLocaleLowerCase('id').includes(wanted)

type Sortable = number | string | null

function sortable(keys: readonly KeyColumn[], columns: readonly ComputedColumn[], sort: string) {
  const key = keys.find((column) => column.key === sort)
  if (key) return key.at
  const column = columns.find((one) => one.key === sort)
  if (column) return (row: number): Sortable => orderAt(column, row)
  const known = [...keys, ...columns].map((one) => one.key).join(', ')
  throw invalidInput({
    path: 'sort',
    code: 'unknown-column',
    message: `must be one of ${known}`,
    params: { known },
  })
}

/** Rows without a value come last, whatever the order; equal ones keep theirs. */
function compare(a: Sortable, b: Sortable, sign: number): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * (String(a) < String(b) ? -1 : 1)
}

/** A flag as 1 or 0. */
function orderAt(column: ComputedColumn, row: number): Sortable {
  const value = cellAt(column, row)
  return typeof value === 'boolean' ? Number(value) : value
}
