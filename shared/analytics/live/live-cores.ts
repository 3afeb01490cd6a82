import { coreNumbers } from '../core-number.ts'
import type { Csr } from '../csr.ts'
import { type LiveRows, larger } from './live-rows.ts'

/**
 * Core numbers that follow a network tie by tie.
 *
 * Sariyuce et al. 2013, PVLDB 6:433 (traversal); Li, Yu & Mao 2014, IEEE TKDE 26:2453. A tie changes only core numbers equal to the
 * lower one of its ends, and by one. After an addition the search goes from that end through equal ones that could rise, held back
 * by how many of their partners could rise with them; after a removal those left with too few fall, and take others along.
 */
export interface LiveCores {
  core: Uint32Array
  /** partners with the same core number or more */
  support: Uint32Array
  /** 1 met by the search at hand, 2 evicted; zero between calls */
  state: Uint8Array
  /** partners that an actor met could rise with; zero between calls */
  hope: Int32Array
  met: number[]
  evicted: number[]
}

export function liveCores(csr: Csr): LiveCores {
  const { n, offsets, neighbours } = csr
  const core = coreNumbers(csr)
  const support = new Uint32Array(n)
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) if (core[neighbours[i]] >= core[v]) support[v]++
  }
  return { core, support, state: new Uint8Array(n), hope: new Int32Array(n), met: [], evicted: [] }
}

export function addCore(cores: LiveCores, v: number): void {
  if (v < cores.core.length) return
  cores.core = larger(cores.core)
  cores.support = larger(cores.support)
  cores.state = new Uint8Array(cores.core.length)
  cores.hope = new Int32Array(cores.core.length)
}

/** To be told after the tie was inserted. */
export function coresAfterInsert(cores: LiveCores, rows: LiveRows, a: number, b: number): void {
  const { core, support } = cores
  if (core[b] >= core[a]) support[a]++
  if (core[a] >= core[b]) support[b]++
  const root = core[a] <= core[b] ? a : b
  const level = core[root]
  if (support[root] <= level) return
  search(cores, rows, root, level)
  raise(cores, rows, level)
}

/** Who could rise above `level`: left in `met`, those that could not after all marked as evicted. */
function search(cores: LiveCores, rows: LiveRows, root: number, level: number): void {
  const { core, support, state, hope, met } = cores
  const { starts, lengths, pool } = rows
  met.push(root)
  state[root] = 1
  hope[root] = hopeOf(cores, rows, root, level)
  // breadth first: whoever is evicted early keeps the search short
  for (let head = 0; head < met.length; head++) {
    const v = met[head]
    if (state[v] === 2) continue
    if (hope[v] <= level) {
      evict(cores, rows, v, level)
      continue
    }
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
      const w = pool[i]
      if (core[w] !== level || support[w] <= level || state[w] !== 0) continue
      state[w] = 1
      // evicted partners have been taken off before it was met
      hope[w] += hopeOf(cores, rows, w, level)
      met.push(w)
    }
  }
}

function hopeOf({ core, support }: LiveCores, rows: LiveRows, v: number, level: number): number {
  const { starts, lengths, pool } = rows
  let hope = 0
  for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
    const w = pool[i]
    if (core[w] > level || (core[w] === level && support[w] > level)) hope++
  }
  return hope
}

function evict(cores: LiveCores, rows: LiveRows, first: number, level: number): void {
  const { core, state, hope, evicted } = cores
  const { starts, lengths, pool } = rows
  let head = evicted.length
  evicted.push(first)
  state[first] = 2
  for (; head < evicted.length; head++) {
    const v = evicted[head]
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
      const w = pool[i]
      if (core[w] !== level) continue
      hope[w]--
      if (hope[w] === level && state[w] === 1) {
        state[w] = 2
        evicted.push(w)
      }
    }
  }
}

function raise(cores: LiveCores, rows: LiveRows, level: number): void {
  const { core, support, state, hope, met, evicted } = cores
  const { starts, lengths, pool } = rows
  for (const v of met) if (state[v] === 1) core[v] = level + 1
  for (const v of met) {
    if (state[v] !== 1) continue
    let held = 0
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
      const w = pool[i]
      if (core[w] <= level) continue
      held++
      if (core[w] === level + 1 && state[w] !== 1) support[w]++
    }
    support[v] = held
  }
  // hope was also taken off from those never met
  for (const v of evicted) {
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) hope[pool[i]] = 0
  }
  for (const v of met) {
    hope[v] = 0
    state[v] = 0
  }
  met.length = 0
  evicted.length = 0
}

/** To be told after the tie was removed. */
export function coresAfterRemove(cores: LiveCores, rows: LiveRows, a: number, b: number): void {
  const { core, support, state, met } = cores
  const { starts, lengths, pool } = rows
  const level = Math.min(core[a], core[b])
  if (core[b] >= core[a]) support[a]--
  if (core[a] >= core[b]) support[b]--
  for (const v of [a, b]) {
    if (core[v] !== level || support[v] >= level) continue
    state[v] = 1
    met.push(v)
  }
  for (let head = 0; head < met.length; head++) {
    const v = met[head]
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) {
      const w = pool[i]
      if (core[w] !== level || state[w] === 1) continue
      if (--support[w] < level) {
        state[w] = 1
        met.push(w)
      }
    }
  }
  for (const v of met) core[v] = level - 1
  for (const v of met) {
    let held = 0
    for (let i = starts[v], end = i + lengths[v]; i < end; i++) if (core[pool[i]] >= level - 1) held++
    support[v] = held
  }
  for (const v of met) state[v] = 0
  met.length = 0
}
