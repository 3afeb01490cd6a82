import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * Modularity of the sector partition: sum over sectors of I_k / m - (D_k / 2m)^2. Newman & Girvan 2004, PRE 69:026113.
 * O(n + m). Undefined without ties. Isolates play no part.
 */
export function modularity(csr: Csr, labels: Labels): Measured<number> {
  const { m } = csr
  if (m === 0) return undefinedFor('no-ties')
  const { internal, endsBySector } = sectorTies(csr, labels)
  let squares = 0
  for (let k = 0; k < labels.count; k++) squares += (endsBySector[k] / (2 * m)) ** 2
  return measured(internal / m - squares)
}
