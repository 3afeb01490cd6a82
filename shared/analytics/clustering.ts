import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { trianglesPerActor } from './triangles.ts'

/**
 * Mean local clustering: (1/n) sum of 2 t_i / (d_i (d_i - 1)); 0 for an actor with fewer than two partners.
 * Watts & Strogatz 1998, Nature 393:440. O(m^1.5). Isolates count as 0. Undefined without actors.
 */
export function averageClustering(csr: Csr): Measured<number> {
  const { n, offsets } = csr
  if (n === 0) return undefinedFor('no-actors')
  const triangles = trianglesPerActor(csr)
  let sum = 0
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    if (d > 1) sum += (2 * triangles[v]) / (d * (d - 1))
  }
  return measured(sum / n)
}
