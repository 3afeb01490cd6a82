import { ASSIGNMENT_LIMIT, countAssignments } from './assignments.ts'
import { createBlockSearch, searchBlocks } from './block-search.ts'
import type { Csr } from './csr.ts'
import { smallSectors } from './integration-index.ts'
import { drawLabellings, type LabelTally, type OnDraw } from './label-draws.ts'
import { type Labels, occupiedSectors, sectorSizes } from './labels.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { createLanePillars } from './pillar-lanes.ts'
import { walkPillars } from './pillar-walk.ts'
import type { PillarScratch } from './pillars.ts'

/**
 * Sector-blind benchmark: the mean integration index with sectors shuffled over the same ties.
 *
 * An index below it says that ties point inward; an index equal to a low one says that there are too few ties. Exact over all
 * n! / prod n_k! labellings up to 300,000, following what changes from one to the next; else the mean of 999 shuffles from the
 * seed, 32 at a time, with its Monte-Carlo standard error. Components and blocks do not depend on sectors and are found once.
 * Undefined where the index is.
 */
export interface Benchmark extends Sampling {
  /** mean index, 0 .. 100 */
  mean: number
  /** standard deviation over the labellings */
  deviation: number
  /** Monte-Carlo standard error of the mean; 0 when exact */
  error: number
}

export const BENCHMARK_SHUFFLES = 999

export function benchmark(csr: Csr, labels: Labels, seed: number, onDraw?: OnDraw): Measured<Benchmark> {
  const tally = benchmarkTally(csr, labels)
  drawLabellings(csr, labels, seed, [tally], onDraw)
  return tally.benchmark()
}

/** The same as a tally, to run with tests on the same draws. */
export interface BenchmarkTally extends LabelTally {
  /** once the draws are done */
  benchmark(): Measured<Benchmark>
}

export function benchmarkTally(csr: Csr, labels: Labels): BenchmarkTally {
  const sizes = sectorSizes(labels)
  if (csr.n < 2) return settled(undefinedFor('fewer-than-two-actors'))
  if (occupiedSectors(sizes) < 2) return settled(undefinedFor('one-sector'))
  const search = createBlockSearch(csr.n)
  searchBlocks(csr, search)
  const pooled = smallSectors(sizes)
  let draws = 0
  let mean = 0
  let squares = 0
  // Welford 1962, Technometrics 4:419
  const read = ({ index }: PillarScratch): void => {
    draws++
    const distance = index - mean
    mean += distance / draws
    squares += distance * (index - mean)
  }
  if (countAssignments(sizes, ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    walkPillars(csr, labels, search, pooled, read)
    return settled(
      measured({ mean, deviation: Math.sqrt(squares / draws), error: 0, method: 'exact', draws }),
    )
  }
  const addPillars = createLanePillars(csr, labels, search, pooled)
  return {
    draws: BENCHMARK_SHUFFLES,
    add: (batch, lanes) => addPillars(batch, lanes, read),
    benchmark() {
      const deviation = Math.sqrt(squares / (draws - 1))
      return measured({ mean, deviation, error: deviation / Math.sqrt(draws), method: 'sampled', draws })
    },
  }
}

function settled(found: Measured<Benchmark>): BenchmarkTally {
  return { draws: 0, add: () => {}, benchmark: () => found }
}
