import { describe, expect, it } from 'vitest'
import { averageClustering } from '#shared/analytics/clustering.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { degrees } from '#shared/analytics/degree.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { reachWithinStrata } from '#shared/analytics/reach-within-strata.ts'
import { createRewiring, REWIRING_LIMIT, rewire } from '#shared/analytics/rewiring.ts'
import { rewiringTest } from '#shared/analytics/rewiring-test.ts'
import { ringLattice } from '#shared/analytics/ring-lattice.ts'
import { sectorReach } from '#shared/analytics/sector-reach.ts'
import { smallWorld } from '#shared/analytics/small-world.ts'
import { toKernel } from './arbitrary-network.ts'
import { expectClose } from './closeness.ts'
import { adjacency, labellings } from './naive.ts'
import { readOracle } from './oracle-networks.ts'
import { seededNetworks } from './seeded-networks.ts'

const network = (n: number, ties: [number, number][]): Csr =>
  buildCsr(
    n,
    ties.map(([a]) => a),
    ties.map(([, b]) => b),
  )

const rowsOf = ({ n, offsets, neighbours }: Csr): number[][] =>
  Array.from({ length: n }, (_, v) =>
    Array.from(neighbours.subarray(offsets[v], offsets[v + 1])).sort((a, b) => a - b),
  )

describe('rewiring', () => {
  it('keeps every degree, makes no self-tie and no repeated tie, and keeps its books', () => {
    for (const { n, ties } of seededNetworks()) {
      const csr = network(n, ties)
      const rewiring = createRewiring(csr)
      rewire(rewiring, 10 * csr.m, createRandom(1))
      const rows = rowsOf(rewiring.csr)
      expect(rows.map((row) => row.length)).toEqual(Array.from(degrees(csr)))
      for (const [v, row] of rows.entries()) {
        expect(new Set(row).size).toBe(row.length)
        for (const w of row) expect(rows[w]?.includes(v) && w !== v).toBe(true)
      }
      const { neighbours } = rewiring.csr
      const listed = Array.from(rewiring.placeOfB, (inA, e) =>
        [neighbours[inA] ?? -1, neighbours[rewiring.placeOfA[e] ?? -1] ?? -1].sort((a, b) => a - b).join('-'),
      )
      const wanted = rows.flatMap((row, v) => row.filter((w) => w > v).map((w) => `${v}-${w}`))
      expect(listed.sort()).toEqual(wanted.sort())
    }
  })

  it('visits all networks of the same degrees equally often', () => {
    // a cycle of six: 60 labelled cycles of six and 10 pairs of triangles have all degrees 2
    const rewiring = createRewiring(
      network(6, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5],
        [5, 0],
      ]),
    )
    const random = createRandom(5)
    const times = new Map<string, number>()
    const draws = 70 * 200
    for (let draw = 0; draw < draws; draw++) {
      rewire(rewiring, 30, random)
      const name = JSON.stringify(rowsOf(rewiring.csr))
      times.set(name, (times.get(name) ?? 0) + 1)
    }
    expect(times.size).toBe(70)
    // chi-square with 69 degrees of freedom: 111.1 is passed once in a thousand
    const chiSquare = [...times.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)
    expect(chiSquare).toBeLessThan(111.1)
  })

  it('published: KM batik is closed beyond chance for its degrees, in reach and in ties', () => {
    const { csr, labels, sectors } = readOracle('KM')
    const found = rewiringTest(csr, labels, { seed: 20240909 }).value
    const batik = found?.sectors[sectors.indexOf('batik')]
    expect(found?.sampling).toEqual({ method: 'sampled', draws: 1_999 })
    expect(batik?.reachP).toBeLessThanOrEqual(0.002)
    expect(batik?.externalP).toBeLessThanOrEqual(0.002)
    for (const [k, sector] of found?.sectors.entries() ?? []) {
      expect((sector?.reachP ?? 0) > 0.3).toBe(sectors[k] !== 'batik')
      expect(Array.from(sector?.reachedFrequency ?? []).reduce((a, b) => a + b, 0)).toBe(1_999)
    }
    expect(rewiringTest(csr, labels, { seed: 1 })).toEqual(rewiringTest(csr, labels, { seed: 1 }))
  })

  it('cannot see that a sector is inactive: without ties its p is 1', () => {
    const { csr, labels, sectors } = readOracle('KD')
    const batik = rewiringTest(csr, labels, { seed: 1, draws: 200 }).value?.sectors[sectors.indexOf('batik')]
    expect([batik?.reachP, batik?.externalP, batik?.externalMean]).toEqual([1, 1, 0])
  })

  it('reports after every network, and stops when told to', () => {
    const { csr, labels } = readOracle('KM')
    let done = 0
    rewiringTest(csr, labels, { seed: 1, draws: 20, onDraw: (draw) => (done = draw) })
    expect(done).toBe(20)
    const stop = (): void => {
      throw new Error('stopped')
    }
    expect(() => rewiringTest(csr, labels, { seed: 1, onDraw: stop })).toThrow('stopped')
  })

  it('is undefined where no tie can be swapped, empty sectors have no reading, and a star stays as it is', () => {
    const labels: Labels = { count: 2, of: Uint16Array.from([0, 0, 0, 0]) }
    expect(rewiringTest(network(4, []), labels, { seed: 1 }).reason).toBe('no-ties')
    expect(rewiringTest(network(4, [[0, 1]]), labels, { seed: 1 }).reason).toBe('fewer-than-two-ties')
    const star = rewiringTest(
      network(4, [
        [0, 1],
        [0, 2],
        [0, 3],
      ]),
      labels,
      { seed: 1, draws: 50 },
    ).value
    expect([star?.accepted, star?.sectors[1]]).toEqual([0, null])
    const huge = { n: 4, m: REWIRING_LIMIT + 1, offsets: new Uint32Array(5), neighbours: new Uint32Array(0) }
    expect(rewiringTest(huge, labels, { seed: 1 }).reason).toBe('too-many-ties')
  })
})

