import { ASSIGNMENT_LIMIT, countAssignments } from './assignments.ts'
import type { Csr } from './csr.ts'
import { drawLabellings, type LabelTally } from './label-draws.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { liaisons } from './liaison.ts'
import { createLaneLiaisons } from './liaison-lanes.ts'
import { walkLiaisons } from './liaison-walk.ts'
import type { Sampling } from './measured.ts'

/**
 * Upper tail of every sector's liaison count under shuffled sectors: does it link other sectors more than chance.
 *
 * Exact over all n! / prod n_k! labellings up to 300,000, following what changes from one to the next; else 1,999 permutations from
 * the seed, 32 at a time, with p = (b + 1) / (B + 1).
 */
export interface BridgingTest {
  /** per sector */
  p: Float64Array
  sampling: Sampling
}

export const BRIDGING_PERMUTATIONS = 1_999

export function bridgingTest(csr: Csr, labels: Labels, seed: number): BridgingTest {
  const tally = bridgingTally(csr, labels)
  drawLabellings(csr, labels, seed, [tally])
  return tally.test()
}

/** The same as a tally, to run with others on the same draws. */
export interface BridgingTally extends LabelTally {
  /** once the draws are done */
  test(): BridgingTest
}

export function bridgingTally(csr: Csr, labels: Labels): BridgingTally {
  const { count } = labels
  const observed = liaisons(csr, labels).bySector
  const atLeast = new Float64Array(count)
  const compare = (bySector: Float64Array, from: number): void => {
    for (let k = 0; k < count; k++) if (bySector[from + k] >= observed[k]) atLeast[k]++
  }
  if (countAssignments(sectorSizes(labels), ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    const draws = walkLiaisons(csr, labels, (bySector) => compare(bySector, 0))
    const p = atLeast.map((times) => times / draws)
    return { draws: 0, add: () => {}, test: () => ({ p, sampling: { method: 'exact', draws } }) }
  }
  const draws = BRIDGING_PERMUTATIONS
  const countLiaisons = createLaneLiaisons(csr, labels)
  return {
    draws,
    add(batch, lanes) {
      const bySector = countLiaisons(batch)
      for (let j = 0; j < lanes; j++) compare(bySector, count * j)
    },
    test: () => ({
      p: atLeast.map((times) => (times + 1) / (draws + 1)),
      sampling: { method: 'sampled', draws },
    }),
  }
}
