import { type Components, components } from '../components.ts'
import type { Csr } from '../csr.ts'
import { type LiveRows, larger } from './live-rows.ts'

/**
 * Components that follow a network tie by tie, with the ordered pairs of two sectors inside one component: what the pillar H counts.
 *
 * A tie between two components renumbers the smaller. A removed tie is followed from both of its ends in turn: either the searches
 * meet and nothing has changed, or one has seen all of its part, which becomes a component of its own. Networks of partners are so
 * close-knit that searches meet soon; in a long chain one costs half its length.
 */
export interface LiveComponents {
  count: number
  /** size of the largest; 0 without actors */
  largest: number
  /** ordered pairs of two sectors within one component */
  joined: number
  /** component of every actor */
  of: Uint32Array
  /** actors per component; 0 where the number is free */
  sizes: Uint32Array
  free: number[]
  /** components per size */
  bySize: Uint32Array
  sectorCount: number
  /** components of more than COUNTED actors: place of their members per sector in `tallies`, plus one */
  tallyOf: Uint32Array
  tallies: Uint32Array
  freeTallies: number[]
  /** scratch: members of a part per sector; zero between calls */
  part: Uint32Array
  /** scratch: which search met an actor, by a number never used again */
  seen: Float64Array
  stamp: number
  queue: Uint32Array
  otherQueue: Uint32Array
}

/** Up to so many actors members are counted anew when they are needed. */
const COUNTED = 32

/** @param of sector per actor */
export function liveComponents(csr: Csr, of: ArrayLike<number>, sectorCount: number): LiveComponents {
  const { n } = csr
  const found = components(csr)
  const parts: LiveComponents = {
    count: found.count,
    largest: found.largest,
    joined: crossPairs(found, of, sectorCount),
    of: found.of,
    sizes: new Uint32Array(n),
    free: [],
    bySize: new Uint32Array(n + 1),
    sectorCount,
    tallyOf: new Uint32Array(n),
    tallies: new Uint32Array(0),
    freeTallies: [],
    part: new Uint32Array(sectorCount),
    seen: new Float64Array(n),
    stamp: 0,
    queue: new Uint32Array(n),
    otherQueue: new Uint32Array(n),
  }
  parts.sizes.set(found.sizes)
  for (let c = n - 1; c >= found.count; c--) parts.free.push(c)
  for (const size of found.sizes) parts.bySize[size]++
  for (let v = 0; v < n; v++) {
    if (found.sizes[found.of[v]] <= COUNTED) continue
    // opened first: it may replace the array
    const tally = openTally(parts, found.of[v])
    parts.tallies[tally + of[v]]++
  }
  return parts
}

/** Sum over components of c^2 less the squares of its sectors. O(n + K). */
function crossPairs(found: Components, of: ArrayLike<number>, sectorCount: number): number {
  const starts = new Uint32Array(found.count + 1)
  for (let c = 0; c < found.count; c++) starts[c + 1] = starts[c] + found.sizes[c]
  const cursor = starts.slice(0, found.count)
  const members = new Uint32Array(found.of.length)
  for (let v = 0; v < members.length; v++) members[cursor[found.of[v]]++] = v
  const tally = new Uint32Array(sectorCount)
  let pairs = 0
  for (let c = 0; c < found.count; c++) {
    pairs += found.sizes[c] ** 2
    for (let i = starts[c]; i < starts[c + 1]; i++) pairs -= 2 * tally[of[members[i]]]++ + 1
    for (let i = starts[c]; i < starts[c + 1]; i++) tally[of[members[i]]] = 0
  }
  return pairs
}

/** A new actor, alone. */
export function addToComponents(parts: LiveComponents, v: number): void {
  if (v >= parts.of.length) grow(parts)
  parts.of[v] = open(parts, 1)
}

/** An actor without ties leaves. */
export function dropFromComponents(parts: LiveComponents, v: number): void {
  close(parts, parts.of[v])
}

