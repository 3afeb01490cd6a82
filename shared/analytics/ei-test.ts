import { ASSIGNMENT_LIMIT, countAssignments, firstAssignment, nextAssignment } from './assignments.ts'
import type { Csr } from './csr.ts'
import { cutMoments } from './cut-moments.ts'
import { differs, type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { createRandom, STREAM, shuffle } from './random.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * Permutation test of the E-I index of the whole network: sectors are shuffled, the network is kept.
 *
 * Mean and variance of the external ties in closed form (`cut-moments`); lower tail P(external <= observed): do ties turn inward.
 * Exact over all n! / prod n_k! labellings up to 300,000, else 9,999 permutations from the seed with p = (b + 1) / (B + 1).
 * Krackhardt & Stern 1988, Soc Psych Q 51:123; Phipson & Smyth 2010, SAGMB 9:39. O(B * m). Undefined without ties.
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

export function eiTest(csr: Csr, labels: Labels, seed: number): Measured<EiTest> {
  const { m } = csr
  if (m === 0) return undefinedFor('no-ties')
  const sizes = sectorSizes(labels)
  const { mean, variance } = cutMoments(csr, sizes)
  const { external } = sectorTies(csr, labels)
  const ties = listTies(csr)
  let fewer = 0
  const compare = (of: Uint16Array): void => {
    let outside = 0
    for (let e = 0; e < ties.length; e += 2) outside += differs(of[ties[e]], of[ties[e + 1]])
    if (outside <= external) fewer++
  }
  const reading = { external, externalMean: mean, externalVariance: variance, expectedEi: (2 * mean - m) / m }

  if (countAssignments(sizes, ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    const of = firstAssignment(labels.of)
    let draws = 0
    do {
      compare(of)
      draws++
    } while (nextAssignment(of))
    return measured({ ...reading, p: fewer / draws, method: 'exact', draws })
  }
  const of = labels.of.slice()
  const random = createRandom(seed, STREAM.ei)
  for (let b = 0; b < EI_PERMUTATIONS; b++) {
    shuffle(of, random)
    compare(of)
  }
  return measured({
    ...reading,
    p: (fewer + 1) / (EI_PERMUTATIONS + 1),
    method: 'sampled',
    draws: EI_PERMUTATIONS,
  })
}

/** Every tie once, as a flat list of ends. */
function listTies(csr: Csr): Uint32Array {
  const ties = new Uint32Array(2 * csr.m)
  let length = 0
  for (let v = 0; v < csr.n; v++) {
    for (let i = csr.offsets[v]; i < csr.offsets[v + 1]; i++) {
      const w = csr.neighbours[i]
      if (w < v) continue
      ties[length++] = v
      ties[length++] = w
    }
  }
  return ties
}
