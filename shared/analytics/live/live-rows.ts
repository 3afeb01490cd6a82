import type { Csr } from '../csr.ts'

/**
 * A simple undirected network that changes: rows of partners, ascending, each with room to grow.
 *
 * `pool[starts[v] .. starts[v] + lengths[v]]` are the partners of v. A row that is full moves to the end of the pool with twice the
 * room; when the left places outweigh the kept ones, the pool is written anew. Adding or removing a tie costs a binary search and
 * one move of memory per end.
 */
export interface LiveRows {
  /** actors there are places for; those that left are among them */
  n: number
  m: number
  starts: Uint32Array
  lengths: Uint32Array
  rooms: Uint32Array
  pool: Uint32Array
  /** length of the pool in use, and how much of it no row holds any more */
  used: number
  left: number
}

const LEAST_ROOM = 4

export function liveRows({ n, m, offsets, neighbours }: Csr): LiveRows {
  const rows: LiveRows = {
    n,
    m,
    starts: new Uint32Array(n),
    lengths: new Uint32Array(n),
    rooms: new Uint32Array(n),
    pool: new Uint32Array(0),
    used: 0,
    left: 0,
  }
  for (let v = 0; v < n; v++) {
    rows.starts[v] = offsets[v]
    rows.lengths[v] = offsets[v + 1] - offsets[v]
  }
  rewrite(rows, neighbours)
  return rows
}

/** The network as it is now; who left is an isolate. O(n + m). */
export function csrOf({ n, m, starts, lengths, pool }: LiveRows): Csr {
  const offsets = new Uint32Array(n + 1)
  const neighbours = new Uint32Array(2 * m)
  for (let v = 0; v < n; v++) {
    neighbours.set(pool.subarray(starts[v], starts[v] + lengths[v]), offsets[v])
    offsets[v + 1] = offsets[v] + lengths[v]
  }
  return { n, m, offsets, neighbours }
}

/** A new actor without ties. */
export function addRow(rows: LiveRows): number {
  if (rows.n === rows.starts.length) {
    rows.starts = larger(rows.starts)
    rows.lengths = larger(rows.lengths)
    rows.rooms = larger(rows.rooms)
  }
  return rows.n++
}

export function larger(values: Uint32Array): Uint32Array {
  const grown = new Uint32Array(Math.max(16, 2 * values.length))
  grown.set(values)
  return grown
}

export function areTied(rows: LiveRows, a: number, b: number): boolean {
  const [from, to] = rows.lengths[a] < rows.lengths[b] ? [a, b] : [b, a]
  const at = placeIn(rows, from, to)
  return at < rows.starts[from] + rows.lengths[from] && rows.pool[at] === to
}

/** The two must not be tied. */
export function insertTie(rows: LiveRows, a: number, b: number): void {
  insert(rows, a, b)
  insert(rows, b, a)
  rows.m++
}

/** The two must be tied. */
export function removeTie(rows: LiveRows, a: number, b: number): void {
  remove(rows, a, b)
  remove(rows, b, a)
  rows.m--
}

/** Place of w in the row of v, or where it would go. */
function placeIn({ starts, lengths, pool }: LiveRows, v: number, w: number): number {
  let low = starts[v]
  let high = low + lengths[v]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pool[middle] < w) low = middle + 1
    else high = middle
  }
  return low
}

function insert(rows: LiveRows, v: number, w: number): void {
  if (rows.lengths[v] === rows.rooms[v]) move(rows, v)
  const at = placeIn(rows, v, w)
  const end = rows.starts[v] + rows.lengths[v]
  if (at < end) rows.pool.copyWithin(at + 1, at, end)
  rows.pool[at] = w
  rows.lengths[v]++
}

function remove(rows: LiveRows, v: number, w: number): void {
  const at = placeIn(rows, v, w)
  rows.pool.copyWithin(at, at + 1, rows.starts[v] + rows.lengths[v])
  rows.lengths[v]--
}

/** The row gets twice the room at the end of the pool. */
function move(rows: LiveRows, v: number): void {
  const room = Math.max(LEAST_ROOM, 2 * rows.rooms[v])
  if (rows.used + room > rows.pool.length) {
    if (rows.left > rows.used >>> 1) rewrite(rows, rows.pool)
    if (rows.used + room > rows.pool.length) {
      const grown = new Uint32Array(2 * rows.pool.length + room)
      grown.set(rows.pool.subarray(0, rows.used))
      rows.pool = grown
    }
  }
  const { starts, lengths, rooms, pool } = rows
  pool.copyWithin(rows.used, starts[v], starts[v] + lengths[v])
  rows.left += rooms[v]
  starts[v] = rows.used
  rooms[v] = room
  rows.used += room
}

/** All rows side by side, each with half as much room again. */
function rewrite(rows: LiveRows, from: Uint32Array): void {
  const { n, starts, lengths, rooms } = rows
  let size = 0
  for (let v = 0; v < n; v++) size += roomFor(lengths[v])
  const pool = new Uint32Array(size + (size >>> 1) + LEAST_ROOM)
  let used = 0
  for (let v = 0; v < n; v++) {
    pool.set(from.subarray(starts[v], starts[v] + lengths[v]), used)
    starts[v] = used
    rooms[v] = roomFor(lengths[v])
    used += rooms[v]
  }
  rows.pool = pool
  rows.used = used
  rows.left = 0
}

const roomFor = (length: number): number => Math.max(LEAST_ROOM, length + (length >>> 1))
