import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'

/** Ties within each sector, tie ends in each, and ties within and between sectors over all. O(n + m). */
export interface SectorTies {
  internal: number
  external: number
  /** per sector: internal ties, and tie ends D_k = 2 I_k + E_k */
  internalBySector: Float64Array
  endsBySector: Float64Array
}

export function sectorTies(csr: Csr, labels: Labels): SectorTies {
  const { offsets, neighbours } = csr
  const { of } = labels
  const internalBySector = new Float64Array(labels.count)
  const endsBySector = new Float64Array(labels.count)
  let internal = 0
  for (let v = 0; v < csr.n; v++) {
    const k = of[v]
    endsBySector[k] += offsets[v + 1] - offsets[v]
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      if (w > v && of[w] === k) {
        internalBySector[k]++
        internal++
      }
    }
  }
  return { internal, external: csr.m - internal, internalBySector, endsBySector }
}
