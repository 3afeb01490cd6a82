import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { createRandom, type Random, STREAM } from './random.ts'

/**
 * Communities by the Leiden method: the partition with the highest modularity, sum of I_c / m - (D_c / 2m)^2, that it finds.
 *
 * Traag, Waltman & van Eck 2019, Scientific Reports 9:5233: actors move to the best neighbouring community; communities are refined
 * into parts that hang together; the parts become the actors of a smaller network, which starts from the communities. The whole is
 * repeated from its result while that gains. Refinement takes the best merger (their theta towards 0). About O(m) a round.
 * Every community is connected. An isolate is a community of one. A pure function of network and seed. Undefined without ties.
 */
export interface Communities {
  /** community of every actor, numbered by lowest actor */
  of: Uint32Array
  count: number
  modularity: number
}

export interface LeidenOptions {
  seed: number
  /** times that the whole is repeated from its own result, at most; it stops when nothing is gained (default 3) */
  rounds?: number
}

const DEFAULT_ROUNDS = 3

export function leiden(csr: Csr, { seed, rounds = DEFAULT_ROUNDS }: LeidenOptions): Measured<Communities> {
  if (csr.m === 0) return undefinedFor('no-ties')
  const random = createRandom(seed, STREAM.communities)
  const whole = levelOf(csr)
  let of = upTo(csr.n)
  let best = Number.NEGATIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const found = improve(whole, of, random)
    const modularity = modularityOf(whole, found)
    if (modularity <= best + 1e-12) break
    best = modularity
    of = found
  }
  const numbered = numberByFirst(of, csr.n)
  return measured({ ...numbered, modularity: best })
}

/** A network whose actors may stand for many: weighted ties, without those inside an actor. */
interface Level {
  n: number
  offsets: Uint32Array
  neighbours: Uint32Array
  /** ties that a tie stands for; whole, so exact up to 2^24 */
  weights: Float32Array
  /** tie ends, also of the ties inside */
  strength: Float64Array
  /** tie ends over all */
  ends: number
}

function levelOf({ n, m, offsets, neighbours }: Csr): Level {
  const strength = new Float64Array(n)
  for (let v = 0; v < n; v++) strength[v] = offsets[v + 1] - offsets[v]
  return {
    n,
    offsets,
    neighbours,
    weights: new Float32Array(2 * m).fill(1),
    strength,
    ends: 2 * m,
  }
}

/** One round from the partition `of`. */
function improve(whole: Level, start: Uint32Array, random: Random): Uint32Array {
  let level = whole
  let of: Uint32Array = start.slice()
  // actor of the current level that each actor of the network belongs to
  const within = upTo(whole.n)
  for (;;) {
    moveActors(level, of, random)
    const refined = refine(level, of, random)
    const parts = numberByFirst(refined, level.n)
    if (parts.count === level.n) break
    const communities = new Uint32Array(parts.count)
    for (let v = 0; v < level.n; v++) communities[parts.of[v]] = of[v]
    for (let v = 0; v < whole.n; v++) within[v] = parts.of[within[v]]
    of = numberByFirst(communities, level.n).of
    level = aggregate(level, parts.of, parts.count)
  }
  for (let v = 0; v < whole.n; v++) within[v] = of[within[v]]
  return within
}

/** Smaller gains are rounding. */
const NO_GAIN = 1e-10

/** Moves actors to the community with the highest gain until nobody wants to move, first all in random order, then those disturbed. */
function moveActors(level: Level, of: Uint32Array, random: Random): void {
  const { n, offsets, neighbours, weights, strength, ends } = level
  const total = new Float64Array(n)
  const members = new Uint32Array(n)
  for (let v = 0; v < n; v++) {
    total[of[v]] += strength[v]
    members[of[v]]++
  }
  const empty: number[] = []
  for (let c = 0; c < n; c++) if (members[c] === 0) empty.push(c)
  const queue = visitingOrder(n, random)
  const queued = new Uint8Array(n).fill(1)
  const toCommunity = new Float64Array(n)
  const nearby = new Uint32Array(n)
  for (let waiting = n, head = 0; waiting > 0; waiting--) {
    const v = queue[head]
    head = head + 1 === n ? 0 : head + 1
    queued[v] = 0
    const own = of[v]
    let near = 0
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      const c = of[neighbours[i]]
      if (toCommunity[c] === 0) nearby[near++] = c
      toCommunity[c] += weights[i]
    }
    total[own] -= strength[v]
    const share = strength[v] / ends
    let best = own
    let gain = toCommunity[own] - share * total[own]
    for (let x = 0; x < near; x++) {
      const c = nearby[x]
      const here = toCommunity[c] - share * total[c]
      toCommunity[c] = 0
      if (here > gain + NO_GAIN) {
        gain = here
        best = c
      }
    }
    if (gain < -NO_GAIN) best = empty[empty.length - 1]
    total[best] += strength[v]
    if (best === own) continue
    of[v] = best
    if (members[best]++ === 0) empty.pop()
    if (--members[own] === 0) empty.push(own)
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      const w = neighbours[i]
      if (queued[w] === 1 || of[w] === best) continue
      queued[w] = 1
      const end = head + waiting++ - 1
      queue[end < n ? end : end - n] = w
    }
  }
}

/**
 * Parts of every community: actors merge within it, each at most once, where part and actor are well connected to the rest of the
 * community and modularity gains.
 * @returns the part of every actor
 */
