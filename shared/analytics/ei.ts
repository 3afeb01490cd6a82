import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { sectorTies } from './sector-ties.ts'

/**
 * E-I index: (external - internal) / (external + internal), each tie once; -1 all inside sectors, 1 all between them.
 *
 * Krackhardt & Stern 1988, Soc Psych Q 51:123. O(n + m). Undefined without ties; isolates play no part. Zero is not neutral:
 * compare with the expectation of `ei-test`.
 */
export function ei(csr: Csr, labels: Labels): Measured<number> {
  if (csr.m === 0) return undefinedFor('no-ties')
  const { internal, external } = sectorTies(csr, labels)
  return measured((external - internal) / csr.m)
}

/** The same for the ties of one actor. Undefined for an isolate. */
export function actorEi(csr: Csr, labels: Labels, v: number): Measured<number> {
  const from = csr.offsets[v]
  const to = csr.offsets[v + 1]
  if (from === to) return undefinedFor('no-partner')
  let outside = 0
  for (let i = from; i < to; i++) if (labels.of[csr.neighbours[i]] !== labels.of[v]) outside++
  return measured((2 * outside - (to - from)) / (to - from))
}
