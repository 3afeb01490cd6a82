import { ASSIGNMENT_LIMIT, countAssignments, firstAssignment, nextAssignment } from './assignments.ts'
import { createBlockSearch, searchBlocks } from './block-search.ts'
import type { Csr } from './csr.ts'
import { smallSectors } from './integration-index.ts'
import { type Labels, occupiedSectors, sectorSizes } from './labels.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { createPillarScratch, measurePillars } from './pillars.ts'
import { createRandom, STREAM, shuffle } from './random.ts'

/**
 * Sector-blind benchmark: the mean integration index with sectors shuffled over the same ties.
 *
 * An index below it says that ties point inward; an index equal to a low one says that there are too few ties. Exact over all
 * n! / prod n_k! labellings up to 300,000, else the mean of 999 shuffles from the seed with its Monte-Carlo standard error.
 * Components and blocks do not depend on sectors and are found once: O(B * (n + m)). Undefined where the index is.
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

export function benchmark(csr: Csr, labels: Labels, seed: number): Measured<Benchmark> {
  if (csr.n < 2) return undefinedFor('fewer-than-two-actors')
  const sizes = sectorSizes(labels)
  if (occupiedSectors(sizes) < 2) return undefinedFor('one-sector')
  const search = createBlockSearch(csr.n)
  searchBlocks(csr, search)
  const pooled = smallSectors(sizes)
  const scratch = createPillarScratch(labels.count)
  let draws = 0
  let mean = 0
  let squares = 0
  // Welford 1962, Technometrics 4:419
  const read = (of: Uint16Array): void => {
    measurePillars(csr, of, pooled, search, scratch)
    draws++
    const distance = scratch.index - mean
    mean += distance / draws
    squares += distance * (scratch.index - mean)
  }

  if (countAssignments(sizes, ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    const of = firstAssignment(labels.of)
    do read(of)
    while (nextAssignment(of))
    return measured({ mean, deviation: Math.sqrt(squares / draws), error: 0, method: 'exact', draws })
  }
  const of = labels.of.slice()
  const random = createRandom(seed, STREAM.benchmark)
  while (draws < BENCHMARK_SHUFFLES) {
    shuffle(of, random)
    read(of)
  }
  const deviation = Math.sqrt(squares / (draws - 1))
  return measured({ mean, deviation, error: deviation / Math.sqrt(draws), method: 'sampled', draws })
}