/** To be told before the tie is inserted. */
export function componentsBeforeInsert(
  parts: LiveComponents,
  rows: LiveRows,
  of: ArrayLike<number>,
  a: number,
  b: number,
): void {
  const { sizes, queue } = parts
  const isSmaller = sizes[parts.of[a]] < sizes[parts.of[b]]
  const [from, to] = isSmaller ? [a, b] : [b, a]
  const [small, large] = [parts.of[from], parts.of[to]]
  if (small === large) return
  const size = walk(parts, rows, from, queue)
  const total = size + sizes[large]
  parts.joined += 2 * (size * sizes[large] - alike(parts, rows, of, size, to))
  if (total > COUNTED) {
    const tally = tallyFor(parts, rows, of, to)
    for (let i = 0; i < size; i++) parts.tallies[tally + of[queue[i]]]++
  }
  for (let i = 0; i < size; i++) parts.of[queue[i]] = large
  close(parts, small)
  resize(parts, large, total)
}

/** To be told after the tie was removed; not needed where the two still have a partner in common. */
export function componentsAfterRemove(
  parts: LiveComponents,
  rows: LiveRows,
  of: ArrayLike<number>,
  a: number,
  b: number,
): void {
  const size = partCutOff(parts, rows, a, b)
  if (size === 0) return
  const { sizes, tallies, queue } = parts
  const whole = parts.of[a]
  const left = sizes[whole] - size
  const own = open(parts, size)
  for (let i = 0; i < size; i++) parts.of[queue[i]] = own
  resize(parts, whole, left)
  // somebody who stayed
  const other = parts.of[a] === own ? b : a
  const tally = parts.tallyOf[whole]
  if (tally > 0) for (let i = 0; i < size; i++) tallies[tally - 1 + of[queue[i]]]--
  if (size > COUNTED) {
    const ownTally = openTally(parts, own)
    for (let i = 0; i < size; i++) parts.tallies[ownTally + of[queue[i]]]++
  }
  parts.joined -= 2 * (size * left - alike(parts, rows, of, size, other))
  if (left <= COUNTED) closeTally(parts, whole)
}

/** To be told before the actor changes its sector. */
export function componentsBeforeMove(
  parts: LiveComponents,
  rows: LiveRows,
  of: ArrayLike<number>,
  v: number,
  to: number,
): void {
  const from = of[v]
  const tally = parts.tallyOf[parts.of[v]]
  let [there, here] = [0, 0]
  if (tally > 0) {
    there = parts.tallies[tally - 1 + to]++
    here = parts.tallies[tally - 1 + from]--
  } else {
    const size = walk(parts, rows, v, parts.queue)
    for (let i = 0; i < size; i++) {
      if (of[parts.queue[i]] === to) there++
      else if (of[parts.queue[i]] === from) here++
    }
  }
  // (there + 1)^2 + (here - 1)^2 same-sector pairs instead of there^2 + here^2
  parts.joined += 2 * (here - there - 1)
}

/** Puts everybody in the component of `from` into `queue`. @returns how many */
function walk(parts: LiveComponents, rows: LiveRows, from: number, queue: Uint32Array): number {
  const { seen } = parts
  const { starts, lengths, pool } = rows
  const stamp = ++parts.stamp
  queue[0] = from
  seen[from] = stamp
  let length = 1
  for (let head = 0; head < length; head++) {
    const v = queue[head]
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
      const w = pool[i]
      if (seen[w] === stamp) continue
      seen[w] = stamp
      queue[length++] = w
    }
  }
  return length
}

/** Ordered pairs of one sector between the first `size` in `queue` and the component of `to`. */
function alike(
  parts: LiveComponents,
  rows: LiveRows,
  of: ArrayLike<number>,
  size: number,
  to: number,
): number {
  const { tallies, part, queue, otherQueue } = parts
  const tally = parts.tallyOf[parts.of[to]]
  let pairs = 0
  if (tally > 0) {
    for (let i = 0; i < size; i++) pairs += tallies[tally - 1 + of[queue[i]]]
    return pairs
  }
  for (let i = 0; i < size; i++) part[of[queue[i]]]++
  const others = walk(parts, rows, to, otherQueue)
  for (let i = 0; i < others; i++) pairs += part[of[otherQueue[i]]]
  for (let i = 0; i < size; i++) part[of[queue[i]]] = 0
  return pairs
}