/** A ring where everybody is tied to the k nearest, and each tie is led elsewhere with the chance. */
function rewiredRing(n: number, k: number, perMille: number): Csr {
  const random = createRandom(3)
  const ties: [number, number][] = []
  for (let v = 0; v < n; v++) {
    for (let step = 1; step <= k / 2; step++)
      ties.push([v, random.below(1000) < perMille ? random.below(n) : (v + step) % n])
  }
  return network(n, ties)
}

describe('small world', () => {
  it('the lattice keeps the degrees and, where all are alike, is the ring itself', () => {
    for (const { n, ties } of seededNetworks()) {
      const csr = network(n, ties)
      const lattice = ringLattice(csr)
      const sorted = (of: Csr): number[] => Array.from(degrees(of)).sort((a, b) => a - b)
      if (3 * Math.max(0, ...degrees(csr)) < n) expect(sorted(lattice)).toEqual(sorted(csr))
      else expect(csr.m - lattice.m).toBeLessThanOrEqual(1 + csr.m / 20)
    }
    expect(averageClustering(ringLattice(rewiredRing(80, 6, 0))).value).toBeCloseTo(0.6, 12)
  })

  it('tells lattice, small world and random network apart', () => {
    const omega = (perMille: number): number =>
      smallWorld(rewiredRing(300, 8, perMille), 1).value?.omega ?? Number.NaN
    expect(omega(0)).toBeLessThan(-0.75)
    expect(Math.abs(omega(100))).toBeLessThan(0.2)
    expect(omega(1000)).toBeGreaterThan(0.85)
  })

  it('is made of clustering and distance of the largest component and its references', () => {
    const found = smallWorld(
      network(64, [
        ...rowsOf(rewiredRing(60, 6, 100)).flatMap((row, v) => row.map((w): [number, number] => [v, w])),
        [60, 61],
        [62, 63],
      ]),
      1,
    ).value
    expect([found?.n, found?.method, found?.draws]).toEqual([60, 'sampled', 100])
    const { omega, clustering, distance, randomDistance, latticeClustering, randomClustering } = found ?? {}
    expectClose(
      omega ?? null,
      (randomDistance ?? 0) / (distance ?? 0) - (clustering ?? 0) / (latticeClustering ?? 0),
      'omega',
    )
    expect(randomClustering).toBeLessThan(0.2)
  })

  it('is the same on every run of a seed, and stops when told to', () => {
    const ring = rewiredRing(400, 6, 50)
    expect(smallWorld(ring, 7)).toEqual(smallWorld(ring, 7))
    const stop = (): void => {
      throw new Error('stopped')
    }
    expect(() => smallWorld(ring, 7, stop)).toThrow('stopped')
  })

  it('is undefined below 30 actors or two partners on average, and where a lattice has no triangle', () => {
    expect(smallWorld(network(0, []), 1).reason).toBe('fewer-than-thirty-actors')
    expect(smallWorld(rewiredRing(29, 6, 0), 1).reason).toBe('fewer-than-thirty-actors')
    expect(smallWorld(network(90, []), 1).reason).toBe('fewer-than-thirty-actors')
    const path = Array.from({ length: 39 }, (_, v): [number, number] => [v, v + 1])
    expect(smallWorld(network(40, path), 1).reason).toBe('fewer-than-two-partners-on-average')
    expect(smallWorld(network(40, [...path, [39, 0]]), 1).reason).toBe('nothing-expected')
  })
})

