import { describe, expect, it } from 'vitest'
import {
  addBlock,
  betweenness,
  betweennessOfBlock,
  readScores,
  SOURCE_BLOCKS,
} from '#shared/analytics/betweenness.ts'
import { closeness, closenessOfSources, readByActor } from '#shared/analytics/closeness.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { orderBySearch } from '#shared/analytics/search-order.ts'
import { lowestTwins } from '#shared/analytics/twins.ts'

type Ties = [number, number][]

const toCsr = (n: number, ties: Ties): Csr =>
  buildCsr(
    n,
    ties.map(([a]) => a),
    ties.map(([, b]) => b),
  )

const partnersOf = ({ offsets, neighbours }: Csr, v: number): number[] =>
  Array.from(neighbours.subarray(offsets[v], offsets[v + 1]))

/** Several components, hubs, long tails, and joint projects whose members have no other partner. */
function mixedNetwork(n: number, seed: number): Ties {
  const random = createRandom(seed)
  const ties: Ties = []
  for (let v = 1; v < n / 2; v++)
    ties.push([v, random.below(v)], [v, Math.min(random.below(v), random.below(v))])
  for (let v = Math.ceil(n / 2); v + 6 < n; v += 6) {
    const project = [v, v + 1, v + 2, v + 3, v + 4]
    if (random.below(4) > 0) project.push(random.below(Math.ceil(n / 2)))
    for (const a of project) for (const b of project) if (a < b) ties.push([a, b])
    if (random.below(3) === 0) ties.push([v + 5, v])
  }
  for (let v = 2; v < n / 12; v++) ties.push([n - v, n - v - 1])
  return ties
}

/** Distances from one actor to those it reaches. */
function distancesFrom(csr: Csr, source: number): Map<number, number> {
  const distances = new Map([[source, 0]])
  for (const [v, d] of distances) {
    for (const w of partnersOf(csr, v)) if (!distances.has(w)) distances.set(w, d + 1)
  }
  return distances
}

describe('closeness and harmonic closeness', () => {
  it.each([5, 33, 129, 400, 700])('equal one plain search per actor, in every bit: %i actors', (n) => {
    const csr = toCsr(n, mixedNetwork(n, n))
    const found = closeness(csr)
    for (let v = 0; v < n; v++) {
      const atDistance: number[] = []
      let total = 0
      for (const d of distancesFrom(csr, v).values()) {
        if (d > 0) atDistance[d] = (atDistance[d] ?? 0) + 1
        total += d
      }
      const reached = atDistance.reduce((sum, count) => sum + count, 0)
      expect(found.closeness[v]).toBe(reached === 0 ? 0 : (reached / (n - 1)) * (reached / total))
      expect(found.harmonic[v]).toBe(atDistance.reduce((sum, count, d) => sum + count / d, 0))
    }
  })

  it('are the same in every bit however the sources are dealt to workers', () => {
    const csr = toCsr(500, mixedNetwork(500, 8))
    const whole = closeness(csr)
    const order = orderBySearch(csr)
    for (const cuts of [
      [0, 500],
      [0, 1, 2, 129, 257, 500],
      [0, 250, 499, 500],
    ]) {
      const sums = { closeness: new Float64Array(500), harmonic: new Float64Array(500) }
      for (const [i, from] of cuts.slice(0, -1).entries()) {
        const part = closenessOfSources(order, from, cuts[i + 1] ?? 500)
        for (let v = 0; v < 500; v++) {
          sums.closeness[v]! += part.closeness[v] ?? 0
          sums.harmonic[v]! += part.harmonic[v] ?? 0
        }
      }
      expect(readByActor(order, sums)).toEqual(whole)
    }
  })

  it('have the closed form on path, star and clique', () => {
    const n = 300
    const path = closeness(
      toCsr(
        n,
        Array.from({ length: n - 1 }, (_, v) => [v, v + 1]),
      ),
    )
    const star = closeness(
      toCsr(
        n,
        Array.from({ length: n - 1 }, (_, v) => [0, v + 1]),
      ),
    )
    expect(path.closeness[0]).toBeCloseTo((n - 1) / ((n * (n - 1)) / 2), 14)
    expect(path.harmonic[0]).toBeCloseTo(
      Array.from({ length: n - 1 }, (_, d) => 1 / (d + 1)).reduce((a, b) => a + b),
      10,
    )
    expect([star.closeness[0], star.harmonic[0]]).toEqual([1, n - 1])
    expect(star.closeness[7]).toBeCloseTo((n - 1) / (2 * n - 3), 14)
    expect(star.harmonic[7]).toBe(1 + (n - 2) / 2)
    const clique: Ties = []
    for (let a = 0; a < 150; a++) for (let b = a + 1; b < 150; b++) clique.push([a, b])
    expect(new Set(closeness(toCsr(150, clique)).closeness)).toEqual(new Set([1]))
  })
})