function refine(level: Level, of: Uint32Array, random: Random): Uint32Array {
  const { n, offsets, neighbours, weights, strength, ends } = level
  const part = upTo(n)
  const size = new Uint32Array(n).fill(1)
  const total = strength.slice()
  const communityTotal = new Float64Array(n)
  // ties between a part and the rest of its community
  const outward = new Float64Array(n)
  for (let v = 0; v < n; v++) {
    const own = of[v]
    let within = 0
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      if (of[neighbours[i]] === own) within += weights[i]
    }
    communityTotal[own] += strength[v]
    outward[v] = within
  }
  const isWellConnected = (p: number, all: number): boolean =>
    outward[p] >= (total[p] * (all - total[p])) / ends - NO_GAIN
  const toPart = new Float64Array(n)
  const nearby = new Uint32Array(n)
  const order = visitingOrder(n, random)
  for (let x = 0; x < n; x++) {
    const v = order[x]
    const own = of[v]
    const all = communityTotal[own]
    if (size[part[v]] > 1 || !isWellConnected(v, all)) continue
    let near = 0
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
      const other = neighbours[i]
      if (of[other] !== own) continue
      const p = part[other]
      if (toPart[p] === 0) nearby[near++] = p
      toPart[p] += weights[i]
    }
    let best = v
    let gain = NO_GAIN
    let between = 0
    for (let y = 0; y < near; y++) {
      const p = nearby[y]
      const here = toPart[p] - (strength[v] * total[p]) / ends
      if (here > gain && isWellConnected(p, all)) {
        best = p
        gain = here
        between = toPart[p]
      }
      toPart[p] = 0
    }
    if (best === v) continue
    part[v] = best
    size[best]++
    size[v] = 0
    total[best] += strength[v]
    outward[best] += outward[v] - 2 * between
  }
  return part
}

/** The network of the parts. */
function aggregate(level: Level, of: Uint32Array, count: number): Level {
  const { n, offsets, neighbours, weights, strength, ends } = level
  const starts = new Uint32Array(count + 1)
  for (let v = 0; v < n; v++) starts[of[v] + 1]++
  for (let p = 0; p < count; p++) starts[p + 1] += starts[p]
  const members = new Uint32Array(n)
  const cursor = starts.slice(0, count)
  for (let v = 0; v < n; v++) members[cursor[of[v]]++] = v

  const rows = new Uint32Array(count + 1)
  const ties = new Uint32Array(neighbours.length)
  const tieWeights = new Float32Array(neighbours.length)
  const total = new Float64Array(count)
  const toPart = new Float64Array(count)
  let length = 0
  for (let p = 0; p < count; p++) {
    for (let x = starts[p]; x < starts[p + 1]; x++) {
      const v = members[x]
      total[p] += strength[v]
      for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
        const q = of[neighbours[i]]
        if (q === p) continue
        if (toPart[q] === 0) ties[length++] = q
        toPart[q] += weights[i]
      }
    }
    for (let i = rows[p]; i < length; i++) {
      tieWeights[i] = toPart[ties[i]]
      toPart[ties[i]] = 0
    }
    rows[p + 1] = length
  }
  return {
    n: count,
    offsets: rows,
    neighbours: ties.slice(0, length),
    weights: tieWeights.slice(0, length),
    strength: total,
    ends,
  }
}

function modularityOf({ n, offsets, neighbours, strength, ends }: Level, of: Uint32Array): number {
  const total = new Float64Array(n)
  let inside = 0
  for (let v = 0; v < n; v++) {
    total[of[v]] += strength[v]
    for (let i = offsets[v]; i < offsets[v + 1]; i++) if (of[neighbours[i]] === of[v]) inside++
  }
  let squares = 0
  for (let c = 0; c < n; c++) squares += (total[c] / ends) ** 2
  return inside / ends - squares
}

/** The same partition, of numbers below `bound`, with the numbers 0 .. count - 1 by lowest actor. */
function numberByFirst(of: Uint32Array, bound: number): { of: Uint32Array; count: number } {
  const number = new Int32Array(bound).fill(-1)
  let count = 0
  const numbered = new Uint32Array(of.length)
  for (let v = 0; v < of.length; v++) {
    const c = of[v]
    if (number[c] < 0) number[c] = count++
    numbered[v] = number[c]
  }
  return { of: numbered, count }
}

/** 0 .. n - 1 */
function upTo(n: number): Uint32Array {
  const numbers = new Uint32Array(n)
  for (let v = 0; v < n; v++) numbers[v] = v
  return numbers
}

/** From so many actors on, memory is read in runs of RUN rows. */
const RUNS_FROM = 20_000
const RUN = 16

/** Everybody in random order; of very many, runs of neighbouring numbers in random order. */
function visitingOrder(n: number, random: Random): Uint32Array {
  const run = n < RUNS_FROM ? 1 : RUN
  const runs = shuffled(Math.ceil(n / run), random)
  const order = new Uint32Array(n)
  let length = 0
  for (let i = 0; i < runs.length; i++) {
    for (let v = run * runs[i], end = Math.min(n, v + run); v < end; v++) order[length++] = v
  }
  return order
}

function shuffled(n: number, random: Random): Uint32Array {
  const order = upTo(n)
  const places = new Uint32Array(n)
  random.places(places, 1)
  for (let i = n - 1; i > 0; i--) {
    const held = order[i]
    order[i] = order[places[i]]
    order[places[i]] = held
  }
  return order
}
