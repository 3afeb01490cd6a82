import type { Csr } from './csr.ts'
import { type Labels, occupiedSectors, sectorSizes } from './labels.ts'
import type { MeasuredVector } from './measured.ts'

/**
 * Diversity of an actor's partners over sectors, with p_k the share of its partners in sector k.
 *
 *   blau       1 - sum p_k^2              iqv      blau * K / (K - 1), K sectors with a member: 1 spread over all alike
 *   shannon    -sum p_k ln p_k            effective  exp(shannon), the number of sectors as many as it
 *
 * Blau 1977, Inequality and Heterogeneity, Free Press; Mueller & Schuessler 1961, Statistical Reasoning in Sociology (IQV);
 * Shannon 1948, Bell Syst Tech J 27:379; Hill 1973, Ecology 54:427. O(n + m).
 * Undefined for isolates, iqv also with one sector; blau is always 0 with one partner, so read it with the degree.
 */
export interface PartnerDiversity {
  blau: MeasuredVector
  iqv: MeasuredVector
  shannon: MeasuredVector
  effective: MeasuredVector
}

export function partnerDiversity(csr: Csr, labels: Labels): PartnerDiversity {
  const { n, offsets, neighbours } = csr
  const { of } = labels
  const blau = new Float64Array(n)
  const shannon = new Float64Array(n)
  const defined = new Uint8Array(n)
  const tally = new Uint32Array(labels.count)
  for (let v = 0; v < n; v++) {
    const d = offsets[v + 1] - offsets[v]
    if (d === 0) continue
    for (let i = offsets[v]; i < offsets[v + 1]; i++) tally[of[neighbours[i]]]++
    let squares = 0
    let entropy = 0
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const k = of[neighbours[i]]
      const count = tally[k]
      if (count === 0) continue
      tally[k] = 0
      squares += count * count
      if (count < d) entropy -= (count / d) * Math.log(count / d)
    }
    blau[v] = 1 - squares / (d * d)
    shannon[v] = entropy
    defined[v] = 1
  }
  const sectors = occupiedSectors(sectorSizes(labels))
  const vector = (values: Float64Array): MeasuredVector => ({ values, defined, reason: 'no-partner' })
  return {
    blau: vector(blau),
    iqv:
      sectors < 2
        ? { values: new Float64Array(n), defined: new Uint8Array(n), reason: 'one-sector' }
        : vector(blau.map((value) => (value * sectors) / (sectors - 1))),
    shannon: vector(shannon),
    effective: vector(shannon.map(Math.exp)),
  }
}