describe('betweenness', () => {
  it('equals counting paths pair by pair where twins abound', () => {
    for (const seed of [1, 2, 3, 4]) {
      const n = 90
      const csr = toCsr(n, mixedNetwork(n, seed))
      const found = betweenness(csr)
      const from = Array.from({ length: n }, (_, v) => distancesFrom(csr, v))
      const paths = from.map((distances, s) => {
        const count = new Array<number>(n).fill(0)
        count[s] = 1
        for (const [v, d] of distances) {
          for (const w of partnersOf(csr, v)) if (distances.get(w) === d + 1) count[w]! += count[v] ?? 0
        }
        return count
      })
      for (let v = 0; v < n; v++) {
        let wanted = 0
        for (let s = 0; s < n; s++) {
          for (let t = s + 1; t < n; t++) {
            const d = from[s]?.get(t)
            if (d === undefined || s === v || t === v) continue
            if ((from[s]?.get(v) ?? Infinity) + (from[v]?.get(t) ?? Infinity) !== d) continue
            wanted += ((paths[s]?.[v] ?? 0) * (paths[v]?.[t] ?? 0)) / (paths[s]?.[t] ?? 0)
          }
        }
        expect(Math.abs((found[v] ?? -1) - wanted)).toBeLessThan(1e-9 * Math.max(1, wanted))
      }
    }
  })

  it('is the same in every bit for any number of workers and order of rows', () => {
    const ties = mixedNetwork(600, 5)
    const csr = toCsr(600, ties)
    const whole = betweenness(csr)
    const reordered = ties.map(([a, b], i): [number, number] => (i % 2 === 0 ? [b, a] : [a, b])).reverse()
    expect(betweenness(toCsr(600, reordered))).toEqual(whole)
    // three workers take every third block and finish in any order; the blocks are added in theirs
    const order = orderBySearch(csr)
    const blocks: Float64Array[] = []
    for (const worker of [2, 0, 1]) {
      for (let block = worker; block < SOURCE_BLOCKS; block += 3)
        blocks[block] = betweennessOfBlock(order, block)
    }
    const sums = new Float64Array(600)
    for (const block of blocks) addBlock(sums, block)
    expect(readScores(order, sums)).toEqual(whole)
  })

  it('has the closed form on path, star and clique', () => {
    const n = 101
    const path = betweenness(
      toCsr(
        n,
        Array.from({ length: n - 1 }, (_, v) => [v, v + 1]),
      ),
    )
    for (let v = 0; v < n; v++) expect(path[v]).toBeCloseTo(v * (n - 1 - v), 8)
    const star = betweenness(
      toCsr(
        n,
        Array.from({ length: n - 1 }, (_, v) => [0, v + 1]),
      ),
    )
    expect(star[0]).toBeCloseTo(((n - 1) * (n - 2)) / 2, 8)
    expect(star.slice(1).every((score) => score === 0)).toBe(true)
  })
})

describe('what all-pairs kernels share', () => {
  it('the search order renumbers the network and cuts it into components', () => {
    const csr = toCsr(300, mixedNetwork(300, 11))
    const { csr: moved, actors, starts } = orderBySearch(csr)
    expect([...actors].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, v) => v))
    for (let i = 0; i < 300; i++) {
      const row = partnersOf(moved, i)
      expect(row).toEqual([...row].sort((a, b) => a - b))
      expect(row.map((place) => actors[place]).sort()).toEqual(partnersOf(csr, actors[i] ?? -1).sort())
    }
    for (let c = 0; c + 1 < starts.length; c++) {
      const members = Array.from(actors.subarray(starts[c], starts[c + 1]))
      expect(new Set(members)).toEqual(new Set(distancesFrom(csr, members[0] ?? -1).keys()))
    }
  })

  it('twins are exactly the actors with the same partners, each other left aside', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const n = 60
      const csr = toCsr(n, mixedNetwork(n, seed))
      const lowest = lowestTwins(csr)
      const without = (v: number, u: number): string =>
        partnersOf(csr, v)
          .filter((w) => w !== u)
          .join()
      for (let v = 0; v < n; v++) {
        const twins = Array.from({ length: n }, (_, u) => u).filter(
          (u) =>
            u === v ||
            (partnersOf(csr, v).length > 0 &&
              partnersOf(csr, u).length > 0 &&
              without(u, v) === without(v, u)),
        )
        expect(lowest[v]).toBe(Math.min(...twins))
      }
    }
  })
})
