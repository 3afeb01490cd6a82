import type { Csr } from './csr.ts'
import type { Labels } from './labels.ts'
import { LANES, roomForWords } from './lane-counts.ts'
import { createRandom, STREAM } from './random.ts'

/**
 * Random labellings for the permutation tests: the network is kept, the sectors are shuffled over its actors.
 *
 * All tests read the same draws, so the b-th labelling of a seed is one and the same for each of them, whether they run together
 * or alone. Labellings come 32 at a time (lanes): a statement about a tie or an actor is one word, bit j for labelling j.
 * Actors without a partner stand first in the order that is shuffled and the shuffle stops before them: what they would get is
 * what is left over, and no statistic asks for it. O(n + m) per labelling, a few machine operations for each tie.
 */
export interface LabelBatch {
  /** actors with a partner, ascending; below they go by their place in this list */
  tied: Uint32Array
  /** both ends of every tie, lower first, as places in `tied` */
  ties: Uint32Array
  /** sector of actor i in labelling j at 32 i + j */
  of: Uint16Array
  /** the same bit by bit: planes[bits * i + b] has bit b of the sector of actor i, labelling j at bit j */
  planes: Int32Array
  bits: number
  /** per tie, and per actor: bit j where the ends differ, and where some partner differs, in labelling j */
  differs: Int32Array
  outside: Int32Array
}

/** Bit j where actor i is in sector k in labelling j. */
export function lanesInSector({ planes, bits }: LabelBatch, i: number, k: number): number {
  let word = -1
  for (let b = 0; b < bits; b++) {
    const plane = planes[bits * i + b]
    word &= (k >>> b) & 1 ? plane : ~plane
  }
  return word
}

/** Bits of the first `lanes` labellings. */
export function laneMask(lanes: number): number {
  return lanes === LANES ? -1 : (1 << lanes) - 1
}

export type OnDraw = (done: number, draws: number) => void

/** A statistic of one labelling, taken up by the draws it wants. */
export interface LabelTally {
  /** how many labellings it wants */
  draws: number
  /** reads the first `lanes` labellings of the batch */
  add(batch: LabelBatch, lanes: number): void
}

/**
 * Draws as many labellings as the tallies want and shows each tally its share.
 *
 * @param onDraw called after every 32 with how many are drawn and how many are wanted; may throw to stop
 */
export function drawLabellings(
  csr: Csr,
  labels: Labels,
  seed: number,
  tallies: readonly LabelTally[],
  onDraw?: OnDraw,
): void {
  const most = Math.max(0, ...tallies.map((tally) => tally.draws))
  if (most === 0) return
  const batch = createBatch(csr, labels.count)
  const pool = orderForShuffle(csr, labels, batch.tied)
  const random = createRandom(seed, STREAM.labels)
  const places = new Uint32Array(csr.n)
  for (let drawn = 0; drawn < most; drawn += LANES) {
    const lanes = Math.min(LANES, most - drawn)
    for (let j = 0; j < lanes; j++) {
      random.places(places, Math.max(1, csr.n - batch.tied.length))
      shuffleLane(pool, places, batch, j)
    }
    sliceLabels(batch)
    compareTies(batch)
    for (const tally of tallies) {
      const wanted = Math.min(lanes, tally.draws - drawn)
      if (wanted > 0) tally.add(batch, wanted)
    }
    onDraw?.(drawn + lanes, most)
  }
}

function createBatch(csr: Csr, sectors: number): LabelBatch {
  const { n, m, offsets, neighbours } = csr
  const place = new Uint32Array(n)
  const tied: number[] = []
  for (let v = 0; v < n; v++) {
    place[v] = tied.length
    if (offsets[v + 1] > offsets[v]) tied.push(v)
  }
  const ties = new Uint32Array(2 * m)
  let length = 0
  for (let v = 0; v < n; v++) {
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      if (neighbours[i] < v) continue
      ties[length++] = place[v]
      ties[length++] = place[neighbours[i]]
    }
  }
  const bits = Math.max(1, 32 - Math.clz32(sectors - 1))
  return {
    tied: Uint32Array.from(tied),
    ties,
    of: new Uint16Array(LANES * tied.length),
    planes: new Int32Array(bits * tied.length),
    bits,
    differs: new Int32Array(roomForWords(m)),
    outside: new Int32Array(tied.length),
  }
}

/** The sectors of the actors without a partner, then those of the others. */
function orderForShuffle({ n, offsets }: Csr, labels: Labels, tied: Uint32Array): Uint16Array {
  const pool = new Uint16Array(n)
  let length = 0
  for (let v = 0; v < n; v++) if (offsets[v + 1] === offsets[v]) pool[length++] = labels.of[v]
  for (let i = 0; i < tied.length; i++) pool[length++] = labels.of[tied[i]]
  return pool
}

/** Fisher-Yates from the last place down, as `shuffle`, ending where the actors without a partner begin. */
function shuffleLane(pool: Uint16Array, places: Uint32Array, { of, tied }: LabelBatch, lane: number): void {
  const first = pool.length - tied.length
  for (let i = pool.length - 1; i >= first; i--) {
    const drawn = pool[places[i]]
    pool[places[i]] = pool[i]
    pool[i] = drawn
    of[LANES * (i - first) + lane] = drawn
  }
}

// bit b of a nibble at bit 8b, so that eight lanes of four bits gather in one word
const SPREAD = Int32Array.from(
  { length: 16 },
  (_, x) => (x & 1) | ((x & 2) << 7) | ((x & 4) << 14) | ((x & 8) << 21),
)

function sliceLabels({ of, tied, planes, bits }: LabelBatch): void {
  for (let low = 0; low < bits; low += 4) {
    const upTo = Math.min(4, bits - low)
    for (let i = 0; i < tied.length; i++) {
      const at = LANES * i
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let j = 0; j < 8; j++) {
        a |= SPREAD[(of[at + j] >>> low) & 15] << j
        b |= SPREAD[(of[at + 8 + j] >>> low) & 15] << j
        c |= SPREAD[(of[at + 16 + j] >>> low) & 15] << j
        d |= SPREAD[(of[at + 24 + j] >>> low) & 15] << j
      }
      for (let p = 0; p < upTo; p++) {
        const byte = 8 * p
        planes[bits * i + low + p] =
          ((a >>> byte) & 255) |
          (((b >>> byte) & 255) << 8) |
          (((c >>> byte) & 255) << 16) |
          (((d >>> byte) & 255) << 24)
      }
    }
  }
}

function compareTies({ ties, planes, bits, differs, outside }: LabelBatch): void {
  outside.fill(0)
  for (let e = 0; 2 * e < ties.length; e++) {
    const a = ties[2 * e]
    const b = ties[2 * e + 1]
    let word = 0
    for (let p = 0; p < bits; p++) word |= planes[bits * a + p] ^ planes[bits * b + p]
    differs[e] = word
    outside[a] |= word
    outside[b] |= word
  }
}
