import type { Csr } from './csr.ts'
import { drawLabellings, type LabelBatch } from './label-draws.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { LANES } from './lane-counts.ts'
import { createRandom, STREAM } from './random.ts'
import { ATTEMPTS_PER_TIE, createRewiring, REWIRING_LIMIT, rewire } from './rewiring.ts'

/**
 * Values of any measure over networks drawn from a null model.
 *
 *   labels    the network is kept, sectors are shuffled over its actors
 *   rewiring  everybody keeps sector and number of partners, who is tied to whom is drawn anew, 10 m attempted swaps apart
 *
 * The draws are those of `label-draws` and `rewiring-test` from the same seed, so that a tail counted here is the one printed
 * there. Krackhardt & Stern 1988, Soc Psych Q 51:123; Maslov & Sneppen 2002, Science 296:910; Fosdick et al. 2018, SIAM Rev 60:315.
 * O(B) readings of the measure, and O(n + m) a draw, 10 m attempts a rewiring.
 */
export type NullModel = 'labels' | 'rewiring'

export interface NullModelOptions {
  model: NullModel
  seed: number
  draws: number
  /** the measure of a drawn network; null where it is undefined */
  read: (csr: Csr, labels: Labels) => number | null
  /** called after each draw; may throw to stop */
  onDraw?: (done: number) => void
}

/** @returns the value of every draw, NaN where undefined; null where nothing can be drawn (fewer than two ties, or above 2^20) */
export function drawNullModel(csr: Csr, labels: Labels, options: NullModelOptions): Float64Array | null {
  const values = new Float64Array(options.draws)
  let drawn = 0
  const take = (network: Csr, labelling: Labels): void => {
    values[drawn++] = options.read(network, labelling) ?? Number.NaN
    options.onDraw?.(drawn)
  }
  if (options.model === 'labels') {
    const read = completeLabellings(csr, labels, take)
    drawLabellings(csr, labels, options.seed, [{ draws: options.draws, add: read }])
    return values
  }
  if (csr.m < 2 || csr.m > REWIRING_LIMIT) return null
  const random = createRandom(options.seed, STREAM.rewiring)
  const rewiring = createRewiring(csr)
  for (let b = 0; b < options.draws; b++) {
    rewire(rewiring, ATTEMPTS_PER_TIE * csr.m, random)
    take(withSortedRows(rewiring.csr), labels)
  }
  return values
}

/** Gives the actors without a partner what the others left over; which of them gets what makes no difference to any measure. */
function completeLabellings(csr: Csr, labels: Labels, take: (csr: Csr, labels: Labels) => void) {
  const sizes = sectorSizes(labels)
  const alone: number[] = []
  for (let v = 0; v < csr.n; v++) if (csr.offsets[v + 1] === csr.offsets[v]) alone.push(v)
  return ({ tied, of: drawn }: LabelBatch, lanes: number): void => {
    for (let lane = 0; lane < lanes; lane++) {
      const of = new Uint16Array(csr.n)
      const left = sizes.slice()
      for (let i = 0; i < tied.length; i++) {
        const k = drawn[LANES * i + lane]
        of[tied[i]] = k
        left[k]--
      }
      let k = 0
      for (const v of alone) {
        while (left[k] === 0) k++
        of[v] = k
        left[k]--
      }
      take(csr, { count: labels.count, of })
    }
  }
}

/** Every tie is in two rows, so going through the rows in order fills those of the partners in order. */
function withSortedRows({ n, m, offsets, neighbours }: Csr): Csr {
  const sorted = new Uint32Array(neighbours.length)
  const cursor = offsets.slice(0, n)
  for (let v = 0; v < n; v++)
    for (let i = offsets[v]; i < offsets[v + 1]; i++) sorted[cursor[neighbours[i]]++] = v
  return { n, m, offsets, neighbours: sorted }
}

/** How an observed value lies among those of a null model. */
export interface NullSummary {
  /** draws in which the measure is defined */
  defined: number
  mean: number
  deviation: number
  /** (b + 1) / (B + 1) over the defined draws; Phipson & Smyth 2010, SAGMB 9:39 */
  lower: number
  upper: number
  twoSided: number
  /** Monte-Carlo standard error of `twoSided` */
  error: number
  quantiles: { p025: number; p50: number; p975: number }
  histogram: { edges: number[]; counts: number[] }
}

const MOST_BINS = 40
/** Sums in another order may differ in their last bits: so near is equal. */
const SLACK = 1e-12

/** @returns null where the measure is defined in none of the draws */
export function summarizeNull(values: Float64Array, observed: number): NullSummary | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const defined = sorted.length
  if (defined === 0) return null
  const slack = SLACK * Math.max(1, Math.abs(observed))
  let sum = 0
  let atMost = 0
  let atLeast = 0
  for (const value of sorted) {
    sum += value
    if (value <= observed + slack) atMost++
    if (value >= observed - slack) atLeast++
  }
  const mean = sum / defined
  let squares = 0
  for (const value of sorted) squares += (value - mean) ** 2
  const lower = (atMost + 1) / (defined + 1)
  const upper = (atLeast + 1) / (defined + 1)
  const twoSided = Math.min(1, 2 * Math.min(lower, upper))
  return {
    defined,
    mean,
    deviation: defined < 2 ? 0 : Math.sqrt(squares / (defined - 1)),
    lower,
    upper,
    twoSided,
    error: Math.sqrt((twoSided * (1 - twoSided)) / defined),
    quantiles: { p025: quantile(sorted, 0.025), p50: quantile(sorted, 0.5), p975: quantile(sorted, 0.975) },
    histogram: histogram(sorted, observed),
  }
}

/** Linear between order statistics: type 7 of Hyndman & Fan 1996, American Statistician 50:361, the default of R and numpy. */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const high = Math.min(sorted.length - 1, low + 1)
  return sorted[low] + (at - low) * (sorted[high] - sorted[low])
}

/** Equal widths from the least to the greatest of draws and observed value; whole numbers get bins around whole numbers. */
function histogram(sorted: Float64Array, observed: number): NullSummary['histogram'] {
  const least = Math.min(sorted[0], observed)
  const most = Math.max(sorted[sorted.length - 1], observed)
  const whole = Number.isInteger(observed) && sorted.every(Number.isInteger)
  const width = whole
    ? Math.max(1, Math.ceil((most - least + 1) / MOST_BINS))
    : (most - least) / binsOf(sorted)
  const from = whole ? least - 0.5 : least
  const bins = width === 0 ? 1 : whole ? Math.ceil((most + 0.5 - from) / width) : binsOf(sorted)
  const edges = Array.from({ length: bins + 1 }, (_, i) => (width === 0 ? from - 0.5 + i : from + i * width))
  if (!whole && width > 0) edges[bins] = most
  const counts = new Array<number>(bins).fill(0)
  for (const value of sorted) {
    let bin = Math.min(bins - 1, Math.max(0, Math.floor((value - edges[0]) / (edges[1] - edges[0]))))
    // the quotient may round across an edge
    if (value < edges[bin]) bin--
    else if (bin < bins - 1 && value >= edges[bin + 1]) bin++
    counts[bin]++
  }
  return { edges, counts }
}

const binsOf = (sorted: Float64Array): number => Math.min(MOST_BINS, Math.ceil(2 * Math.cbrt(sorted.length)))
