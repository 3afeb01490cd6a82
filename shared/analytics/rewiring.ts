import type { Csr } from './csr.ts'
import type { Random } from './random.ts'

/**
 * Degree-preserving rewiring: two ties a-b and x-y become a-y and x-b, wherever that makes no self-tie and no repeated tie.
 *
 * A long chain of attempts visits every simple network with the same degrees equally often, because an attempt that is refused
 * counts as a step too. Maslov & Sneppen 2002, Science 296:910; Fosdick et al. 2018, SIAM Rev 60:315. O(1 + shorter row) per
 * attempt. The rows stay where they are and lose their ascending order: only for kernels that do not need it.
 */
export interface Rewiring {
  /** the current network; its rows are not sorted */
  csr: Csr
  /** per tie a-b: where b stands in the row of a, and a in the row of b */
  placeOfB: Uint32Array
  placeOfA: Uint32Array
}

/** Above this many ties two ends cannot be drawn from one bounded number. */
export const REWIRING_LIMIT = 2 ** 20

export const ATTEMPTS_PER_TIE = 10

export function createRewiring({ n, m, offsets, neighbours }: Csr): Rewiring {
  const placeOfB = new Uint32Array(m)
  const placeOfA = new Uint32Array(m)
  const cursor = offsets.slice(0, n)
  let e = 0
  // rows are ascending, so the actors with a lower number claim the places of a row from its front, in order
  for (let a = 0; a < n; a++) {
    for (let i = offsets[a]; i < offsets[a + 1]; i++) {
      const b = neighbours[i]
      if (b < a) continue
      placeOfB[e] = i
      placeOfA[e++] = cursor[b]++
    }
  }
  return { csr: { n, m, offsets, neighbours: neighbours.slice() }, placeOfB, placeOfA }
}

/** @returns how many of the attempts changed the network */
export function rewire(rewiring: Rewiring, attempts: number, random: Random): number {
  const { csr, placeOfB, placeOfA } = rewiring
  const { m, neighbours } = csr
  if (m < 2) return 0
  let swaps = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    const e = random.below(m)
    const drawn = random.below(2 * m)
    const f = drawn >>> 1
    const turned = (drawn & 1) === 1
    const inA = placeOfB[e]
    const inB = placeOfA[e]
    const inX = turned ? placeOfA[f] : placeOfB[f]
    const inY = turned ? placeOfB[f] : placeOfA[f]
    const a = neighbours[inB]
    const b = neighbours[inA]
    const x = neighbours[inY]
    const y = neighbours[inX]
    if (a === x || a === y || b === x || b === y) continue
    if (areTied(csr, a, y) || areTied(csr, x, b)) continue
    neighbours[inA] = y
    neighbours[inY] = a
    neighbours[inX] = b
    neighbours[inB] = x
    placeOfA[e] = inY
    placeOfB[f] = inX
    placeOfA[f] = inB
    swaps++
  }
  return swaps
}

/** Looks through the shorter of the two rows. */
function areTied({ offsets, neighbours }: Csr, v: number, w: number): boolean {
  const shorter = offsets[v + 1] - offsets[v] <= offsets[w + 1] - offsets[w] ? v : w
  const other = shorter === v ? w : v
  for (let i = offsets[shorter], end = offsets[shorter + 1]; i < end; i++)
    if (neighbours[i] === other) return true
  return false
}
