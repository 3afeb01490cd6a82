import type { Csr } from './csr.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { mixing, observedOverExpected } from './mixing.ts'

/**
 * Helix coverage: which roles take part, and which two roles work together at all.
 *
 *   pairs met = pairs of different roles with >= 1 tie, of R(R-1)/2 (15 for six roles)
 *   density   = ties / (n_a n_b) between two roles;   ratio = ties / ties expected with roles shuffled over the network
 *
 * Carayannis & Campbell 2009, Int J Technol Manage 46:201 (helix); Newman 2003, PRE 67:026126 (expectation). O(n + m + R^2).
 * Actors of a class beyond the roles have no role: they count in the network and in no pair. A role without actors is absent, and
 * its densities are undefined. Isolates make their role present. Undefined for n < 2.
 */
export interface HelixCoverage {
  /** per role: its actors */
  actors: number[]
  /** roles with an actor, and with a tie to another role */
  present: number
  linked: number
  pairsMet: number
  pairsPossible: number
  /** pairs of roles a < b, in order */
  pairs: RolePair[]
}

export interface RolePair {
  a: number
  b: number
  ties: number
  expected: number
  density: Measured<number>
  ratio: Measured<number>
}

/** @param roleCount the first so many classes are the roles */
export function helixCoverage(csr: Csr, labels: Labels, roleCount: number): Measured<HelixCoverage> {
  const matrix = mixing(csr, labels)
  if (matrix.value === null) return undefinedFor(matrix.reason)
  const { observed, expected, count } = matrix.value
  const sizes = sectorSizes(labels)
  const pairs: RolePair[] = []
  const linked = new Set<number>()
  for (let a = 0; a < roleCount; a++) {
    for (let b = a + 1; b < roleCount; b++) {
      const ties = observed[a * count + b]
      if (ties > 0) linked.add(a).add(b)
      const possible = sizes[a] * sizes[b]
      pairs.push({
        a,
        b,
        ties,
        expected: expected[a * count + b],
        density: possible === 0 ? undefinedFor('role-absent') : measured(ties / possible),
        ratio: possible === 0 ? undefinedFor('role-absent') : observedOverExpected(matrix.value, a, b),
      })
    }
  }
  const actors = Array.from(sizes.subarray(0, roleCount))
  return measured({
    actors,
    present: actors.filter((size) => size > 0).length,
    linked: linked.size,
    pairsMet: pairs.filter(({ ties }) => ties > 0).length,
    pairsPossible: pairs.length,
    pairs,
  })
}
