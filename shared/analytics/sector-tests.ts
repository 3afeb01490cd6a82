import { countCombinations, nextCombination } from './combinations.ts'
import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'
import { drawLabellings, type LabelBatch, type LabelTally, laneMask, lanesInSector } from './label-draws.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { countLanes, LANES } from './lane-counts.ts'
import type { Sampling } from './measured.ts'
import { type SectorReach, sectorReach } from './sector-reach.ts'

/**
 * Label-permutation tests of every sector: the network is kept, the sectors are shuffled over its actors.
 *
 *   reachP      P(reached <= observed)        lower tail: is the sector more cut off than chance
 *   pMin        P(reached = 0)
 *   floorP      P(reached <= smallest attainable count): how small reachP can get at all (Tarone 1990, Biometrics 46:515)
 *   externalP   P(external ties <= observed)  lower tail: does the sector turn inward (Krackhardt & Stern 1988)
 *
 * Exact by enumeration of the C(n, n_k) placements up to 20,000, once for sectors of equal size; else B = 9,999 permutations from
 * the seed, all sectors at once and 32 labellings at a time, with p = (b + 1) / (B + 1) (Phipson & Smyth 2010, SAGMB 9:39).
 */
export interface SectorTest {
  reachP: number
  pMin: number
  floorP: number
  externalP: number
  sampling: Sampling
}

export const PLACEMENT_LIMIT = 20_000
export const PERMUTATIONS = 9_999

/** One entry per sector; null for an empty one. */
export function sectorTests(csr: Csr, labels: Labels, seed: number): (SectorTest | null)[] {
  const tally = sectorTally(csr, labels)
  drawLabellings(csr, labels, seed, [tally])
  return tally.tests()
}

/** The same as a tally, to run with others on the same draws. */
export interface SectorTally extends LabelTally {
  /** once the draws are done */
  tests(): (SectorTest | null)[]
}

export function sectorTally(csr: Csr, labels: Labels): SectorTally {
  const sizes = sectorSizes(labels)
  const observed = sectorReach(csr, labels)
  const bySize = new Map<number, Placements>()
  const exact: (SectorTest | null)[] = observed.map(({ n, reached, external }) => {
    if (n === 0 || countCombinations(csr.n, n, PLACEMENT_LIMIT) > PLACEMENT_LIMIT) return null
    const placements = bySize.get(n) ?? enumeratePlacements(csr, n)
    bySize.set(n, placements)
    return readPlacements(placements, reached, external)
  })
  const sampled = exact.some((test, k) => test === null && sizes[k] > 0)
  const counts = createOutsideCounts(sizes, csr.n)
  const degree = degrees(csr).filter((d) => d > 0)
  const tails = createTails(observed)
  return {
    draws: sampled ? PERMUTATIONS : 0,
    add(batch, lanes) {
      countOutside(batch, degree, lanes, counts)
      addToTails(tails, counts, lanes)
    },
    tests: () => exact.map((test, k) => test ?? (sizes[k] === 0 ? null : readTails(tails, k))),
  }
}

/** How often each count came up over all placements of a sector of one size. */
interface Placements {
  reached: Float64Array
  external: Float64Array
  draws: number
}

function enumeratePlacements(csr: Csr, size: number): Placements {
  const { n, m, offsets, neighbours } = csr
  const chosen = Uint32Array.from({ length: size }, (_, i) => i)
  const inside = new Uint8Array(n)
  const placements = { reached: new Float64Array(size + 1), external: new Float64Array(2 * m + 1), draws: 0 }
  do {
    for (let i = 0; i < size; i++) inside[chosen[i]] = 1
    let reached = 0
    let external = 0
    for (let i = 0; i < size; i++) {
      const v = chosen[i]
      let outside = 0
      for (let j = offsets[v]; j < offsets[v + 1]; j++) outside += 1 - inside[neighbours[j]]
      if (outside > 0) reached++
      external += outside
    }
    for (let i = 0; i < size; i++) inside[chosen[i]] = 0
    placements.reached[reached]++
    placements.external[external]++
    placements.draws++
  } while (nextCombination(chosen, n))
  return placements
}

function readPlacements({ reached, external, draws }: Placements, r: number, e: number): SectorTest {
  const upTo = (frequency: Float64Array, last: number): number => {
    let times = 0
    for (let i = 0; i <= last; i++) times += frequency[i]
    return times / draws
  }
  return {
    reachP: upTo(reached, r),
    pMin: reached[0] / draws,
    floorP: reached[reached.findIndex((times) => times > 0)] / draws,
    externalP: upTo(external, e),
    sampling: { method: 'exact', draws },
  }
}

