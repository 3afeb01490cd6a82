import type { Mixing } from './mixing.ts'

/**
 * An order in which neighbours are close: hierarchical clustering whose branches are turned so that the sum of distances between
 * neighbours is least (optimal leaf ordering).
 *
 * Average linkage, Sokal & Michener 1958, Univ Kansas Sci Bull 38:1409; ordering by dynamic programming over the pairs of end
 * leaves, Bar-Joseph, Gifford & Jaakkola 2001, Bioinformatics 17 Suppl 1:S22. O(n^3) time, O(n^2) room. Equal merges and equal
 * orders go to the lower numbers, and the end with the lower number comes first, so the order is a function of the distances.
 *
 * @param distance n x n, symmetric, not negative; the diagonal is not read
 * @returns the items 0 .. n-1 in their order
 */
export function seriate(distance: Float64Array, n: number): Uint32Array {
  if (n < 3) return Uint32Array.from({ length: n }, (_, i) => i)
  const root = cluster(distance, n)
  const work: Work = {
    n,
    distance,
    best: new Float64Array(n * n),
    half: new Float64Array(n * n),
    halfVia: new Uint16Array(n * n),
    leftEnd: new Uint16Array(n * n),
    rightEnd: new Uint16Array(n * n),
  }
  solve(root, work)
  const [left, right] = root.parts as [Branch, Branch]
  let first = -1
  let last = -1
  for (const i of left.leaves) {
    for (const j of right.leaves) {
      if (first < 0 || work.best[i * n + j] < work.best[first * n + last]) [first, last] = [i, j]
    }
  }
  const order = unfold(root, first, last, work)
  return Uint32Array.from(order[0] < order[n - 1] ? order : order.reverse())
}

/** Items of a seriation at most: its tables are quadratic. */
export const SERIATION_LIMIT = 400

/**
 * How far apart two sectors stand in the matrix: expected over observed ties, each plus one, so that pairs with more ties than
 * expected come side by side and pairs without a tie differ by what was to be expected.
 */
export function mixingDistance({ count, observed, expected }: Mixing): Float64Array {
  const distance = new Float64Array(count * count)
  for (let i = 0; i < distance.length; i++) distance[i] = (expected[i] + 1) / (observed[i] + 1)
  return distance
}

interface Branch {
  leaves: number[]
  parts: [Branch, Branch] | null
}

/** Agglomerates by mean distance; every cluster goes by the lowest of its leaves. */
function cluster(distance: Float64Array, n: number): Branch {
  const mean = distance.slice()
  const alive: (Branch | null)[] = Array.from({ length: n }, (_, i) => ({ leaves: [i], parts: null }))
  for (let left = n; left > 1; left--) {
    let a = -1
    let b = -1
    for (let i = 0; i < n; i++) {
      if (alive[i] === null) continue
      for (let j = i + 1; j < n; j++) {
        if (alive[j] === null) continue
        if (a < 0 || mean[i * n + j] < mean[a * n + b]) [a, b] = [i, j]
      }
    }
    const one = alive[a] as Branch
    const other = alive[b] as Branch
    const [x, y] = [one.leaves.length, other.leaves.length]
    for (let k = 0; k < n; k++) {
      if (k === a || k === b || alive[k] === null) continue
      const joined = (x * mean[a * n + k] + y * mean[b * n + k]) / (x + y)
      mean[a * n + k] = joined
      mean[k * n + a] = joined
    }
    alive[a] = { leaves: [...one.leaves, ...other.leaves], parts: [one, other] }
    alive[b] = null
  }
  return alive[0] as Branch
}

interface Work {
  n: number
  distance: Float64Array
  /** least length of the branch that has leaves i and j at its ends */
  best: Float64Array
  /** least length from leaf i of one part to leaf l of the other, and the end of the first part on that way */
  half: Float64Array
  halfVia: Uint16Array
  /** for ends i, j: the two leaves that meet in between, on the side of i and of j */
  leftEnd: Uint16Array
  rightEnd: Uint16Array
}

/** Leaves that can stand at the other end when leaf i stands at one. */
function opposite({ leaves, parts }: Branch, i: number): readonly number[] {
  if (parts === null) return leaves
  return parts[0].leaves.includes(i) ? parts[1].leaves : parts[0].leaves
}

function solve(branch: Branch, work: Work): void {
  if (branch.parts === null) return
  const [left, right] = branch.parts
  solve(left, work)
  solve(right, work)
  const { n, distance, best, half, halfVia, leftEnd, rightEnd } = work
  for (const i of left.leaves) {
    const ends = opposite(left, i)
    for (const l of right.leaves) {
      let shortest = Number.POSITIVE_INFINITY
      for (const h of ends) {
        const length = best[i * n + h] + distance[h * n + l]
        if (length >= shortest) continue
        shortest = length
        halfVia[i * n + l] = h
      }
      half[i * n + l] = shortest
    }
  }
  for (const j of right.leaves) {
    const ends = opposite(right, j)
    for (const i of left.leaves) {
      let shortest = Number.POSITIVE_INFINITY
      let via = 0
      for (const l of ends) {
        const length = half[i * n + l] + best[l * n + j]
        if (length >= shortest) continue
        shortest = length
        via = l
      }
      best[i * n + j] = shortest
      best[j * n + i] = shortest
      leftEnd[i * n + j] = halfVia[i * n + via]
      rightEnd[i * n + j] = via
    }
  }
}

function unfold(branch: Branch, i: number, j: number, work: Work): number[] {
  if (branch.parts === null) return [i]
  const [left, right] = branch.parts
  if (!left.leaves.includes(i)) return unfold(branch, j, i, work).reverse()
  const cell = i * work.n + j
  return [...unfold(left, i, work.leftEnd[cell], work), ...unfold(right, work.rightEnd[cell], j, work)]
}
