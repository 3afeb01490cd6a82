import type { Csr } from './csr.ts'
import type { LabelBatch } from './label-draws.ts'
import type { Labels } from './labels.ts'
import { countLanes, LANES, roomForWords } from './lane-counts.ts'
import { type TriangleTies, triangleTies } from './triangle-ties.ts'

/**
 * Liaison counts by sector for labellings that come 32 at a time: the inner loop of the sampled bridging test.
 *
 * Per actor the pairs of partners in two different sectors other than its own, by sector tallies, less those that are tied: the
 * triangles over three sectors, a bit of three words each. Per labelling O(m) counting and O(triangles / 32).
 *
 * @returns a reader of batches; liaison count of sector k in labelling j at K j + k
 */
export function createLaneLiaisons(csr: Csr, labels: Labels): (batch: LabelBatch) => Float64Array {
  const { count } = labels
  const bySector = new Float64Array(LANES * count)
  const tally = new Uint32Array(LANES * count)
  const samePairs = new Float64Array(LANES)
  const tied = new Float64Array(LANES)
  let network: TiedNetwork | null = null
  return (batch) => {
    network ??= createTiedNetwork(csr, batch)
    const { offsets, neighbours, triangles, mixed } = network
    bySector.fill(0)
    for (let i = 0; i < batch.tied.length; i++) {
      const d = offsets[i + 1] - offsets[i]
      if (d < 2) continue
      countSamePairs(batch.of, neighbours, offsets[i], offsets[i + 1], count, tally, samePairs)
      tied.fill(0)
      countLanes(mixed, markMixed(batch.differs, triangles, i, mixed), tied)
      for (let j = 0; j < LANES; j++) {
        const own = count * j + batch.of[LANES * i + j]
        const inside = tally[own]
        const outside = d - inside
        // pairs within the own sector are none of two outside it
        const equal = samePairs[j] - (inside * (inside - 1)) / 2
        bySector[own] += (outside * (outside - 1)) / 2 - equal - tied[j]
      }
      tally.fill(0)
    }
    return bySector
  }
}

interface TiedNetwork {
  /** partners, by place among the tied */
  offsets: Uint32Array
  neighbours: Uint32Array
  triangles: TriangleTies
  /** room for one word per triangle of an actor */
  mixed: Int32Array
}

function createTiedNetwork(csr: Csr, { tied }: LabelBatch): TiedNetwork {
  const place = new Uint32Array(csr.n)
  const offsets = new Uint32Array(tied.length + 1)
  for (let i = 0; i < tied.length; i++) {
    place[tied[i]] = i
    offsets[i + 1] = csr.offsets[tied[i] + 1]
  }
  const triangles = triangleTies(csr)
  let most = 0
  for (let i = 0; i < tied.length; i++) {
    most = Math.max(most, triangles.offsets[tied[i] + 1] - triangles.offsets[tied[i]])
  }
  return {
    offsets,
    neighbours: csr.neighbours.map((w) => place[w]),
    triangles: {
      ...triangles,
      offsets: Uint32Array.from([0, ...Array.from(tied, (v) => triangles.offsets[v + 1])]),
    },
    mixed: new Int32Array(roomForWords(most)),
  }
}

/** Pairs of partners in one sector, and in `tally` the partners by sector. */
function countSamePairs(
  of: Uint16Array,
  neighbours: Uint32Array,
  from: number,
  to: number,
  sectors: number,
  tally: Uint32Array,
  samePairs: Float64Array,
): void {
  samePairs.fill(0)
  for (let i = from; i < to; i++) {
    const w = LANES * neighbours[i]
    for (let j = 0; j < LANES; j++) samePairs[j] += tally[sectors * j + of[w + j]]++
  }
}

/** One word per triangle of actor i: bit j where its three corners are in three sectors. */
function markMixed(
  differs: Int32Array,
  { offsets, ties }: TriangleTies,
  i: number,
  mixed: Int32Array,
): number {
  const from = offsets[i]
  const length = offsets[i + 1] - from
  for (let t = 0; t < length; t++) {
    const at = 3 * (from + t)
    mixed[t] = differs[ties[at]] & differs[ties[at + 1]] & differs[ties[at + 2]]
  }
  return length
}
