import type { Csr } from './csr.ts'
import { type Communities, leiden } from './leiden.ts'
import { type Measured, measured, type Sampling, undefinedFor } from './measured.ts'

/**
 * Communities: the most modular partition that the Leiden method finds from several seeds, the earliest seed on equal ones.
 *
 * Traag, Waltman & van Eck 2019, Scientific Reports 9:5233. 50 seeds up to 2,000 actors, else one; O(m) a seed, about. The best
 * there is may still be better: finding it is hard (Brandes et al. 2008, IEEE Trans Knowl Data Eng 20:172). Undefined without ties.
 */
export interface BestCommunities extends Communities, Sampling {}

export const COMMUNITY_RULE = { seeds: 50, actors: 2_000 } as const

export function communities(csr: Csr, seed: number): Measured<BestCommunities> {
  const draws = csr.n > COMMUNITY_RULE.actors ? 1 : COMMUNITY_RULE.seeds
  let best: Communities | null = null
  for (let draw = 0; draw < draws; draw++) {
    const found = leiden(csr, { seed: seed + draw })
    if (found.value === null) return undefinedFor(found.reason)
    // equal partitions may differ in their last bits, depending on the order of sums
    if (!best || found.value.modularity > best.modularity + 1e-12) best = found.value
  }
  return best ? measured({ ...best, method: 'sampled', draws }) : undefinedFor('no-ties')
}
