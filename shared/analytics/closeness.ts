import type { Csr } from './csr.ts'
import { countLanes, LANES, roomForWords } from './lane-counts.ts'
import { orderBySearch, type SearchOrder } from './search-order.ts'

/**
 * Nearness of every actor to those it can reach; one search serves both figures.
 *
 *   closeness  (r/(n-1)) * (r / sum d), r actors reached at distances d: corrected for how few are reached
 *   harmonic   sum 1/d; divide by n-1 to compare networks
 *
 * Wasserman & Faust 1994, Social Network Analysis, CUP; Marchiori & Latora 2000, Physica A 285:539. Isolates have 0 in both.
 * Breadth-first from 128 actors at once, one bit for each (Then et al. 2014, PVLDB 8:449), from the found ones while they are few and
 * towards the missing ones afterwards (Beamer et al. 2012, SC12). O(n m / 128) word operations, O(n + m) scratch. Counts are whole and
 * sums run by distance, so every bit of the result is the same however the sources are dealt out. Of twins one is searched from; an
 * actor whose only partner has others too is never searched from: all others are one step farther from it than from its partner.
 */
export interface Closeness {
  closeness: Float64Array
  harmonic: Float64Array
}

/** @param onSearch called after the searches of up to 128 actors with how many actors are done; may throw to stop */
export function closeness(csr: Csr, onSearch?: (done: number) => void): Closeness {
  const order = orderBySearch(csr)
  return readByActor(order, closenessOfSources(order, 0, csr.n, onSearch))
}

/** The figures by actor from those by place; twins get what was found for the first of them. */
export function readByActor({ csr, actors, twins }: SearchOrder, byPlace: Closeness): Closeness {
  const result = { closeness: new Float64Array(csr.n), harmonic: new Float64Array(csr.n) }
  for (let i = 0; i < csr.n; i++) {
    result.closeness[actors[i]] = byPlace.closeness[twins[i]]
    result.harmonic[actors[i]] = byPlace.harmonic[twins[i]]
  }
  return result
}

/** Words that hold the bits of one actor, a bit for each source. */
const WORDS = 4
const SOURCES = WORDS * LANES

/** Whether its only partner has other partners, and so tells its figures. */
const hangs = ({ offsets, neighbours }: Csr, v: number): boolean => {
  const partner = neighbours[offsets[v]]
  return offsets[v + 1] - offsets[v] === 1 && offsets[partner + 1] - offsets[partner] > 1
}

/**
 * The figures that follow from searches from places from .. to - 1 of the search order, by place; 0 elsewhere, and where somebody is
 * a later twin: for a worker. What workers found adds up.
 */
export function closenessOfSources(
  order: SearchOrder,
  from: number,
  to: number,
  onSearch?: (done: number) => void,
): Closeness {
  const { csr, starts, twins } = order
  const result = { closeness: new Float64Array(csr.n), harmonic: new Float64Array(csr.n) }
  const sweep = createSweep(csr)
  for (let c = 0; c + 1 < starts.length; c++) {
    const end = Math.min(starts[c + 1], to)
    if (starts[c + 1] - starts[c] < 2) continue
    for (let next = Math.max(starts[c], from); next < end; ) {
      let count = 0
      for (; next < end && count < SOURCES; next++) {
        if (twins[next] === next && !hangs(csr, next)) sweep.sources[count++] = next
      }
      begin(sweep, starts[c], starts[c + 1], count)
      run(sweep, csr)
      readSums(sweep, csr, result)
      onSearch?.(next - from)
    }
  }
  return result
}

/** One search from up to 128 actors of one component, at places low .. high - 1. */
interface Sweep {
  low: number
  high: number
  sources: Uint32Array
  sourceCount: number
  /** four words per actor: from which sources it was met at all, met last, is met next */
  seen: Int32Array
  front: Int32Array
  next: Int32Array
  /** what `seen` is where nothing is missing */
  full: Int32Array
  /** actors met last, and their tie ends */
  active: Uint32Array
  length: number
  volume: number
  /** per source */
  distances: Float64Array
  harmonic: Float64Array
  /** as seen by somebody whose only partner the source is */
  harmonicBeyond: Float64Array
  column: Int32Array
  found: Float64Array
}

function createSweep({ n }: Csr): Sweep {
  return {
    low: 0,
    high: 0,
    sources: new Uint32Array(SOURCES),
    sourceCount: 0,
    seen: new Int32Array(WORDS * n),
    front: new Int32Array(WORDS * n),
    next: new Int32Array(WORDS * n),
    full: new Int32Array(WORDS),
    active: new Uint32Array(n),
    length: 0,
    volume: 0,
    distances: new Float64Array(SOURCES),
    harmonic: new Float64Array(SOURCES),
    harmonicBeyond: new Float64Array(SOURCES),
    column: new Int32Array(roomForWords(n)),
    found: new Float64Array(LANES),
  }
}

