import type { Csr } from './csr.ts'
import { lowestTwins } from './twins.ts'

/**
 * The network with its actors renumbered in the order a breadth-first search meets them, component by component: partners come to
 * lie near one another, which makes searches from every actor run up to twice as fast.
 *
 * Searches start at the lowest number not met yet and go through rows in order, so the order is a function of the network alone.
 * O(n + m).
 */
export interface SearchOrder {
  /** the renumbered network, rows ascending */
  csr: Csr
  /** actor at place i */
  actors: Uint32Array
  /** component c has the places starts[c] .. starts[c + 1] */
  starts: Uint32Array
  /** by place: the lowest place of its twins, from which alone a search is needed */
  twins: Uint32Array
}

export function orderBySearch(csr: Csr): SearchOrder {
  const { n, m, offsets, neighbours } = csr
  const actors = new Uint32Array(n)
  const place = new Int32Array(n).fill(-1)
  const starts = [0]
  let length = 0
  for (let start = 0; start < n; start++) {
    if (place[start] >= 0) continue
    let head = length
    place[start] = length
    actors[length++] = start
    for (; head < length; head++) {
      const v = actors[head]
      for (let i = offsets[v]; i < offsets[v + 1]; i++) {
        const w = neighbours[i]
        if (place[w] >= 0) continue
        place[w] = length
        actors[length++] = w
      }
    }
    starts.push(length)
  }
  const rowStarts = new Uint32Array(n + 1)
  for (let i = 0; i < n; i++) rowStarts[i + 1] = rowStarts[i] + offsets[actors[i] + 1] - offsets[actors[i]]
  // rows are filled by walking the places upwards, which leaves every row ascending
  const cursor = rowStarts.slice(0, n)
  const rows = new Uint32Array(2 * m)
  for (let i = 0; i < n; i++) {
    const v = actors[i]
    for (let j = offsets[v]; j < offsets[v + 1]; j++) rows[cursor[place[neighbours[j]]]++] = i
  }
  const moved = { n, m, offsets: rowStarts, neighbours: rows }
  return { csr: moved, actors, starts: Uint32Array.from(starts), twins: lowestTwins(moved) }
}
