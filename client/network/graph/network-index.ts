import type { ActorNetwork } from '#shared/contract/network.ts'

/** How a tie is drawn: it counts, it counts only since the compared date, it has lapsed, or it does not count. */
export const LINE_CLASSES = ['active', 'new', 'expired', 'uncounted'] as const
export type LineClass = (typeof LINE_CLASSES)[number]

/** Ties that are over or have not begun are absent from the picture. */
const ABSENT = new Set(['ended', 'declined', 'future'])

/** The columns of a network with what every view of it needs: rows by id, drawn ties as adjacency. */
export interface NetworkIndex {
  network: ActorNetwork
  rowOf: ReadonlyMap<string, number>
  /** Per tie; null where it is not drawn. */
  lines: readonly (LineClass | null)[]
  /** Drawn ties around row i: `neighbours[offsets[i] .. offsets[i + 1]]`, by the tie rows of `via`. */
  offsets: Int32Array
  neighbours: Int32Array
  via: Int32Array
  /** Whether the actor belongs in this picture at all: it may count, or a drawn tie touches it. */
  present: Uint8Array
  /** Present actors and drawn ties. */
  size: { actors: number; ties: number }
  /** The largest number of partners. */
  most: number
}

function lineOf(network: ActorNetwork, tie: number, newSince: string | null): LineClass | null {
  const standing = network.ties.standing[tie]!
  if (network.ties.counts[tie]) {
    const since = network.ties.since[tie] ?? null
    return newSince !== null && since !== null && since > newSince ? 'new' : 'active'
  }
  if (ABSENT.has(standing)) return null
  return standing === 'expired' ? 'expired' : 'uncounted'
}

/** `newSince`: ties that first counted after this ISO date are new; null = nothing is called new. */
export function indexNetwork(network: ActorNetwork, newSince: string | null): NetworkIndex {
  const { a, b } = network.ties
  const actors = network.actors.id.length
  const lines = a.map((_, tie) => lineOf(network, tie, newSince))
  const offsets = new Int32Array(actors + 1)
  for (let tie = 0; tie < a.length; tie++) {
    if (lines[tie] === null) continue
    offsets[a[tie]! + 1]!++
    offsets[b[tie]! + 1]!++
  }
  for (let row = 0; row < actors; row++) offsets[row + 1]! += offsets[row]!
  const cursor = offsets.slice(0, actors)
  const neighbours = new Int32Array(offsets[actors]!)
  const via = new Int32Array(offsets[actors]!)
  const link = (from: number, to: number, tie: number) => {
    const slot = cursor[from]!++
    neighbours[slot] = to
    via[slot] = tie
  }
  for (let tie = 0; tie < a.length; tie++) {
    if (lines[tie] === null) continue
    link(a[tie]!, b[tie]!, tie)
    link(b[tie]!, a[tie]!, tie)
  }
  const present = new Uint8Array(actors)
  for (let row = 0; row < actors; row++)
    present[row] = network.actors.standing[row] !== 'outside' || drawnDegree(offsets, row) > 0 ? 1 : 0
  return {
    network,
    rowOf: new Map(network.actors.id.map((id, row) => [id, row])),
    lines,
    offsets,
    neighbours,
    via,
    present,
    size: { actors: present.reduce((sum, one) => sum + one, 0), ties: neighbours.length / 2 },
    most: network.actors.degree.reduce((most, degree) => Math.max(most, degree), 0),
  }
}

const drawnDegree = (offsets: Int32Array, row: number) => offsets[row + 1]! - offsets[row]!

/** Number of drawn ties at an actor, counting or not. */
export const drawnTies = (index: NetworkIndex, row: number): number => drawnDegree(index.offsets, row)

/** Rows within `degree` drawn ties of `row`, itself included. `passes` limits which ties may be walked. */
export function withinDegree(
  index: NetworkIndex,
  row: number,
  degree: number,
  passes: (tie: number) => boolean = () => true,
): ReadonlySet<number> {
  const reached = new Set([row])
  let front = [row]
  for (let step = 0; step < degree && front.length > 0; step++) {
    const next: number[] = []
    for (const from of front)
      for (let slot = index.offsets[from]!; slot < index.offsets[from + 1]!; slot++) {
        const to = index.neighbours[slot]!
        if (reached.has(to) || !passes(index.via[slot]!)) continue
        reached.add(to)
        next.push(to)
      }
    front = next
  }
  return reached
}

export interface PartnerCounts {
  total: number
  within: number
  cross: number
}

/** Partners by counting ties, as the server counted them. */
export function partnerCounts(network: ActorNetwork, row: number): PartnerCounts {
  const total = network.actors.degree[row]!
  const cross = network.actors.crossDegree[row]!
  return { total, within: total - cross, cross }
}

/** Pairs of actors whose only drawn partner is each other, by row. */
export function loosePairs(index: NetworkIndex): [number, number][] {
  const pairs: [number, number][] = []
  for (let row = 0; row < index.present.length; row++) {
    if (drawnTies(index, row) !== 1) continue
    const partner = index.neighbours[index.offsets[row]!]!
    if (partner > row && drawnTies(index, partner) === 1) pairs.push([row, partner])
  }
  return pairs
}