function begin(sweep: Sweep, low: number, high: number, sourceCount: number): void {
  const { sources, seen, front, full, active } = sweep
  sweep.low = low
  sweep.high = high
  sweep.sourceCount = sourceCount
  seen.fill(0, WORDS * low, WORDS * high)
  front.fill(0, WORDS * low, WORDS * high)
  full.fill(0)
  sweep.distances.fill(0)
  sweep.harmonic.fill(0)
  // the source itself
  sweep.harmonicBeyond.fill(1)
  for (let s = 0; s < sourceCount; s++) {
    const word = s >>> 5
    const bit = 1 << (s & 31)
    seen[WORDS * sources[s] + word] = bit
    front[WORDS * sources[s] + word] = bit
    full[word] |= bit
    active[s] = sources[s]
  }
  sweep.length = sourceCount
  // few are met at first
  sweep.volume = 0
}

function run(sweep: Sweep, csr: Csr): void {
  const ends = csr.offsets[sweep.high] - csr.offsets[sweep.low]
  for (let distance = 1; ; distance++) {
    if (3 * sweep.volume < ends) push(sweep, csr)
    else pull(sweep, csr)
    if (sweep.length === 0) return
    addDistance(sweep, distance)
    const { front, next } = sweep
    sweep.front = next
    sweep.next = front
  }
}

/** Every actor met last tells its partners. */
function push(sweep: Sweep, { offsets, neighbours }: Csr): void {
  const { low, high, seen, front, next, active } = sweep
  next.fill(0, WORDS * low, WORDS * high)
  for (let x = 0; x < sweep.length; x++) {
    const v = active[x]
    const a = front[WORDS * v]
    const b = front[WORDS * v + 1]
    const c = front[WORDS * v + 2]
    const d = front[WORDS * v + 3]
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      const at = WORDS * neighbours[i]
      next[at] |= a
      next[at + 1] |= b
      next[at + 2] |= c
      next[at + 3] |= d
    }
  }
  let length = 0
  let volume = 0
  for (let v = low; v < high; v++) {
    const at = WORDS * v
    if ((next[at] | next[at + 1] | next[at + 2] | next[at + 3]) === 0) continue
    const a = next[at] & ~seen[at]
    const b = next[at + 1] & ~seen[at + 1]
    const c = next[at + 2] & ~seen[at + 2]
    const d = next[at + 3] & ~seen[at + 3]
    next[at] = a
    next[at + 1] = b
    next[at + 2] = c
    next[at + 3] = d
    if ((a | b | c | d) === 0) continue
    seen[at] |= a
    seen[at + 1] |= b
    seen[at + 2] |= c
    seen[at + 3] |= d
    active[length++] = v
    volume += offsets[v + 1] - offsets[v]
  }
  sweep.length = length
  sweep.volume = volume
}

/** Every actor that some source misses asks its partners. */
function pull(sweep: Sweep, { offsets, neighbours }: Csr): void {
  const { low, high, seen, front, next, active } = sweep
  const [fullA, fullB, fullC, fullD] = sweep.full
  let length = 0
  let volume = 0
  for (let v = low; v < high; v++) {
    const at = WORDS * v
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    if (seen[at] !== fullA || seen[at + 1] !== fullB || seen[at + 2] !== fullC || seen[at + 3] !== fullD) {
      for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
        const from = WORDS * neighbours[i]
        a |= front[from]
        b |= front[from + 1]
        c |= front[from + 2]
        d |= front[from + 3]
      }
      a &= ~seen[at]
      b &= ~seen[at + 1]
      c &= ~seen[at + 2]
      d &= ~seen[at + 3]
    }
    next[at] = a
    next[at + 1] = b
    next[at + 2] = c
    next[at + 3] = d
    if ((a | b | c | d) === 0) continue
    seen[at] |= a
    seen[at + 1] |= b
    seen[at + 2] |= c
    seen[at + 3] |= d
    active[length++] = v
    volume += offsets[v + 1] - offsets[v]
  }
  sweep.length = length
  sweep.volume = volume
}

/** Adds for every source the actors it has met at this distance. */
function addDistance(sweep: Sweep, distance: number): void {
  const { next, active, length, distances, harmonic, harmonicBeyond, column, found } = sweep
  // nobody is met from where they stand themselves
  const self = distance === 1 ? 1 : 0
  for (let word = 0; LANES * word < sweep.sourceCount; word++) {
    for (let x = 0; x < length; x++) column[x] = next[WORDS * active[x] + word]
    found.fill(0)
    countLanes(column, length, found)
    for (let j = 0; j < LANES; j++) {
      distances[LANES * word + j] += distance * found[j]
      harmonic[LANES * word + j] += found[j] / distance
      harmonicBeyond[LANES * word + j] += (found[j] - self) / (distance + 1)
    }
  }
}

function readSums(sweep: Sweep, csr: Csr, { closeness, harmonic }: Closeness): void {
  const { n, offsets, neighbours } = csr
  const reached = sweep.high - sweep.low - 1
  const read = (v: number, distances: number, sum: number): void => {
    closeness[v] = (reached / (n - 1)) * (reached / distances)
    harmonic[v] = sum
  }
  for (let s = 0; s < sweep.sourceCount; s++) {
    const v = sweep.sources[s]
    read(v, sweep.distances[s], sweep.harmonic[s])
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const other = neighbours[i]
      if (hangs(csr, other)) read(other, sweep.distances[s] + reached - 1, sweep.harmonicBeyond[s])
    }
  }
}
