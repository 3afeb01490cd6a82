import { ASSIGNMENT_LIMIT, countAssignments, firstAssignment, nextAssignment } from './assignments.ts'
import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { liaisonsBySector } from './liaison.ts'
import type { Sampling } from './measured.ts'
import { createRandom, STREAM, shuffle } from './random.ts'
import { listTriangles } from './triangles.ts'

/**
 * Upper tail of every sector's liaison count under shuffled sectors: does it link other sectors more than chance.
 *
 * Exact over all n! / prod n_k! labellings up to 300,000, else 1,999 permutations from the seed with p = (b + 1) / (B + 1).
 * O(B * (m + triangles)).
 */
export interface BridgingTest {
  /** per sector */
  p: Float64Array
  sampling: Sampling
}

export const BRIDGING_PERMUTATIONS = 1_999

export function bridgingTest(csr: Csr, labels: Labels, seed: number): BridgingTest {
  const { count } = labels
  const triangles = listTriangles(csr)
  const tally = new Uint32Array(count)
  const observed = new Float64Array(count)
  liaisonsBySector(csr, labels.of, triangles, observed, tally)
  const drawn = new Float64Array(count)
  const atLeast = new Float64Array(count)
  const compare = (of: Uint16Array): void => {
    liaisonsBySector(csr, of, triangles, drawn, tally)
    for (let k = 0; k < count; k++) if (drawn[k] >= observed[k]) atLeast[k]++
  }

  if (countAssignments(sectorSizes(labels), ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    const of = firstAssignment(labels.of)
    let draws = 0
    do {
      compare(of)
      draws++
    } while (nextAssignment(of))
    return { p: atLeast.map((times) => times / draws), sampling: { method: 'exact', draws } }
  }
  const of = labels.of.slice()
  const random = createRandom(seed, STREAM.bridging)
  for (let b = 0; b < BRIDGING_PERMUTATIONS; b++) {
    shuffle(of, random)
    compare(of)
  }
  return {
    p: atLeast.map((times) => (times + 1) / (BRIDGING_PERMUTATIONS + 1)),
    sampling: { method: 'sampled', draws: BRIDGING_PERMUTATIONS },
  }
}