/** Counts of a batch, of sector k in labelling j at K j + k. */
interface OutsideCounts {
  sectors: number
  reached: Uint32Array
  external: Float64Array
  /** the largest sector, whose ties are counted as what the others leave */
  largest: number
  inLargest: Int32Array
  /** per labelling: ties between sectors, ties inside one of the others */
  between: Float64Array
  withinOthers: Float64Array
}

function createOutsideCounts(sizes: Uint32Array, n: number): OutsideCounts {
  const sectors = sizes.length
  return {
    sectors,
    reached: new Uint32Array(LANES * sectors),
    external: new Float64Array(LANES * sectors),
    largest: sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0)),
    inLargest: new Int32Array(n),
    between: new Float64Array(LANES),
    withinOthers: new Float64Array(LANES),
  }
}

function countOutside(batch: LabelBatch, degree: Uint32Array, lanes: number, counts: OutsideCounts): void {
  const { sectors, external, largest, between, withinOthers } = counts
  const { ties, differs } = batch
  countEnds(batch, degree, lanes, counts)
  countWithinOthers(batch, lanes, counts)
  between.fill(0)
  countLanes(differs, ties.length / 2, between)
  for (let j = 0; j < lanes; j++) {
    external[sectors * j + largest] -= ties.length - 2 * (between[j] + withinOthers[j])
  }
}

/** Reached members, and as external ties at first all tie ends. */
function countEnds(
  { of, outside }: LabelBatch,
  degree: Uint32Array,
  lanes: number,
  { sectors, reached, external }: OutsideCounts,
): void {
  external.fill(0)
  for (let i = 0; i < outside.length; i++) {
    const word = outside[i]
    const ends = BOTH * degree[i]
    for (let j = 0; j < lanes; j++) external[sectors * j + of[LANES * i + j]] += ends + ((word >>> j) & 1)
  }
  for (let at = 0; at < sectors * lanes; at++) {
    const ends = Math.floor(external[at] / BOTH)
    reached[at] = external[at] - BOTH * ends
    external[at] = ends
  }
}

/** Two whole numbers in one: tie ends as multiples of it, members below it. Exact up to 2^21 actors and 2^32 ends. */
const BOTH = 2 ** 21

/** Takes out both ends of the ties inside sectors other than the largest: only there one bit is looked at after the other. */
function countWithinOthers(batch: LabelBatch, lanes: number, counts: OutsideCounts): void {
  const { of, ties, differs } = batch
  const { sectors, external, largest, inLargest, withinOthers } = counts
  for (let i = 0; i < batch.outside.length; i++) inLargest[i] = lanesInSector(batch, i, largest)
  withinOthers.fill(0)
  const mask = laneMask(lanes)
  for (let e = 0; 2 * e < ties.length; e++) {
    const a = ties[2 * e]
    let word = ~differs[e] & ~inLargest[a] & mask
    while (word !== 0) {
      const j = 31 - Math.clz32(word)
      word ^= 1 << j
      external[sectors * j + of[LANES * a + j]] -= 2
      withinOthers[j]++
    }
  }
}

/** Per sector: how often the drawn counts were as low as the observed ones. */
interface Tails {
  observed: readonly SectorReach[]
  fewerReached: Uint32Array
  fewerExternal: Uint32Array
  none: Uint32Array
  /** the smallest reached count seen, and how often; the observed labelling is a possible one too */
  floor: Uint32Array
  atFloor: Uint32Array
}

function createTails(observed: readonly SectorReach[]): Tails {
  const zeros = (): Uint32Array => new Uint32Array(observed.length)
  return {
    observed,
    fewerReached: zeros(),
    fewerExternal: zeros(),
    none: zeros(),
    floor: Uint32Array.from(observed, ({ reached }) => reached),
    atFloor: zeros(),
  }
}

function addToTails(tails: Tails, { sectors, reached, external }: OutsideCounts, lanes: number): void {
  const { fewerReached, fewerExternal, none, floor, atFloor } = tails
  for (let k = 0; k < sectors; k++) {
    const observed = tails.observed[k]
    for (let at = k; at < sectors * lanes; at += sectors) {
      const r = reached[at]
      if (r <= observed.reached) fewerReached[k]++
      if (r === 0) none[k]++
      if (external[at] <= observed.external) fewerExternal[k]++
      if (r < floor[k]) {
        floor[k] = r
        atFloor[k] = 1
      } else if (r === floor[k]) atFloor[k]++
    }
  }
}

function readTails({ fewerReached, fewerExternal, none, atFloor }: Tails, k: number): SectorTest {
  const share = (times: number): number => (times + 1) / (PERMUTATIONS + 1)
  return {
    reachP: share(fewerReached[k]),
    pMin: share(none[k]),
    floorP: share(atFloor[k]),
    externalP: share(fewerExternal[k]),
    sampling: { method: 'sampled', draws: PERMUTATIONS },
  }
}
