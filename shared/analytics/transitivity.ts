import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { trianglesPerActor } from './triangles.ts'

/**
 * Global clustering (transitivity): the share of paths of two ties that a third tie closes, 3 T / sum over actors of d(d-1)/2.
 *
 * Luce & Perry 1949, Psychometrika 14:95; Newman 2003, SIAM Review 45:167. O(m^1.5). Isolates and actors with one partner play
 * no part. Undefined where nobody has two partners.
 */
export interface Transitivity {
  /** triangles in the network, each once */
  triangles: number
  /** paths of two ties, each once */
  paths: number
  ratio: Measured<number>
}

export function transitivity(csr: Csr): Transitivity {
  const perActor = trianglesPerActor(csr)
  let corners = 0
  let paths = 0
  for (let v = 0; v < csr.n; v++) {
    const d = csr.offsets[v + 1] - csr.offsets[v]
    paths += (d * (d - 1)) / 2
    corners += perActor[v]
  }
  const triangles = corners / 3
  const ratio: Measured<number> =
    paths === 0 ? undefinedFor('fewer-than-two-partners') : measured(corners / paths)
  return { triangles, paths, ratio }
}
