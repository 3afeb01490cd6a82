import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { type GoBetweens, goBetweens } from '#shared/analytics/go-betweens.ts'
import { type PathsBetween, shortestPathsBetween } from '#shared/analytics/shortest-paths-between.ts'
import { type WithoutActor, withoutActor } from '#shared/analytics/without-actor.ts'
import { type NetworkIndex, withinDegree } from '../../../network/graph/network-index.ts'
import type { FilteredNetwork } from '../filter-network.ts'

/** What the picture is asked: everything else fades. */
export type Question =
  | { ask: 'around'; row: number; degree: number }
  | { ask: 'path'; from: number; to: number }
  | { ask: 'leave'; row: number }
  | { ask: 'between'; a: Uint8Array; b: Uint8Array }

/** A go-between with what it brings together. */
export interface Broker {
  row: number
  pairs: number
  inA: number
  inB: number
}

/** `named`: rows that the picture names before others. */
export type Reading = {
  kept: Uint8Array
  lit: Uint8Array | null
  actors: number
  named?: readonly number[]
} & (
  | { ask: 'around' }
  | { ask: 'path'; paths: PathsBetween; steps: readonly (readonly number[])[] }
  | { ask: 'leave'; broken: WithoutActor; alone: number }
  | { ask: 'between'; brokers: readonly Broker[]; all: GoBetweens }
)

/** So many go-betweens are drawn; all are counted, more are listed. */
export const DRAWN_BROKERS = 12

/** The network of counting ties that pass the filters, and the row of each of its ties. */
export function countingCsr(
  { network: { actors, ties } }: NetworkIndex,
  { ties: passing }: FilteredNetwork,
): Csr {
  const wanted = ties.a.flatMap((_, tie) => (ties.counts[tie] && passing[tie] === 1 ? [tie] : []))
  return buildCsr(
    actors.id.length,
    wanted.map((tie) => ties.a[tie]!),
    wanted.map((tie) => ties.b[tie]!),
  )
}

/** Chains, breaks and go-betweens walk counting ties alone; the neighbourhood walks what is drawn. */
export function readQuestion(question: Question, index: NetworkIndex, filtered: FilteredNetwork): Reading {
  if (question.ask === 'around') {
    const rows = withinDegree(index, question.row, question.degree, (tie) => filtered.ties[tie] === 1)
    return { ask: 'around', kept: flags(index, rows), lit: null, actors: rows.size }
  }
  const csr = countingCsr(index, filtered)
  if (question.ask === 'path') return readPath(question, index, filtered, csr)
  if (question.ask === 'leave') return readLeave(question.row, index, csr)
  return readBetween(question, index, filtered, csr)
}

function flags(index: NetworkIndex, rows: Iterable<number>): Uint8Array {
  const set = new Uint8Array(index.present.length)
  for (const row of rows) set[row] = 1
  return set
}

const count = (set: Uint8Array) => set.reduce((sum, one) => sum + one, 0)

/** Ties that count, pass and satisfy: 1. */
function tiesWhere(
  { network: { ties } }: NetworkIndex,
  filtered: FilteredNetwork,
  wanted: (a: number, b: number) => boolean,
): Uint8Array {
  return Uint8Array.from(ties.a, (a, tie) =>
    ties.counts[tie] && filtered.ties[tie] === 1 && wanted(a, ties.b[tie]!) ? 1 : 0,
  )
}

function readPath(
  { from, to }: { from: number; to: number },
  index: NetworkIndex,
  filtered: FilteredNetwork,
  csr: Csr,
): Reading {
  const paths = shortestPathsBetween(csr, from, to)
  const kept = flags(index, [from, to])
  const stepOf = new Int32Array(csr.n).fill(-1)
  const steps: number[][] = []
  if (paths.length >= 0) {
    stepOf[from] = 0
    let front = [from]
    for (let step = 0; front.length > 0; step++) {
      steps.push(front.sort((x, y) => paths.through[y]! - paths.through[x]! || x - y))
      const next: number[] = []
      for (const v of front)
        for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
          const w = csr.neighbours[i]!
          if (stepOf[w] !== -1 || paths.through[w] === 0) continue
          stepOf[w] = step + 1
          next.push(w)
        }
      front = step < paths.length ? next : []
    }
    for (let row = 0; row < csr.n; row++) if (paths.through[row]! > 0) kept[row] = 1
  }
  const lit = tiesWhere(
    index,
    filtered,
    (a, b) => stepOf[a]! >= 0 && stepOf[b]! >= 0 && Math.abs(stepOf[a]! - stepOf[b]!) === 1,
  )
  return { ask: 'path', kept, lit, actors: count(kept), named: steps.flat(), paths, steps }
}

function readLeave(row: number, index: NetworkIndex, csr: Csr): Reading {
  const broken = withoutActor(csr, row)
  const severed = broken.pieces.slice(1).flat()
  const partners = csr.neighbours.subarray(csr.offsets[row]!, csr.offsets[row + 1]!)
  // Where nothing falls apart, its partners are what there is to see.
  const kept = flags(index, [row, ...(severed.length > 0 ? severed : partners)])
  const alone = broken.pieces.filter((piece) => piece.length === 1).length
  return { ask: 'leave', kept, lit: null, actors: count(kept), named: severed, broken, alone }
}

function readBetween(
  { a, b }: { a: Uint8Array; b: Uint8Array },
  index: NetworkIndex,
  filtered: FilteredNetwork,
  csr: Csr,
): Reading {
  const all = goBetweens(csr, a, b)
  const brokers: Broker[] = []
  for (let row = 0; row < csr.n; row++)
    if (all.pairs[row]! > 0)
      brokers.push({ row, pairs: all.pairs[row]!, inA: all.inA[row]!, inB: all.inB[row]! })
  brokers.sort(
    (one, other) =>
      other.pairs - one.pairs ||
      Math.min(other.inA, other.inB) - Math.min(one.inA, one.inB) ||
      one.row - other.row,
  )
  const middle = new Set(brokers.slice(0, DRAWN_BROKERS).map(({ row }) => row))
  const inEither = (row: number) => a[row] === 1 || b[row] === 1
  const directly = (x: number, y: number) => (a[x] === 1 && b[y] === 1) || (a[y] === 1 && b[x] === 1)
  const lit = tiesWhere(
    index,
    filtered,
    (x, y) => (middle.has(x) && inEither(y)) || (middle.has(y) && inEither(x)),
  )
  const direct = tiesWhere(index, filtered, directly)
  const kept = flags(index, middle)
  const { ties } = index.network
  for (let tie = 0; tie < lit.length; tie++)
    if (lit[tie] || direct[tie]) for (const end of [ties.a[tie]!, ties.b[tie]!]) kept[end] = 1
  // Where nobody joins them, the two sides are what there is to see.
  if (!kept.includes(1)) for (let row = 0; row < csr.n; row++) if (inEither(row)) kept[row] = 1
  return { ask: 'between', kept, lit, actors: count(kept), named: [...middle], brokers, all }
}
