import type { Csr } from './csr.ts'

/**
 * Connected components. Harary 1969, Graph Theory. O(n + m), breadth first. An isolate is a component of one.
 */
export interface Components {
  count: number
  /** component of every actor, numbered by first actor */
  of: Uint32Array
  /** actors per component, by that number */
  sizes: Uint32Array
  isolates: number
  /** size of the largest; 0 without actors */
  largest: number
}

export function components(csr: Csr): Components {
  const { n, offsets, neighbours } = csr
  const unseen = 0xffffffff
  const of = new Uint32Array(n).fill(unseen)
  const queue = new Uint32Array(n)
  const sizes: number[] = []
  let isolates = 0
  let largest = 0
  for (let start = 0; start < n; start++) {
    if (of[start] !== unseen) continue
    const component = sizes.length
    of[start] = component
    queue[0] = start
    let length = 1
    for (let head = 0; head < length; head++) {
      const v = queue[head]
      for (let i = offsets[v]; i < offsets[v + 1]; i++) {
        const w = neighbours[i]
        if (of[w] !== unseen) continue
        of[w] = component
        queue[length++] = w
      }
    }
    sizes.push(length)
    if (length === 1) isolates++
    if (length > largest) largest = length
  }
  return { count: sizes.length, of, sizes: Uint32Array.from(sizes), isolates, largest }
}
