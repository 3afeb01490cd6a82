import { ASSIGNMENT_LIMIT, countAssignments, startAssignment, walkAssignments } from './assignments.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import type { Csr } from './csr.ts'
import { drawLabellings, type LabelTally, type OnDraw } from './label-draws.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { LANES } from './lane-counts.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'
import { type Mixing, mixing } from './mixing.ts'

/**
 * Permutation test of each cell of the mixing matrix: sectors are shuffled over the actors, the network is kept.
 *
 *   lower = P(ties_st <= observed),  upper = P(ties_st >= observed),  p = min(1, 2 min(lower, upper))
 *
 * Exact over all n! / prod n_k! labellings up to 300,000; else 9,999 permutations from the seed, one tail (b + 1) / (B + 1). q is
 * Benjamini-Hochberg over the cells s <= t in which at least one tie is expected: the others could hardly come out, and stay untested.
 * Krackhardt & Stern 1988, Soc Psych Q 51:123 (shuffled labels); Phipson & Smyth 2010, SAGMB 9:39; Benjamini & Hochberg 1995,
 * JRSS B 57:289. O(B (n + m + K^2)). Undefined without ties and above 120 sectors. Isolates keep their sector and count.
 */
export interface PairTest extends Sampling {
  count: number
  /** K x K, symmetric, NaN where untested */
  p: Float64Array
  q: Float64Array
  /** cells s <= t that were tested */
  tested: number
}

export const PAIR_PERMUTATIONS = 9_999
export const PAIR_TEST_SECTORS = 120
/** Fewer ties expected than this: greyed in the matrix and left out of the test. */
export const PAIR_EXPECTED = 1

export function pairTest(
  csr: Csr,
  labels: Labels,
  seed: number,
  draws = PAIR_PERMUTATIONS,
  onDraw?: OnDraw,
): Measured<PairTest> {
  if (csr.m === 0) return undefinedFor('no-ties')
  if (labels.count > PAIR_TEST_SECTORS) return undefinedFor('too-many-sectors')
  const matrix = mixing(csr, labels)
  if (matrix.value === null) return undefinedFor(matrix.reason)
  const cells = labels.count * labels.count
  const tails: Tails = { fewer: new Uint32Array(cells), more: new Uint32Array(cells) }
  const sizes = sectorSizes(labels)
  if (countAssignments(sizes, ASSIGNMENT_LIMIT) <= ASSIGNMENT_LIMIT) {
    const visited = enumerateCells(csr, sizes, matrix.value, tails)
    return measured(assemble(matrix.value, tails, 0, { method: 'exact', draws: visited }))
  }
  drawLabellings(csr, labels, seed, [cellTally(matrix.value, tails, draws)], onDraw)
  return measured(assemble(matrix.value, tails, 1, { method: 'sampled', draws }))
}

/** Per cell s <= t: labellings with at most, and with at least, as many ties as observed. */
interface Tails {
  fewer: Uint32Array
  more: Uint32Array
}

function compare({ count, observed }: Mixing, found: ArrayLike<number>, at: number, tails: Tails): void {
  for (let s = 0; s < count; s++) {
    for (let t = s; t < count; t++) {
      const cell = s * count + t
      const ties = found[at + cell]
      if (ties <= observed[cell]) tails.fewer[cell]++
      if (ties >= observed[cell]) tails.more[cell]++
    }
  }
}

function enumerateCells(csr: Csr, sizes: Uint32Array, matrix: Mixing, tails: Tails): number {
  const { count } = matrix
  const of = startAssignment(csr.n, sizes)
  const found = new Int32Array(count * count)
  const cell = (s: number, t: number): number => (s < t ? s * count + t : t * count + s)
  found[cell(of[0], of[0])] = csr.m
  const relabel = (v: number, from: number, to: number): void => {
    for (let i = csr.offsets[v]; i < csr.offsets[v + 1]; i++) {
      const k = of[csr.neighbours[i]]
      found[cell(from, k)]--
      found[cell(to, k)]++
    }
  }
  return walkAssignments(of, sizes, relabel, () => compare(matrix, found, 0, tails))
}

function cellTally(matrix: Mixing, tails: Tails, draws: number): LabelTally {
  const { count } = matrix
  const cells = count * count
  const found = new Uint16Array(LANES * cells)
  const wide = new Uint32Array(LANES * cells)
  return {
    draws,
    add({ ties, of }, lanes) {
      // 16 bits hold the counts of all but the largest networks and stay in the cache
      const counts = ties.length / 2 <= 65_535 ? found : wide
      counts.fill(0, 0, lanes * cells)
      for (let e = 0; e < ties.length; e += 2) {
        const a = LANES * ties[e]
        const b = LANES * ties[e + 1]
        for (let j = 0; j < lanes; j++) {
          const s = of[a + j]
          const t = of[b + j]
          counts[j * cells + (s < t ? s * count + t : t * count + s)]++
        }
      }
      for (let j = 0; j < lanes; j++) compare(matrix, counts, j * cells, tails)
    },
  }
}

/** @param extra 1 where the observed labelling is added to those drawn */
function assemble({ count, expected }: Mixing, tails: Tails, extra: number, sampling: Sampling): PairTest {
  const p = new Float64Array(count * count).fill(Number.NaN)
  const q = p.slice()
  const family: number[] = []
  for (let s = 0; s < count; s++) {
    for (let t = s; t < count; t++) {
      const cell = s * count + t
      if (expected[cell] < PAIR_EXPECTED) continue
      const tail = Math.min(tails.fewer[cell], tails.more[cell]) + extra
      p[cell] = Math.min(1, (2 * tail) / (sampling.draws + extra))
      p[t * count + s] = p[cell]
      family.push(cell)
    }
  }
  const adjusted = benjaminiHochberg(family.map((cell) => p[cell]))
  for (const [i, cell] of family.entries()) {
    q[cell] = adjusted[i]
    q[(cell % count) * count + Math.floor(cell / count)] = adjusted[i]
  }
  return { count, p, q, tested: family.length, ...sampling }
}
