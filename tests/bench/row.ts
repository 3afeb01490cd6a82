import type { Spread } from './interleave.ts'
import type { BenchNetwork } from './network-file.ts'
import type { PythonPeers } from './python-peers.ts'

/** One measured line of the table: a ratio to a peer, or a time where the target is one. */
export interface Row extends Spread {
  /** P1 … P12, or none for what is only told */
  target: string | null
  what: string
  unit: 'ratio' | 'ms' | 'kB'
  /** reached where the median is at most this; null where nothing is promised */
  goal: number | null
  rounds: number
  note?: string
}

export interface Bench {
  peers: PythonPeers
  networkOf(n: number): BenchNetwork
  /** how often each side runs */
  rounds: number
  say(line: string): void
}

export type Chapter = (bench: Bench) => Promise<Row[]>

/** Times as milliseconds. */
export function inMilliseconds({ least, median, most }: Spread): Spread {
  return { least: 1000 * least, median: 1000 * median, most: 1000 * most }
}
