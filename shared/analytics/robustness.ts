import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'
import { type Measured, measured, undefinedFor } from './measured.ts'

/**
 * Robustness R = (1/n) sum over q = 1 .. n of S(q): the largest component over n after q exits, each time of the actor with
 * most remaining partners (the lowest number on equal ones).
 *
 * Schneider et al. 2011, PNAS 108:3838; Albert, Jeong & Barabasi 2000, Nature 406:378. The exits are put in order with a heap,
 * then undone from the last, joining components by union-find: O((n + m) log n). Undefined without actors.
 */
export function robustness(csr: Csr): Measured<number> {
  const { n, offsets, neighbours } = csr
  if (n === 0) return undefinedFor('no-actors')
  const exits = exitOrder(csr)
  const root = new Int32Array(n).fill(-1)
  const size = new Uint32Array(n)
  const find = (v: number): number => {
    while (root[v] !== v) {
      root[v] = root[root[v]]
      v = root[v]
    }
    return v
  }
  let largest = 0
  let sum = 0
  // with the actors of exits[i ..] back, i have left
  for (let i = n - 1; i > 0; i--) {
    let v = exits[i]
    root[v] = v
    size[v] = 1
    for (let j = offsets[exits[i]]; j < offsets[exits[i] + 1]; j++) {
      if (root[neighbours[j]] < 0) continue
      let w = find(neighbours[j])
      if (w === v) continue
      if (size[w] > size[v]) [v, w] = [w, v]
      root[w] = v
      size[v] += size[w]
    }
    if (size[v] > largest) largest = size[v]
    sum += largest
  }
  return measured(sum / (n * n))
}

/** Actors by remaining degree, largest first, then by number. Outdated heap entries are passed over. */
function exitOrder(csr: Csr): Uint32Array {
  const { n, m, offsets, neighbours } = csr
  const remaining = degrees(csr)
  const gone = new Uint8Array(n)
  const order = new Uint32Array(n)
  // one key per entry: (n - degree) * n + actor, least first; each loss of a partner adds an entry
  const heap = new Float64Array(n + m)
  let length = 0
  const push = (v: number): void => {
    const key = (n - remaining[v]) * n + v
    let i = length++
    while (i > 0 && heap[(i - 1) >> 1] > key) {
      heap[i] = heap[(i - 1) >> 1]
      i = (i - 1) >> 1
    }
    heap[i] = key
  }
  const pop = (): number => {
    const least = heap[0]
    const last = heap[--length]
    let i = 0
    for (let child = 1; child < length; child = 2 * i + 1) {
      if (child + 1 < length && heap[child + 1] < heap[child]) child++
      if (heap[child] >= last) break
      heap[i] = heap[child]
      i = child
    }
    heap[i] = last
    return least
  }
  for (let v = 0; v < n; v++) push(v)
  for (let q = 0; q < n; ) {
    const key = pop()
    const v = key % n
    if (gone[v] === 1 || (n - remaining[v]) * n + v !== key) continue
    gone[v] = 1
    order[q++] = v
    for (let i = offsets[v]; i < offsets[v + 1]; i++) {
      const w = neighbours[i]
      if (gone[w] === 1) continue
      remaining[w]--
      push(w)
    }
  }
  return order
}
