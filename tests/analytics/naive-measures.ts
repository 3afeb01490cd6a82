import type { Adjacency } from './naive.ts'

/** Slow, obvious measures in polynomial time, for networks too large to list all paths or placements. */

export function distances(sets: Adjacency): number[][] {
  return sets.map((_, start) => {
    const found = new Array<number>(sets.length).fill(Number.POSITIVE_INFINITY)
    found[start] = 0
    const queue = [start]
    for (const v of queue) {
      for (const w of sets[v] ?? []) {
        if (found[w] !== Number.POSITIVE_INFINITY) continue
        found[w] = (found[v] ?? 0) + 1
        queue.push(w)
      }
    }
    return found
  })
}

/** Shortest paths between every two actors, by distance. */
function pathCounts(sets: Adjacency, far: number[][]): number[][] {
  return sets.map((_, s) => {
    const order = [...sets.keys()]
      .filter((v) => Number.isFinite(far[s]?.[v]))
      .sort((v, w) => (far[s]?.[v] ?? 0) - (far[s]?.[w] ?? 0))
    const count = new Array<number>(sets.length).fill(0)
    count[s] = 1
    for (const v of order) {
      for (const w of sets[v] ?? []) {
        if (far[s]?.[w] === (far[s]?.[v] ?? 0) - 1) count[v] = (count[v] ?? 0) + (count[w] ?? 0)
      }
    }
    return count
  })
}

/** Over all pairs, the share of shortest paths through v: those s to v times those v to t, where the distances add up. */
export function naiveBetweenness(sets: Adjacency): number[] {
  const far = distances(sets)
  const paths = pathCounts(sets, far)
  return sets.map((_, v) => {
    let sum = 0
    for (let s = 0; s < sets.length; s++) {
      for (let t = s + 1; t < sets.length; t++) {
        const st = far[s]?.[t] ?? 0
        if (s === v || t === v || !Number.isFinite(st)) continue
        if ((far[s]?.[v] ?? 0) + (far[v]?.[t] ?? 0) === st)
          sum += ((paths[s]?.[v] ?? 0) * (paths[v]?.[t] ?? 0)) / (paths[s]?.[t] ?? 1)
      }
    }
    return sum
  })
}

/** By elimination: x_v - a * sum over partners x_u / d_u = 1, then scaled to sum 1. */
export function naivePageRank(sets: Adjacency, damping = 0.85): number[] {
  const n = sets.length
  const rows = sets.map((partners, v) =>
    Array.from({ length: n + 1 }, (_, u) => {
      if (u === n || u === v) return 1
      return partners.has(u) ? -damping / (sets[u]?.size ?? 1) : 0
    }),
  )
  const at = (r: number, c: number): number => rows[r]?.[c] ?? 0
  for (let c = 0; c < n; c++) {
    for (let r = 0; r < n; r++) {
      if (r === c || at(r, c) === 0) continue
      const factor = at(r, c) / at(c, c)
      rows[r] = (rows[r] ?? []).map((value, i) => value - factor * at(c, i))
    }
  }
  const solved = rows.map((_, v) => at(v, n) / at(v, v))
  const total = solved.reduce((a, b) => a + b, 0)
  return solved.map((x) => x / total)
}

/** Triangles at every actor, over all triples. */
export function naiveTriangles(sets: Adjacency): number[] {
  const count = sets.map(() => 0)
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      if (!sets[a]?.has(b)) continue
      for (let c = b + 1; c < sets.length; c++) {
        if (!sets[a]?.has(c) || !sets[b]?.has(c)) continue
        for (const v of [a, b, c]) count[v] = (count[v] ?? 0) + 1
      }
    }
  }
  return count
}

/** Component of every actor when one has left (-1 for nobody), by spreading the lowest number. */
export function componentLabels(sets: Adjacency, without = -1): number[] {
  const label = sets.map((_, v) => v)
  for (let changed = true; changed; ) {
    changed = false
    for (const [v, partners] of sets.entries()) {
      if (v === without) continue
      for (const w of partners) {
        if (w === without || (label[w] ?? 0) >= (label[v] ?? 0)) continue
        label[v] = label[w] ?? 0
        changed = true
      }
    }
  }
  return label
}

/** Pairs a < b that stay joined whichever third actor leaves. */
export function pairsStayingJoined(sets: Adjacency): [number, number][] {
  const labels = [-1, ...sets.keys()].map((without) => componentLabels(sets, without))
  const pairs: [number, number][] = []
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      if (labels.every((label, i) => i - 1 === a || i - 1 === b || label[a] === label[b])) pairs.push([a, b])
    }
  }
  return pairs
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

export const choose = (n: number, k: number): number => {
  let result = 1
  for (let i = 0; i < k; i++) result *= (n - i) / (k - i)
  return result
}
