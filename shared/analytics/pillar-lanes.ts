import type { BlockSearch } from './block-search.ts'
import type { Csr } from './csr.ts'
import type { LabelBatch } from './label-draws.ts'
import { type Labels, sectorSizes } from './labels.ts'
import { LANES } from './lane-counts.ts'
import { composePillars, createPillarScratch, type PillarScratch } from './pillars.ts'

/**
 * The pillars of the index for labellings that come 32 at a time: the inner loop of the sampled benchmark.
 * Components and blocks do not depend on the sectors; per labelling O(n + m) counting, no allocation.
 *
 * @param search components and blocks of the network
 * @returns a reader of batches; it shows the pillars of every labelling in turn
 */
export function createLanePillars(
  csr: Csr,
  labels: Labels,
  search: BlockSearch,
  pooled: Uint8Array,
): (batch: LabelBatch, lanes: number, read: (scratch: PillarScratch) => void) => void {
  const { count } = labels
  const scratch = createPillarScratch(count)
  scratch.n = csr.n
  scratch.sizes.set(sectorSizes(labels))
  const place = placesOfTied(csr)
  const components = setsOf(search.componentCount, search.componentOffsets, search.componentMembers, place)
  const blocks = setsOf(search.blockCount, search.blockOffsets, search.blockMembers, place)
  const reached = new Uint32Array(LANES * count)
  const tally = new Uint32Array(LANES * count)
  const joined = new Float64Array(LANES)
  const whole = new Float64Array(LANES)
  return (batch, lanes, read) => {
    countReached(batch, lanes, count, reached)
    countCrossPairs(batch, components, count, tally, joined)
    countCrossPairs(batch, blocks, count, tally, whole)
    for (let j = 0; j < lanes; j++) {
      scratch.reachedTotal = 0
      for (let k = 0; k < count; k++) {
        scratch.reached[k] = reached[count * j + k]
        scratch.reachedTotal += scratch.reached[k]
      }
      scratch.joined = joined[j]
      scratch.whole = whole[j]
      composePillars(pooled, scratch)
      read(scratch)
    }
  }
}

/** Sets of two or more actors, in the numbering of the batch. */
interface Sets {
  offsets: number[]
  members: Uint32Array
}

function placesOfTied({ n, offsets }: Csr): Uint32Array {
  const place = new Uint32Array(n)
  let tied = 0
  for (let v = 0; v < n; v++) {
    place[v] = tied
    if (offsets[v + 1] > offsets[v]) tied++
  }
  return place
}

function setsOf(count: number, offsets: Uint32Array, members: Uint32Array, place: Uint32Array): Sets {
  const kept = [0]
  const places: number[] = []
  for (let c = 0; c < count; c++) {
    if (offsets[c + 1] - offsets[c] < 2) continue
    for (let i = offsets[c]; i < offsets[c + 1]; i++) places.push(place[members[i]])
    kept.push(places.length)
  }
  return { offsets: kept, members: Uint32Array.from(places) }
}

function countReached(
  { of, outside }: LabelBatch,
  lanes: number,
  sectors: number,
  reached: Uint32Array,
): void {
  reached.fill(0)
  for (let i = 0; i < outside.length; i++) {
    const word = outside[i]
    for (let j = 0; j < lanes; j++) reached[sectors * j + of[LANES * i + j]] += (word >>> j) & 1
  }
}

/** Per labelling the ordered pairs of two sectors inside one of the sets: sum of c^2 - sum_k c_k^2. */
function countCrossPairs(
  { of }: LabelBatch,
  { offsets, members }: Sets,
  sectors: number,
  tally: Uint32Array,
  pairs: Float64Array,
): void {
  pairs.fill(0)
  for (let c = 0; c < offsets.length - 1; c++) {
    const from = offsets[c]
    const to = offsets[c + 1]
    if (to - from === 2) {
      const a = LANES * members[from]
      const b = LANES * members[from + 1]
      for (let j = 0; j < LANES; j++) if (of[a + j] !== of[b + j]) pairs[j] += 2
      continue
    }
    for (let i = from; i < to; i++) {
      const a = LANES * members[i]
      for (let j = 0; j < LANES; j++) {
        // with those before of other sectors, in both orders
        pairs[j] += 2 * (i - from - tally[sectors * j + of[a + j]]++)
      }
    }
    tally.fill(0)
  }
}
