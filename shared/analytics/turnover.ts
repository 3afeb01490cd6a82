import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Turnover of ties between two dates.
 *
 *   net = new - ended      dissolution = ended / ties before      Jaccard = kept / (kept + new + ended)
 *
 * Snijders, van de Bunt & Steglich 2010, Soc Networks 32:44: below 0.2 to 0.3 there is too much churn to model.
 * O((n + m) log max degree). A tie of an actor who came in is new, of one who left is ended. Dissolution is undefined without ties
 * before, Jaccard without ties at both dates. Isolates play no part.
 */
export interface Turnover {
  before: number
  after: number
  kept: number
  started: number
  ended: number
  net: number
  dissolution: Measured<number>
  jaccard: Measured<number>
}

/** @param match for each actor of the later network its number in the earlier one, or -1 */
export function turnover(before: Csr, after: Csr, match: ArrayLike<number>): Turnover {
  let kept = 0
  for (let v = 0; v < after.n; v++) {
    if (match[v] < 0) continue
    for (let i = after.offsets[v]; i < after.offsets[v + 1]; i++) {
      const w = after.neighbours[i]
      if (w > v && match[w] >= 0 && hasTie(before, match[v], match[w])) kept++
    }
  }
  const started = after.m - kept
  const ended = before.m - kept
  const union = kept + started + ended
  return {
    before: before.m,
    after: after.m,
    kept,
    started,
    ended,
    net: started - ended,
    dissolution: before.m === 0 ? undefinedFor('no-ties') : measured(ended / before.m),
    jaccard: union === 0 ? undefinedFor('no-ties') : measured(kept / union),
  }
}

function hasTie({ offsets, neighbours }: Csr, a: number, b: number): boolean {
  let low = offsets[a]
  let high = offsets[a + 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (neighbours[middle] < b) low = middle + 1
    else high = middle
  }
  return low < offsets[a + 1] && neighbours[low] === b
}
