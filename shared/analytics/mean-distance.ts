import type { Csr } from './csr.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Mean distance: ties on the shortest path, averaged over the ordered pairs joined by any path that begin at `sources`
 * (all actors by default, which makes it exact).
 *
 * Watts & Strogatz 1998, Nature 393:440. O(sources * (n + m)). Undefined where no source has a partner.
 */
export function meanDistance(csr: Csr, sources?: ArrayLike<number>): Measured<number> {
  const { n, offsets, neighbours } = csr
  const seenFrom = new Uint32Array(n)
  const queue = new Uint32Array(n)
  const searches = sources?.length ?? n
  let total = 0
  let pairs = 0
  for (let s = 0; s < searches; s++) {
    queue[0] = sources ? sources[s] : s
    seenFrom[queue[0]] = s + 1
    let from = 0
    let to = 1
    for (let d = 1; from < to; d++) {
      let length = to
      for (let head = from; head < to; head++) {
        const v = queue[head]
        for (let i = offsets[v], end = offsets[v + 1]; i < end; i++) {
          const w = neighbours[i]
          if (seenFrom[w] === s + 1) continue
          seenFrom[w] = s + 1
          queue[length++] = w
        }
      }
      total += d * (length - to)
      from = to
      to = length
    }
    pairs += to - 1
  }
  return pairs === 0 ? undefinedFor('no-ties') : measured(total / pairs)
}
