import { ASSIGNMENT_LIMIT, countAssignments, startAssignment, walkAssignments } from './assignments.ts'
import type { Csr } from './csr.ts'
import { cutMoments } from './cut-moments.ts'
import { drawLabellings, type LabelTally, type OnDraw } from './label-draws.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { countLanes, LANES } from './lane-counts.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * Permutation test of the E-I index of the whole network: sectors are shuffled, the network is kept.
 *
 * Mean and variance of the external ties in closed form (`cut-moments`); lower tail P(external <= observed): do ties turn inward.
 * Exact over all n! / prod n_k! labellings up to 300,000, following what changes from one to the next; else 9,999 permutations
 * from the seed, 32 at a time, with p = (b + 1) / (B + 1). Krackhardt & Stern 1988, Soc Psych Q 51:123; Phipson & Smyth 2010,
 * SAGMB 9:39. Undefined without ties.
 */
export interface EiTest extends Sampling {
  external: number
  externalMean: number
  externalVariance: number
  /** E-I index at the mean */
  expectedEi: number
  /** P(external <= observed) */
  p: number
}

export const EI_PERMUTATIONS = 9_999

export function eiTest(csr: Csr, labels: Labels, seed: number, onDraw?: OnDraw): Measured<EiTest> {
  const tally = eiTally(csr, labels)
  drawLabellings(csr, labels, seed, [tally], onDraw)
  return tally.test()
}

/** The same as a tally, to run with others on the same draws. */
export interface EiTally extends LabelTally {
  /** once the draws are done */
  test(): Measured<EiTest>
}

export function eiTally(csr: Csr, labels: Labels): EiTally {
  const { m } = csr
  if (m === 0) return { draws: 0, add: () => {}, test: () => undefinedFor('no-ties') }
  const sizes = sectorSizes(labels)
  const { mean, variance } = cutMoments(csr, sizes)
  const { external } = sectorTies(csr, labels)
  const reading = { external, externalMean: mean, externalVariance: variance, expectedEi: (2 * mean - m) / m }
  if (countAssignments(sizes, ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    const { fewer, draws } = enumerateLabellings(csr, sizes, external)
    const exact = measured<EiTest>({ ...reading, p: fewer / draws, method: 'exact', draws })
    return { draws: 0, add: () => {}, test: () => exact }
  }
  let fewer = 0
  const between = new Float64Array(LANES)
  return {
    draws: EI_PERMUTATIONS,
    add({ differs }, lanes) {
      between.fill(0)
      countLanes(differs, m, between)
      for (let j = 0; j < lanes; j++) if (between[j] <= external) fewer++
    },
    test: () =>
      measured({
        ...reading,
        p: (fewer + 1) / (EI_PERMUTATIONS + 1),
        method: 'sampled',
        draws: EI_PERMUTATIONS,
      }),
  }
}

function enumerateLabellings(
  csr: Csr,
  sizes: Uint32Array,
  observed: number,
): { fewer: number; draws: number } {
  const { n, offsets, neighbours } = csr
  const of = startAssignment(n, sizes)
  let external = 0
  let fewer = 0
  const relabel = (v: number, from: number, to: number): void => {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const k = of[neighbours[i]]
      if (k === from) external++
      else if (k === to) external--
    }
  }
  const visit = (): void => {
    if (external <= observed) fewer++
  }
  const draws = walkAssignments(of, sizes, relabel, visit)
  return { fewer, draws }
}
