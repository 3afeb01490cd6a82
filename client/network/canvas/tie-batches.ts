import { TIE_LINES, type TieBatch } from './canvas-picture.ts'

/** Ties while they are gathered: one entry each. */
export interface TieColumns {
  /** Number in `TIE_LINES`. */
  line: Uint8Array
  cross: Uint8Array
  faded: Uint8Array
  /** px at zoom 1, already in steps. */
  width: Float32Array
  /** Partnerships, or ties of a bundle. */
  weight: Float32Array
}

/** So many classes of weight: 1, 2, 3–4, 5–8 … partnerships. */
const CLASSES = 8
const classOf = (weight: number) => Math.min(CLASSES - 1, Math.ceil(Math.log2(Math.max(1, weight))))

/**
 * Ties by look, in each the heaviest first; among equals in a scattered order, so that the first part of a batch is a
 * fair sample of it. O(ties), by counting.
 */
export function tieBatches(columns: TieColumns, count: number): TieBatch[] {
  const order = scattered(count)
  const byClass: number[] = new Array(CLASSES + 1).fill(0)
  for (let tie = 0; tie < count; tie++) byClass[CLASSES - classOf(columns.weight[tie]!)]!++
  for (let at = 0; at < CLASSES; at++) byClass[at + 1]! += byClass[at]!
  const sorted = new Uint32Array(count)
  const next = byClass.slice()
  for (const tie of order) sorted[next[CLASSES - 1 - classOf(columns.weight[tie]!)]!++] = tie

  const batches = new Map<number, { first: number; size: number }>()
  const keys = new Float64Array(count)
  for (const tie of sorted) {
    const key =
      columns.line[tie]! +
      8 * columns.cross[tie]! +
      16 * columns.faded[tie]! +
      32 * Math.round(10 * columns.width[tie]!)
    keys[tie] = key
    const known = batches.get(key)
    if (known) known.size++
    else batches.set(key, { first: tie, size: 1 })
  }
  const lists = new Map([...batches].map(([key, { size }]) => [key, new Uint32Array(size)]))
  const filled = new Map<number, number>()
  for (const tie of sorted) {
    const key = keys[tie]!
    const at = filled.get(key) ?? 0
    lists.get(key)![at] = tie
    filled.set(key, at + 1)
  }
  return [...batches]
    .map(([key, { first }]) => ({
      line: TIE_LINES[columns.line[first]!]!,
      cross: columns.cross[first] === 1,
      faded: columns.faded[first] === 1,
      width: columns.width[first]!,
      ties: lists.get(key)!,
    }))
    .sort((one, other) => rank(one) - rank(other))
}

/** Faded ones lie lowest, what is new on top. */
const rank = ({ line, cross, faded }: TieBatch) =>
  (faded ? 0 : 10) + (line === 'new' ? 4 : line === 'bundle' ? 0 : 2) + (cross ? 1 : 0)

/** 0 … count − 1 in steps of a number without a common divisor: neighbours in the list end far apart. */
function scattered(count: number): Uint32Array {
  const order = new Uint32Array(count)
  let step = Math.max(1, Math.floor(count * 0.618))
  while (divisor(step, count) !== 1) step++
  for (let at = 0, tie = 0; at < count; at++, tie = (tie + step) % count) order[at] = tie
  return order
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