/**
 * Searches from both ends of a removed tie, next from the one that has looked at fewer tie ends.
 * @returns 0 where they meet, else the size of the part that one of them has seen all of, which is then in `queue`
 */
function partCutOff(parts: LiveComponents, rows: LiveRows, a: number, b: number): number {
  const { seen } = parts
  const { starts, lengths, pool } = rows
  const stamp = parts.stamp + 1
  parts.stamp += 2
  // the search at hand, and the one that waits
  let mine = { queue: parts.queue, stamp, head: 0, length: 1, looked: 0 }
  let other = { queue: parts.otherQueue, stamp: stamp + 1, head: 0, length: 1, looked: 0 }
  mine.queue[0] = a
  other.queue[0] = b
  seen[a] = mine.stamp
  seen[b] = other.stamp
  while (mine.head < mine.length) {
    const v = mine.queue[mine.head++]
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
      const w = pool[i]
      if (seen[w] === other.stamp) return 0
      if (seen[w] === mine.stamp) continue
      seen[w] = mine.stamp
      mine.queue[mine.length++] = w
    }
    mine.looked += lengths[v] + 1
    if (mine.looked <= other.looked || mine.head === mine.length) continue
    const held = mine
    mine = other
    other = held
  }
  parts.queue = mine.queue
  parts.otherQueue = other.queue
  return mine.length
}

function open(parts: LiveComponents, size: number): number {
  const c = parts.free.pop() ?? 0
  parts.count++
  resize(parts, c, size)
  return c
}

function close(parts: LiveComponents, c: number): void {
  closeTally(parts, c)
  resize(parts, c, 0)
  parts.free.push(c)
  parts.count--
}

function resize(parts: LiveComponents, c: number, size: number): void {
  const { sizes, bySize } = parts
  if (sizes[c] > 0) bySize[sizes[c]]--
  sizes[c] = size
  if (size > 0) bySize[size]++
  if (size > parts.largest) parts.largest = size
  while (parts.largest > 0 && bySize[parts.largest] === 0) parts.largest--
}

/** Place of the members per sector of a component, which gets one where it has none. */
function openTally(parts: LiveComponents, c: number): number {
  if (parts.tallyOf[c] > 0) return parts.tallyOf[c] - 1
  if (parts.freeTallies.length === 0) {
    const { tallies, sectorCount } = parts
    const grown = new Uint32Array(2 * tallies.length + sectorCount)
    grown.set(tallies)
    for (let at = grown.length - sectorCount; at >= tallies.length; at -= sectorCount)
      parts.freeTallies.push(at)
    parts.tallies = grown
  }
  const at = parts.freeTallies.pop() ?? 0
  parts.tallies.fill(0, at, at + parts.sectorCount)
  parts.tallyOf[c] = at + 1
  return at
}

/** The same with everybody counted who is in the component of `member`. */
function tallyFor(parts: LiveComponents, rows: LiveRows, of: ArrayLike<number>, member: number): number {
  const c = parts.of[member]
  if (parts.tallyOf[c] > 0) return parts.tallyOf[c] - 1
  const tally = openTally(parts, c)
  const size = walk(parts, rows, member, parts.otherQueue)
  for (let i = 0; i < size; i++) parts.tallies[tally + of[parts.otherQueue[i]]]++
  return tally
}

function closeTally(parts: LiveComponents, c: number): void {
  if (parts.tallyOf[c] === 0) return
  parts.freeTallies.push(parts.tallyOf[c] - 1)
  parts.tallyOf[c] = 0
}

function grow(parts: LiveComponents): void {
  const before = parts.of.length
  parts.of = larger(parts.of)
  parts.sizes = larger(parts.sizes)
  parts.tallyOf = larger(parts.tallyOf)
  parts.queue = larger(parts.queue)
  parts.otherQueue = larger(parts.otherQueue)
  const bySize = new Uint32Array(parts.of.length + 1)
  bySize.set(parts.bySize)
  parts.bySize = bySize
  parts.seen = new Float64Array(parts.of.length)
  for (let c = parts.of.length - 1; c >= before; c--) parts.free.push(c)
}
