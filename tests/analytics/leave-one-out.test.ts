import { describe, expect, it } from 'vitest'
import { createBlockSearch, searchBlocks } from '#shared/analytics/block-search.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { smallSectors } from '#shared/analytics/integration-index.ts'
import { leaveOneOut } from '#shared/analytics/jackknife.ts'
import { type Labels, sectorSizes } from '#shared/analytics/labels.ts'
import { createPillarScratch, measurePillars } from '#shared/analytics/pillars.ts'
import { createRandom, type Random } from '#shared/analytics/random.ts'
import { type SplitComponents, splitComponents } from '#shared/analytics/split-components.ts'

type Ties = [number, number][]

/** A triangle with ears: every block arises so. Actors and ties in random order. */
function randomBlock(random: Random): { n: number; ties: Ties } {
  const ties: Ties = []
  const seen = new Set<number>()
  const add = (a: number, b: number): void => {
    const key = 1000 * Math.min(a, b) + Math.max(a, b)
    if (a === b || seen.has(key)) return
    seen.add(key)
    ties.push(random.below(2) === 0 ? [a, b] : [b, a])
  }
  let n = 3
  add(0, 1)
  add(1, 2)
  add(2, 0)
  for (let ears = random.below(14); ears > 0; ears--) {
    const from = random.below(n)
    const to = random.below(n)
    if (from === to) continue
    let last = from
    for (let inner = random.below(4) - 1; inner > 0; inner--) {
      add(last, n)
      last = n++
    }
    add(last, to)
  }
  const order = Array.from({ length: n }, (_, v) => v)
  shuffleInPlace(order, random)
  shuffleInPlace(ties, random)
  return { n, ties: ties.map(([a, b]) => [order[a] ?? -1, order[b] ?? -1]) }
}

function shuffleInPlace<T>(values: T[], random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = values[i] as T
    values[i] = values[j] as T
    values[j] = held
  }
}

function isConnectedWithout(actors: readonly number[], ties: Ties, a: number, b: number): boolean {
  const left = actors.filter((v) => v !== a && v !== b)
  const met = new Set(left.slice(0, 1))
  for (const v of met) {
    for (const [x, y] of ties) {
      const other = x === v ? y : y === v ? x : a
      if (other !== a && other !== b) met.add(other)
    }
  }
  return met.size === left.length
}

function tiesOf({ offsets, edges, ends }: SplitComponents, c: number): Ties {
  return Array.from(edges.subarray(offsets[c], offsets[c + 1]), (e) => [
    ends[2 * e] ?? -1,
    ends[2 * e + 1] ?? -1,
  ])
}

describe('split components', () => {
  it('are bonds, triangles and parts that no two actors part; every tie lies in one, every virtual tie in two', () => {
    const random = createRandom(20240909)
    for (let round = 0; round < 2_000; round++) {
      const { n, ties } = randomBlock(random)
      const split = splitComponents(n, ties.length, Uint32Array.from(ties.flat()))
      const uses = new Array<number>(split.edgeCount).fill(0)
      for (const e of split.edges) uses[e]!++
      expect(uses).toEqual(uses.map((_, e) => (e < ties.length ? 1 : 2)))
      expect(split.edgeCount - ties.length).toBe(split.count - 1)
      for (let c = 0; c < split.count; c++) {
        const own = tiesOf(split, c)
        const actors = [...new Set(own.flat())]
        if (split.isBond[c] === 1) expect([actors.length, own.length]).toEqual([2, 3])
        else if (own.length === 3) expect(actors.length).toBe(3)
        else {
          expect(actors.length).toBeGreaterThan(3)
          for (const a of actors)
            for (const b of actors) if (a < b) expect(isConnectedWithout(actors, own, a, b)).toBe(true)
        }
      }
    }
  })
})

/** One search of the network for each actor left out. */
function oneByOne(csr: Csr, labels: Labels): Float64Array {
  const pooled = smallSectors(sectorSizes(labels))
  const search = createBlockSearch(csr.n)
  const scratch = createPillarScratch(labels.count)
  return Float64Array.from({ length: csr.n }, (_, out) => {
    searchBlocks(csr, search, out)
    return measurePillars(csr, labels.of, pooled, search, scratch, out) ? scratch.index : 0
  })
}

function randomNetwork(random: Random, largest: number): { csr: Csr; labels: Labels } {
  const n = 2 + random.below(largest - 1)
  const sectors = random.below(6) === 0 ? 80 : 2 + random.below(5)
  const ties: Ties = []
  // a caterpillar of cycles has many blocks and pairs that part them; random ties close some
  if (random.below(3) > 0) for (let v = 1; v < n; v++) ties.push([v, Math.max(0, v - 1 - random.below(3))])
  for (let e = random.below(2 * n); e > 0; e--) {
    const a = random.below(n)
    ties.push([a, random.below(2) === 0 ? random.below(n) : Math.min(n - 1, a + random.below(6))])
  }
  const of = Uint16Array.from({ length: n }, () => random.below(sectors))
  const csr = buildCsr(
    n,
    ties.map(([a]) => a),
    ties.map(([, b]) => b),
  )
  return { csr, labels: { count: sectors, of } }
}

describe('leaving out every actor at once', () => {
  it('equals one search per actor in every bit', () => {
    const random = createRandom(3)
    for (let round = 0; round < 3_000; round++) {
      const { csr, labels } = randomNetwork(random, round % 20 === 0 ? 150 : 25)
      const run = leaveOneOut(csr, labels)
      if (run.index.value === null) continue
      expect(run.values).toEqual(oneByOne(csr, labels))
    }
  })

  it('takes long paths, cycles and ladders in its stride', () => {
    const n = 20_000
    const path: Ties = Array.from({ length: n - 1 }, (_, v) => [v, v + 1])
    const ladder: Ties = Array.from({ length: n - 2 }, (_, v) => [v, v + 2])
    for (const ties of [path, [...path, [0, n - 1] as [number, number]], [...path, ...ladder]]) {
      const csr = buildCsr(
        n,
        ties.map(([a]) => a),
        ties.map(([, b]) => b),
      )
      const labels = { count: 3, of: Uint16Array.from({ length: n }, (_, v) => v % 3) }
      const run = leaveOneOut(csr, labels)
      const pooled = new Uint8Array(3)
      const search = createBlockSearch(n)
      const scratch = createPillarScratch(3)
      for (const out of [0, 1, 2, n / 2, n / 2 + 1, n - 1]) {
        searchBlocks(csr, search, out)
        measurePillars(csr, labels.of, pooled, search, scratch, out)
        expect(run.values[out]).toBe(scratch.index)
      }
    }
  })
})
