/**
 * A simple undirected network as compressed sparse rows: the one shape every kernel reads.
 *
 * `neighbours[offsets[v] .. offsets[v + 1])` are the partners of actor v, ascending. Every tie is there twice, once from each
 * end; no self-ties, no repeated ties. Actors are 0 .. n-1 in the order given by the caller, who sorts by external id, so that
 * results do not depend on the order of rows. The arrays may lie on a SharedArrayBuffer.
 */
export interface Csr {
  /** actors */
  n: number
  /** ties, each counted once */
  m: number
  /** n + 1 row starts */
  offsets: Uint32Array
  /** 2m row entries */
  neighbours: Uint32Array
}

/**
 * Builds the network from a list of pairs. Direction is dropped, self-ties are dropped, repeated ties collapse.
 * O(n + pairs): two counting passes; the second transposes the first, which sorts every row without comparing.
 * @throws RangeError when an end is not an actor
 */
export function buildCsr(n: number, sources: ArrayLike<number>, targets: ArrayLike<number>): Csr {
  if (sources.length !== targets.length) throw new RangeError('sources and targets differ in length')
  const starts = new Uint32Array(n + 1)
  for (let e = 0; e < sources.length; e++) {
    const a = sources[e]
    const b = targets[e]
    if (!(a >= 0 && a < n && b >= 0 && b < n))
      throw new RangeError(`tie ${e} joins ${a} and ${b}, but there are ${n} actors`)
    if (a === b) continue
    starts[a + 1]++
    starts[b + 1]++
  }
  for (let v = 0; v < n; v++) starts[v + 1] += starts[v]

  const cursor = starts.slice(0, n)
  const unsorted = new Uint32Array(starts[n])
  for (let e = 0; e < sources.length; e++) {
    const a = sources[e]
    const b = targets[e]
    if (a === b) continue
    unsorted[cursor[a]++] = b
    unsorted[cursor[b]++] = a
  }

  cursor.set(starts.subarray(0, n))
  const sorted = new Uint32Array(unsorted.length)
  for (let v = 0; v < n; v++) {
    for (let i = starts[v]; i < starts[v + 1]; i++) sorted[cursor[unsorted[i]]++] = v
  }

  // A repeated neighbour stands next to its twin, so one pass in place collapses the rows.
  const offsets = new Uint32Array(n + 1)
  let length = 0
  for (let v = 0; v < n; v++) {
    const rowStart = length
    for (let i = starts[v]; i < starts[v + 1]; i++) {
      if (length === rowStart || sorted[length - 1] !== sorted[i]) sorted[length++] = sorted[i]
    }
    offsets[v + 1] = length
  }
  return { n, m: length / 2, offsets, neighbours: sorted.slice(0, length) }
}