describe('reach within strata', () => {
  it('with one stratum expects what shuffling over all expects', () => {
    for (const one of seededNetworks().slice(0, 60)) {
      const { csr, labels } = toKernel(one)
      const found = reachWithinStrata(csr, labels, new Uint8Array(one.n), 1, 5)
      for (const { sector, n, reached, a0 } of sectorReach(csr, labels)) {
        if (n === 0) expect(found[sector]?.reason).toBe('empty-sector')
        else {
          expect(found[sector]?.value?.reached).toBe(reached)
          expectClose((found[sector]?.value?.expected ?? 0) / n, a0.value, 'expected reach')
        }
      }
    }
  })

  it('equals enumeration over all labellings that keep every stratum', () => {
    let compared = 0
    for (const one of seededNetworks(7).filter(({ n }) => n >= 4 && n <= 12)) {
      const { csr, labels } = toKernel(one)
      const stratum = Array.from({ length: one.n }, (_, v) => (v * 5) % 3)
      const within = [0, 1, 2].map((g) => [...labellings(one.sector.filter((_, v) => stratum[v] === g))])
      if (within.reduce((product, list) => product * list.length, 1) > 3_000) continue
      const sets = adjacency(one)
      const sums = [0, 0, 0, 0]
      const fewer = [0, 0, 0, 0]
      let total = 0
      const reachedIn = (sector: readonly number[], k: number): number =>
        sector.filter((s, v) => s === k && [...(sets[v] ?? [])].some((w) => sector[w] !== k)).length
      for (const first of within[0] ?? []) {
        for (const second of within[1] ?? []) {
          for (const third of within[2] ?? []) {
            const rest = [[...first], [...second], [...third]]
            const sector = stratum.map((g) => rest[g]?.shift() ?? 0)
            total++
            for (let k = 0; k < 4; k++) {
              sums[k] = (sums[k] ?? 0) + reachedIn(sector, k)
              if (reachedIn(sector, k) <= reachedIn(one.sector, k)) fewer[k] = (fewer[k] ?? 0) + 1
            }
          }
        }
      }
      compared++
      for (const [k, found] of reachWithinStrata(csr, labels, stratum, 1, 400).entries()) {
        if (found.value === null) continue
        const exact = (fewer[k] ?? 0) / total
        expectClose(found.value.expected, (sums[k] ?? 0) / total, `sector ${k}`)
        expect(Math.abs(found.value.p - exact)).toBeLessThan(
          4.5 * Math.sqrt((exact * (1 - exact)) / 400) + 0.006,
        )
      }
    }
    expect(compared).toBeGreaterThanOrEqual(20)
  })

  it('finds nothing odd where place explains the sectors', () => {
    // two kecamatan, tied only within; each is one sector but for one member
    const ties: [number, number][] = []
    for (let v = 0; v < 20; v++)
      for (const step of [1, 2]) ties.push([v, Math.floor(v / 10) * 10 + ((v + step) % 10)])
    const csr = network(20, ties)
    const labels: Labels = {
      count: 2,
      of: Uint16Array.from({ length: 20 }, (_, v) => (v === 4 ? 1 : v === 14 ? 0 : Math.floor(v / 10))),
    }
    const place = Array.from({ length: 20 }, (_, v) => Math.floor(v / 10))
    const held = reachWithinStrata(csr, labels, place, 1)[0]?.value
    const free = reachWithinStrata(csr, labels, new Uint8Array(20), 1)[0]?.value
    expect(free?.p).toBeLessThan(0.05)
    expect(held?.p).toBe(1)
    expectClose(held?.ratio.value ?? null, 1, 'ratio')
    expect(held?.sampling).toEqual({ method: 'sampled', draws: 9_999 })
  })
})
