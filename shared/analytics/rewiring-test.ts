import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { createRandom, STREAM } from './random.ts'
import { ATTEMPTS_PER_TIE, createRewiring, REWIRING_LIMIT, rewire } from './rewiring.ts'

/**
 * Openness under degree-preserving rewiring: sectors and everybody's number of partners are kept, only who is tied to whom is
 * drawn anew. Lower tails per sector, p = (b + 1) / (B + 1):
 *
 *   reachP     P(members with a partner in another sector <= observed)
 *   externalP  P(ties to other sectors <= observed)
 *
 * The second null beside shuffled sectors: it cannot see that a sector is inactive (a sector without ties has p = 1), only that
 * its ties turn inward. 1,999 networks from the seed, 10 m attempted swaps between one and the next. Maslov & Sneppen 2002,
 * Science 296:910; Fosdick et al. 2018, SIAM Rev 60:315; Phipson & Smyth 2010, SAGMB 9:39. O(B * (n + 10 m)).
 * Undefined below two ties and above 2^20.
 */
export interface RewiringTest {
  /** per sector; an empty one has none */
  sectors: (SectorRewiring | null)[]
  /** share of attempts that changed the network: near 0, the degrees leave hardly any other network */
  accepted: number
  sampling: Sampling
}

export interface SectorRewiring {
  reachP: number
  externalP: number
  /** how often each reached count came up, 0 .. n_k */
  reachedFrequency: Uint32Array
  /** mean and standard deviation of the external ties */
  externalMean: number
  externalDeviation: number
}

export const REWIRINGS = 1_999

export interface RewiringOptions {
  seed: number
  /** networks drawn (default 1,999) */
  draws?: number
  /** called after each network; may throw to stop */
  onDraw?: (done: number) => void
}

export function rewiringTest(csr: Csr, labels: Labels, options: RewiringOptions): Measured<RewiringTest> {
  if (csr.m < 2) return undefinedFor(csr.m === 0 ? 'no-ties' : 'fewer-than-two-ties')
  if (csr.m > REWIRING_LIMIT) return undefinedFor('too-many-ties')
  const draws = options.draws ?? REWIRINGS
  const random = createRandom(options.seed, STREAM.rewiring)
  const tallies = createTallies(csr, labels)
  const rewiring = createRewiring(csr)
  const attempts = ATTEMPTS_PER_TIE * csr.m
  let swaps = 0
  for (let draw = 1; draw <= draws; draw++) {
    swaps += rewire(rewiring, attempts, random)
    tallyDraw(rewiring.csr, labels, tallies)
    options.onDraw?.(draw)
  }
  return measured({
    sectors: tallies.frequency.map((_, k) => sectorReading(tallies, k, draws)),
    accepted: draws === 0 ? 0 : swaps / (draws * attempts),
    sampling: { method: 'sampled', draws },
  })
}

interface Tallies {
  observedReached: Uint32Array
  observedExternal: Uint32Array
  reached: Uint32Array
  external: Uint32Array
  frequency: Uint32Array[]
  fewerExternal: Uint32Array
  externalSum: Float64Array
  externalSquares: Float64Array
}

function createTallies(csr: Csr, labels: Labels): Tallies {
  const { count } = labels
  const tallies: Tallies = {
    observedReached: new Uint32Array(count),
    observedExternal: new Uint32Array(count),
    reached: new Uint32Array(count),
    external: new Uint32Array(count),
    frequency: Array.from(sectorSizes(labels), (size) => new Uint32Array(size + 1)),
    fewerExternal: new Uint32Array(count),
    externalSum: new Float64Array(count),
    externalSquares: new Float64Array(count),
  }
  countOutside(csr, labels, tallies.observedReached, tallies.observedExternal)
  return tallies
}

function countOutside(csr: Csr, { of }: Labels, reached: Uint32Array, external: Uint32Array): void {
  const { n, offsets, neighbours } = csr
  reached.fill(0)
  external.fill(0)
  for (let v = 0; v < n; v++) {
    const k = of[v]
    let outside = 0
    for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) if (of[neighbours[i]] !== k) outside++
    external[k] += outside
    if (outside > 0) reached[k]++
  }
}

function tallyDraw(csr: Csr, labels: Labels, tallies: Tallies): void {
  const { reached, external, observedExternal, frequency, fewerExternal } = tallies
  countOutside(csr, labels, reached, external)
  for (let k = 0; k < labels.count; k++) {
    frequency[k][reached[k]]++
    if (external[k] <= observedExternal[k]) fewerExternal[k]++
    tallies.externalSum[k] += external[k]
    tallies.externalSquares[k] += external[k] * external[k]
  }
}

function sectorReading(tallies: Tallies, k: number, draws: number): SectorRewiring | null {
  const frequency = tallies.frequency[k]
  if (frequency.length === 1) return null
  let fewer = 0
  for (let r = 0; r <= tallies.observedReached[k]; r++) fewer += frequency[r]
  const mean = tallies.externalSum[k] / draws
  return {
    reachP: (fewer + 1) / (draws + 1),
    externalP: (tallies.fewerExternal[k] + 1) / (draws + 1),
    reachedFrequency: frequency,
    externalMean: mean,
    externalDeviation: Math.sqrt(Math.max(0, tallies.externalSquares[k] / draws - mean * mean)),
  }
}
