/** Slow, obvious readings of the formulas on adjacency sets, to hold the kernels against on small networks. */
export interface NaiveNetwork {
  n: number
  ties: [number, number][]
  sector: number[]
}

export type Adjacency = Set<number>[]

export function adjacency({ n, ties }: Pick<NaiveNetwork, 'n' | 'ties'>): Adjacency {
  const sets: Adjacency = Array.from({ length: n }, () => new Set<number>())
  for (const [a, b] of ties) {
    if (a === b) continue
    sets[a]?.add(b)
    sets[b]?.add(a)
  }
  return sets
}

export function tiesOf(sets: Adjacency): [number, number][] {
  return sets.flatMap((partners, a) =>
    [...partners].filter((b) => a < b).map((b): [number, number] => [a, b]),
  )
}

/** Actors reachable from `start` when `without` has left. */
export function reachable(sets: Adjacency, start: number, without = -1): Set<number> {
  const seen = new Set([start])
  const queue = [start]
  for (const v of queue) {
    for (const w of sets[v] ?? []) {
      if (w === without || seen.has(w)) continue
      seen.add(w)
      queue.push(w)
    }
  }
  return seen
}

/** Ordered pairs joined by a path, by definition. */
export function joinedPairs(sets: Adjacency, without = -1): number {
  let pairs = 0
  for (let v = 0; v < sets.length; v++) {
    if (v !== without) pairs += reachable(sets, v, without).size - 1
  }
  return pairs
}

/** Whether a and b stay joined whichever third actor leaves. */
export function staysJoined(sets: Adjacency, a: number, b: number): boolean {
  if (!reachable(sets, a).has(b)) return false
  for (let x = 0; x < sets.length; x++) {
    if (x !== a && x !== b && !reachable(sets, a, x).has(b)) return false
  }
  return true
}

/** @param stays whether two actors stay joined whichever third one leaves */
export function naivePillars(
  { n, ties, sector }: NaiveNetwork,
  stays: typeof staysJoined = staysJoined,
): Record<'J' | 'S' | 'H' | 'T', number> | null {
  const sets = adjacency({ n, ties })
  const sizes = new Map<number, number>()
  for (const k of sector) sizes.set(k, (sizes.get(k) ?? 0) + 1)
  if (n < 2 || sizes.size < 2) return null
  const isReached = (v: number): boolean => [...(sets[v] ?? [])].some((w) => sector[w] !== sector[v])
  const groups = new Map<string, boolean[]>()
  for (let v = 0; v < n; v++) {
    const k = sector[v] ?? 0
    const group = (sizes.get(k) ?? 0) < 3 ? 'small' : String(k)
    groups.set(group, [...(groups.get(group) ?? []), isReached(v)])
  }
  const share = (flags: boolean[]): number => flags.filter(Boolean).length / flags.length
  const J = share(Array.from({ length: n }, (_, v) => isReached(v)))
  const S = [...groups.values()].reduce((sum, flags) => sum + share(flags), 0) / groups.size
  let cross = 0
  let joined = 0
  let robust = 0
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      if (sector[a] === sector[b]) continue
      cross++
      if (reachable(sets, a).has(b)) joined++
      if (stays(sets, a, b)) robust++
    }
  }
  return { J, S, H: joined / cross, T: robust / cross }
}

/** All distinct labellings with the same sector sizes. */
export function* labellings(sector: readonly number[]): Generator<number[]> {
  const left = new Map<number, number>()
  for (const k of sector) left.set(k, (left.get(k) ?? 0) + 1)
  const placed: number[] = []
  function* place(): Generator<number[]> {
    if (placed.length === sector.length) {
      yield [...placed]
      return
    }
    for (const [k, count] of left) {
      if (count === 0) continue
      left.set(k, count - 1)
      placed.push(k)
      yield* place()
      placed.pop()
      left.set(k, count)
    }
  }
  yield* place()
}
