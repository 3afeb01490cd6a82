import type { Csr } from './csr.ts'
import { type Measured, type MeasuredVector, measured, undefinedFor } from './measured.ts'
import { trianglesPerActor } from './triangles.ts'

/**
 * Local clustering: the share of an actor's pairs of partners that are partners themselves, 2 t / (d (d - 1)).
 * Watts & Strogatz 1998, Nature 393:440. O(m^1.5). Undefined below two partners.
 */
export function localClustering(csr: Csr): MeasuredVector {
  const { n, offsets } = csr
  const triangles = trianglesPerActor(csr)
  const values = new Float64Array(n)
  const defined = new Uint8Array(n)
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    if (d < 2) continue
    values[v] = (2 * triangles[v]) / (d * (d - 1))
    defined[v] = 1
  }
  return { values, defined, reason: 'fewer-than-two-partners' }
}

/**
 * Mean local clustering over all actors; one with fewer than two partners, isolates too, counts as 0. Undefined without actors.
 * The sum runs by number of actor.
 */
export function averageClustering(csr: Csr): Measured<number> {
  if (csr.n === 0) return undefinedFor('no-actors')
  const { values } = localClustering(csr)
  let sum = 0
  for (let v = 0; v < csr.n; v++) sum += values[v]
  return measured(sum / csr.n)
}
