import { countCombinations, nextCombination } from './combinations.ts'
import type { Csr } from './csr.ts'
import { differs, type Labels, sectorSizes } from './labels.ts'
import type { Sampling } from './measured.ts'
import { createRandom, STREAM, shuffle } from './random.ts'

/**
 * Label-permutation tests of every sector: the network is kept, the sectors are shuffled over its actors.
 *
 *   reachP      P(reached <= observed)        lower tail: is the sector more cut off than chance
 *   pMin        P(reached = 0)
 *   floorP      P(reached <= smallest attainable count): how small reachP can get at all (Tarone 1990, Biometrics 46:515)
 *   externalP   P(external ties <= observed)  lower tail: does the sector turn inward (Krackhardt & Stern 1988)
 *
 * Exact by enumeration of the C(n, n_k) placements up to 20,000; else B = 9,999 permutations from the seed, all sectors at
 * once, and p = (b + 1) / (B + 1) (Phipson & Smyth 2010, SAGMB 9:39). O(B * (n + m)) time, no allocation per draw.
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
  const sizes = sectorSizes(labels)
  const observed = countOutside(csr, labels.of, labels.count)
  const tests: (SectorTest | null)[] = []
  const sampled: number[] = []
  for (let k = 0; k < labels.count; k++) {
    tests.push(null)
    if (sizes[k] === 0) continue
    if (countCombinations(csr.n, sizes[k], PLACEMENT_LIMIT) > PLACEMENT_LIMIT) sampled.push(k)
    else tests[k] = enumeratePlacements(csr, sizes[k], observed.reached[k], observed.external[k])
  }
  if (sampled.length > 0) {
    const drawn = drawPermutations(csr, labels, observed, seed)
    for (const k of sampled) tests[k] = drawn[k]
  }
  return tests
}

interface OutsideCounts {
  reached: Uint32Array
  external: Uint32Array
}

function countOutside(csr: Csr, of: Uint16Array, count: number, into?: OutsideCounts): OutsideCounts {
  const { n, offsets, neighbours } = csr
  const result = into ?? { reached: new Uint32Array(count), external: new Uint32Array(count) }
  const { reached, external } = result
  reached.fill(0)
  external.fill(0)
  for (let v = 0; v < n; v++) {
    const k = of[v]
    let outside = 0
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) outside += differs(of[neighbours[i]], k)
    external[k] += outside
    if (outside > 0) reached[k]++
  }
  return result
}

function enumeratePlacements(csr: Csr, size: number, reached: number, external: number): SectorTest {
  const { n, offsets, neighbours } = csr
  const chosen = Uint32Array.from({ length: size }, (_, i) => i)
  const inside = new Uint8Array(n)
  // how often each reached count came up
  const frequency = new Float64Array(size + 1)
  let fewerExternal = 0
  let draws = 0
  do {
    for (let i = 0; i < size; i++) inside[chosen[i]] = 1
    let reachedHere = 0
    let cut = 0
    for (let i = 0; i < size; i++) {
      const v = chosen[i]
      let outside = 0
      for (let j = offsets[v]; j < offsets[v + 1]; j++) outside += 1 - inside[neighbours[j]]
      if (outside > 0) reachedHere++
      cut += outside
    }
    for (let i = 0; i < size; i++) inside[chosen[i]] = 0
    frequency[reachedHere]++
    if (cut <= external) fewerExternal++
    draws++
  } while (nextCombination(chosen, n))
  let fewerReached = 0
  for (let r = 0; r <= reached; r++) fewerReached += frequency[r]
  const floor = frequency.findIndex((times) => times > 0)
  return {
    reachP: fewerReached / draws,
    pMin: frequency[0] / draws,
    floorP: frequency[floor] / draws,
    externalP: fewerExternal / draws,
    sampling: { method: 'exact', draws },
  }
}

function drawPermutations(csr: Csr, labels: Labels, observed: OutsideCounts, seed: number): SectorTest[] {
  const { count } = labels
  const random = createRandom(seed, STREAM.reach)
  const of = labels.of.slice()
  const drawn: OutsideCounts = { reached: new Uint32Array(count), external: new Uint32Array(count) }
  const fewerReached = new Uint32Array(count)
  const fewerExternal = new Uint32Array(count)
  const none = new Uint32Array(count)
  // the observed labelling is one of the possible ones, so its count is attainable too
  const floor = observed.reached.slice()
  const atFloor = new Uint32Array(count)
  for (let b = 0; b < PERMUTATIONS; b++) {
    shuffle(of, random)
    countOutside(csr, of, count, drawn)
    for (let k = 0; k < count; k++) {
      const r = drawn.reached[k]
      if (r <= observed.reached[k]) fewerReached[k]++
      if (r === 0) none[k]++
      if (drawn.external[k] <= observed.external[k]) fewerExternal[k]++
      if (r < floor[k]) {
        floor[k] = r
        atFloor[k] = 1
      } else if (r === floor[k]) atFloor[k]++
    }
  }
  const share = (times: number): number => (times + 1) / (PERMUTATIONS + 1)
  return Array.from({ length: count }, (_, k) => ({
    reachP: share(fewerReached[k]),
    pMin: share(none[k]),
    floorP: share(atFloor[k]),
    externalP: share(fewerExternal[k]),
    sampling: { method: 'sampled', draws: PERMUTATIONS },
  }))
}
