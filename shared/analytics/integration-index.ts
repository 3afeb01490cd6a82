import { createBlockSearch, searchBlocks } from './block-search.ts'
import type { Csr } from './csr.ts'
import { type Labels, occupiedSectors, sectorSizes } from './labels.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'
import { createPillarScratch, measurePillars } from './pillars.ts'

/**
 * Integration index (Indeks Integrasi Ekosistem), 0 .. 100.
 *
 *   index = 100 * (J * S * C)^(1/3): the geometric mean of three countable shares, so that none can buy off another.
 *   J reach of actors, S reach of sectors with equal weight, C wholeness = (H + T) / 2.
 *
 * Geometric aggregation: OECD/JRC 2008, Handbook on Constructing Composite Indicators. T: Moody & White 2003, ASR 68:103.
 * O(n + m). Isolates count in every denominator. Undefined below two actors or two occupied sectors; 0 without a cross-sector tie.
 * At fixed actors, adding a tie never lowers J, S, H, T or the index.
 */
export interface IndexParts {
  /** shares, 0 .. 1 */
  J: number
  S: number
  H: number
  T: number
  C: number
  /** 0 .. 100 */
  index: number
  n: number
  /** groups that S is the mean of: the sectors, the small ones pooled into one */
  groups: number
  /** actors with a partner in another sector */
  reached: number
  /** the same per sector, and the members per sector */
  reachedBySector: number[]
  sizeBySector: number[]
}

/** Below this many members a sector is pooled with the other small ones in S. */
export const SMALL_SECTOR = 3

export function integrationIndex(csr: Csr, labels: Labels, pooled?: Uint8Array): Measured<IndexParts> {
  if (csr.n < 2) return undefinedFor('fewer-than-two-actors')
  const sizes = sectorSizes(labels)
  if (occupiedSectors(sizes) < 2) return undefinedFor('one-sector')
  const search = createBlockSearch(csr.n)
  searchBlocks(csr, search)
  const scratch = createPillarScratch(labels.count)
  measurePillars(csr, labels.of, pooled ?? smallSectors(sizes), search, scratch)
  const { J, S, H, T, C, index, n } = scratch
  return measured({
    J,
    S,
    H,
    T,
    C,
    index,
    n,
    groups: scratch.groups,
    reached: scratch.reachedTotal,
    reachedBySector: Array.from(scratch.reached),
    sizeBySector: Array.from(sizes),
  })
}

/** Marks the sectors that are pooled in S. An empty sector is marked too and weighs nothing. */
export function smallSectors(sizes: Uint32Array): Uint8Array {
  const pooled = new Uint8Array(sizes.length)
  for (let k = 0; k < sizes.length; k++) if (sizes[k] < SMALL_SECTOR) pooled[k] = 1
  return pooled
}
