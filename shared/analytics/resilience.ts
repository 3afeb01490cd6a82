import { createBlockSearch, searchBlocks } from './block-search.ts'
import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Resilience: share of pairs still joined if any one third actor leaves, sum b(b-1) / (n(n-1)) over block sizes b.
 * Moody & White 2003, ASR 68:103. O(n + m). Isolates count. Undefined for n < 2. A pair of partners always shares a block.
 */
export function resilience(csr: Csr): Measured<number> {
  const { n } = csr
  if (n < 2) return undefinedFor('fewer-than-two-actors')
  const search = createBlockSearch(n)
  searchBlocks(csr, search)
  let pairs = 0
  for (let b = 0; b < search.blockCount; b++) {
    const size = search.blockOffsets[b + 1] - search.blockOffsets[b]
    pairs += size * (size - 1)
  }
  return measured(pairs / (n * (n - 1)))
}
