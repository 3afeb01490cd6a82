import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { countAssignments, startAssignment, walkAssignments } from '#shared/analytics/assignments.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { benchmark } from '#shared/analytics/benchmark.ts'
import { createBlockSearch, searchBlocks } from '#shared/analytics/block-search.ts'
import { bridgingTest } from '#shared/analytics/bridging-test.ts'
import { shapleyByPillar, splitChange } from '#shared/analytics/change.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { cutMoments } from '#shared/analytics/cut-moments.ts'
import { eiTest } from '#shared/analytics/ei-test.ts'
import { induce } from '#shared/analytics/induce.ts'
import { integrationIndex, smallSectors } from '#shared/analytics/integration-index.ts'
import { changeBand, indexBand, leaveOneOut } from '#shared/analytics/jackknife.ts'
import { sectorSizes } from '#shared/analytics/labels.ts'
import { liaisons } from '#shared/analytics/liaison.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import { sectorReach } from '#shared/analytics/sector-reach.ts'
import { sectorTests } from '#shared/analytics/sector-tests.ts'
import { arbitraryNetwork, renumber, toKernel } from './arbitrary-network.ts'
import {
  adjacency,
  joinedPairs,
  labellings,
  type NaiveNetwork,
  naivePillars,
  reachable,
  staysJoined,
  tiesOf,
} from './naive.ts'

const RUNS = { numRuns: 200, seed: 20240909 }
const FEW = { numRuns: 200, seed: 20240909 }
const near = (actual: number, expected: number): void =>
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThan(1e-9)

describe('the network', () => {
  it('holds each pair once, sorted, without self-ties, whatever repeats and directions the list has', () => {
    fc.assert(
      fc.property(arbitraryNetwork(12), (network) => {
        const { csr } = toKernel(network)
        const sets = adjacency(network)
        expect(csr.m).toBe(tiesOf(sets).length)
        for (let v = 0; v < csr.n; v++) {
          const row = Array.from(csr.neighbours.subarray(csr.offsets[v], csr.offsets[v + 1]))
          expect(row).toEqual([...(sets[v] ?? [])].sort((a, b) => a - b))
        }
      }),
      RUNS,
    )
  })

  it('refuses a tie to an actor it does not have', () => {
    expect(() => buildCsr(2, [0], [2])).toThrow(RangeError)
    expect(() => buildCsr(2, [0], [])).toThrow(RangeError)
  })

  it('induced on some actors has exactly their ties', () => {
    fc.assert(
      fc.property(arbitraryNetwork(10), fc.infiniteStream(fc.boolean()), (network, keep) => {
        const { csr, labels } = toKernel(network)
        const kept = Array.from({ length: network.n }, (_, v) => v).filter(() => keep.next().value)
        const part = induce(csr, labels, kept)
        const sets = adjacency(network)
        const wanted = tiesOf(sets).filter(([a, b]) => kept.includes(a) && kept.includes(b))
        expect(part.csr.m).toBe(wanted.length)
        for (const [i, v] of kept.entries()) {
          expect(part.labels.of[i]).toBe(network.sector[v])
          for (const j of part.csr.neighbours.subarray(part.csr.offsets[i], part.csr.offsets[i + 1])) {
            expect(sets[v]?.has(kept[j] ?? -1)).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })
})

describe('the integration index', () => {
  it('equals its definition pair by pair', () => {
    fc.assert(
      fc.property(arbitraryNetwork(9), (network) => {
        const { csr, labels } = toKernel(network)
        const found = integrationIndex(csr, labels).value
        const wanted = naivePillars(network)
        if (!wanted) {
          expect(found).toBeNull()
          return
        }
        for (const key of ['J', 'S', 'H', 'T'] as const) near(found?.[key] ?? Number.NaN, wanted[key])
      }),
      RUNS,
    )
  })

  it('never falls when a tie is added, nor does J, S, H or T', () => {
    fc.assert(
      fc.property(arbitraryNetwork(12), fc.nat(), fc.nat(), (network, i, j) => {
        const before = toKernel(network)
        const a = i % network.n
        const b = j % network.n
        const after = toKernel({ ...network, ties: [...network.ties, [a, b]] })
        const x = integrationIndex(before.csr, before.labels).value
        const y = integrationIndex(after.csr, after.labels).value
        if (!x || !y) {
          expect(x).toBe(y)
          return
        }
        for (const key of ['J', 'S', 'H', 'T', 'index'] as const)
          expect(y[key]).toBeGreaterThanOrEqual(x[key])
      }),
      { ...RUNS, numRuns: 600 },
    )
  })

  it('lies in 0 .. 100 and is 0 exactly when there is no tie between sectors', () => {
    fc.assert(
      fc.property(arbitraryNetwork(12), (network) => {
        const { csr, labels } = toKernel(network)
        const index = integrationIndex(csr, labels).value?.index
        if (index === undefined) return
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(100)
        const crosses = network.ties.some(([a, b]) => network.sector[a] !== network.sector[b])
        expect(index === 0).toBe(!crosses)
      }),
      RUNS,
    )
  })
})

describe('independence of names and order', () => {
  it('renumbering actors or sectors, and repeating ties, changes nothing', () => {
    fc.assert(
      fc.property(arbitraryNetwork(11), fc.nat(), (network, salt) => {
        const order = Array.from({ length: network.n }, (_, v) => v)
        for (let i = order.length - 1; i > 0; i--) {
          const j = (salt * 31 + i * 17) % (i + 1)
          ;[order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0]
        }
        const original = toKernel(network)
        const changed = toKernel({
          ...renumber(network, order),
          ties: [
            ...renumber(network, order).ties,
            ...renumber(network, order).ties.map(([a, b]): [number, number] => [b, a]),
          ],
          sector: renumber(network, order).sector.map((k) => 3 - k),
        })
        const x = integrationIndex(original.csr, original.labels).value
        const y = integrationIndex(changed.csr, changed.labels).value
        near(x?.index ?? -1, y?.index ?? -1)
        for (const measure of [assortativity, modularity]) {
          near(
            measure(original.csr, original.labels).value ?? -9,
            measure(changed.csr, changed.labels).value ?? -9,
          )
        }
        const before = assessSectors(original.csr, original.labels, { seed: 5 })
        const after = assessSectors(changed.csr, changed.labels, { seed: 5 })
        for (let k = 0; k < 4; k++) {
          const [p, q] = [before[k], after[3 - k]]
          expect(q?.level).toEqual(p?.level)
          expect(q?.diagnosis).toBe(p?.diagnosis)
          near(p?.p.value ?? -1, q?.p.value ?? -1)
          near(p?.stability.value ?? -1, q?.stability.value ?? -1)
          expect(q?.evidence).toBe(p?.evidence)
        }
      }),
      FEW,
    )
  })
})

describe('reach', () => {
  it('rho is activity times openness, and external tie ends add up to twice the external ties', () => {
    fc.assert(
      fc.property(arbitraryNetwork(12), (network) => {
        const { csr, labels } = toKernel(network)
        const readings = sectorReach(csr, labels)
        for (const { rho, activity, openness } of readings) {
          if (rho.value !== null && activity.value !== null && openness.value !== null) {
            near(rho.value, activity.value * openness.value)
          }
        }
        const external = tiesOf(adjacency(network)).filter(
          ([a, b]) => network.sector[a] !== network.sector[b],
        )
        expect(readings.reduce((sum, { external: E }) => sum + E, 0)).toBe(2 * external.length)
      }),
      RUNS,
    )
  })

  it('expected reach, p-values, moments and floor equal enumeration by hand', () => {
    fc.assert(
      fc.property(arbitraryNetwork(7, 3), (network) => {
        const { csr, labels } = toKernel(network)
        const sets = adjacency(network)
        const reachedOf = (sector: readonly number[], k: number): number =>
          sector.filter((s, v) => s === k && [...(sets[v] ?? [])].some((w) => sector[w] !== k)).length
        const cutOf = (sector: readonly number[], k: number): number =>
          tiesOf(sets).filter(([a, b]) => (sector[a] === k) !== (sector[b] === k)).length
        const all = [...labellings(network.sector)]
        const readings = sectorReach(csr, labels)
        const tests = sectorTests(csr, labels, 1)
        for (let k = 0; k < 3; k++) {
          const size = network.sector.filter((s) => s === k).length
          const test = tests[k]
          if (size === 0 || !test) {
            expect(test).toBeNull()
            continue
          }
          const counts = all.map((sector) => reachedOf(sector, k))
          const cuts = all.map((sector) => cutOf(sector, k))
          const share = (holds: (count: number) => boolean, of: number[]): number =>
            of.filter(holds).length / of.length
          near(readings[k]?.a0.value ?? -1, counts.reduce((a, b) => a + b, 0) / counts.length / size)
          near(
            test.reachP,
            share((c) => c <= reachedOf(network.sector, k), counts),
          )
          near(
            test.pMin,
            share((c) => c === 0, counts),
          )
          near(
            test.floorP,
            share((c) => c === Math.min(...counts), counts),
          )
          near(
            test.externalP,
            share((c) => c <= cutOf(network.sector, k), cuts),
          )
          if (network.n < 2) continue
          const moments = cutMoments(csr, [size, network.n - size])
          const mean = cuts.reduce((a, b) => a + b, 0) / cuts.length
          near(moments.mean, mean)
          near(moments.variance, cuts.reduce((a, b) => a + (b - mean) ** 2, 0) / cuts.length)
        }
      }),
      FEW,
    )
  })

  it('permutation p lies in [1/(B+1), 1] and comes near the exact one', () => {
    // C(17, 8) = 24,310 placements are too many to enumerate by the rule, few enough to do by hand here
    const n = 17
    const ties: [number, number][] = []
    for (let v = 0; v < n; v++) ties.push([v, (v + 1) % n], [v, (v * 3 + 1) % n])
    const network: NaiveNetwork = { n, ties, sector: Array.from({ length: n }, (_, v) => (v < 8 ? 0 : 1)) }
    const { csr, labels } = toKernel(network, 2)
    const test = sectorTests(csr, labels, 7)[0]
    const sets = adjacency(network)
    let fewer = 0
    let draws = 0
    const frequency = new Array<number>(9).fill(0)
    const inside = (mask: number, v: number): boolean => ((mask >> v) & 1) === 1
    const reachedIn = (mask: number): number => {
      let reached = 0
      for (let v = 0; v < n; v++) {
        if (inside(mask, v) && [...(sets[v] ?? [])].some((w) => !inside(mask, w))) reached++
      }
      return reached
    }
    const observed = reachedIn(0xff)
    for (let mask = 0; mask < 1 << n; mask++) {
      let size = 0
      for (let v = 0; v < n; v++) if (inside(mask, v)) size++
      if (size !== 8) continue
      draws++
      const reached = reachedIn(mask)
      frequency[reached] = (frequency[reached] ?? 0) + 1
      if (reached <= observed) fewer++
    }
    expect(draws).toBe(24_310)
    expect(test?.sampling).toEqual({ method: 'sampled', draws: 9_999 })
    const comesNear = (p: number | undefined, exact: number): void => {
      const standardError = Math.sqrt((exact * (1 - exact)) / 9_999)
      expect(Math.abs((p ?? 9) - exact)).toBeLessThan(4 * standardError + 1e-4)
    }
    comesNear(test?.reachP, fewer / draws)
    comesNear(test?.floorP, (frequency.find((times) => times > 0) ?? 0) / draws)
    for (const p of [test?.reachP, test?.pMin, test?.floorP, test?.externalP]) {
      expect(p).toBeGreaterThanOrEqual(1 / 10_000)
      expect(p).toBeLessThanOrEqual(1)
    }
    expect(sectorTests(csr, labels, 7)).toEqual(sectorTests(csr, labels, 7))
    expect(sectorTests(csr, labels, 8)).not.toEqual(sectorTests(csr, labels, 7))
  })
})

describe('whole-network tests', () => {
  it('E-I p and moments, liaison tails and the benchmark equal enumeration by hand', () => {
    fc.assert(
      fc.property(arbitraryNetwork(6, 3), (network) => {
        const { csr, labels } = toKernel(network)
        const sets = adjacency(network)
        const ties = tiesOf(sets)
        const all = [...labellings(network.sector)]
        expect(countAssignments(sectorSizes(labels), 300_000)).toBe(all.length)
        const externalOf = (sector: readonly number[]): number =>
          ties.filter(([a, b]) => sector[a] !== sector[b]).length
        const test = eiTest(csr, labels, 1).value
        if (test) {
          const counts = all.map(externalOf)
          const mean = counts.reduce((a, b) => a + b, 0) / counts.length
          near(test.p, counts.filter((c) => c <= externalOf(network.sector)).length / counts.length)
          near(test.externalMean, mean)
          near(test.externalVariance, counts.reduce((a, b) => a + (b - mean) ** 2, 0) / counts.length)
        }
        const liaisonOf = (sector: readonly number[], k: number): number => {
          let count = 0
          for (const [v, partners] of sets.entries()) {
            if (sector[v] !== k) continue
            for (const a of partners) {
              for (const b of partners) {
                if (a < b && !sets[a]?.has(b) && new Set([sector[a], sector[b], k]).size === 3) count++
              }
            }
          }
          return count
        }
        const upper = bridgingTest(csr, labels, 1)
        for (let k = 0; k < 3; k++) {
          const observed = liaisonOf(network.sector, k)
          expect(liaisons(csr, labels).bySector[k]).toBe(observed)
          near(upper.p[k] ?? -1, all.filter((sector) => liaisonOf(sector, k) >= observed).length / all.length)
        }
        const mean = benchmark(csr, labels, 1).value?.mean
        const indices = all.map((sector) => {
          const parts = naivePillars({ ...network, sector })
          return parts ? 100 * Math.cbrt(parts.J * parts.S * ((parts.H + parts.T) / 2)) : null
        })
        if (indices[0] === null) expect(mean).toBeUndefined()
        else near(mean ?? -1, indices.reduce((sum: number, x) => sum + (x ?? 0), 0) / indices.length)
      }),
      FEW,
    )
  })

  it('steps through every distinct labelling once', () => {
    const sizes = Uint32Array.from([2, 1, 3])
    const of = startAssignment(6, sizes)
    const seen = new Set<string>()
    const put = (v: number, from: number, to: number): void => {
      expect(of[v]).toBe(from)
      expect(to).not.toBe(from)
    }
    const visited = walkAssignments(of, sizes, put, () => {
      const labels = { count: 3, of: of.slice() }
      expect(sectorSizes(labels)).toEqual(sizes)
      seen.add(of.join(''))
    })
    expect(visited).toBe(60)
    expect(seen.size).toBe(60)
    expect(countAssignments(Uint32Array.from([2, 1, 3]), 300_000)).toBe(60)
  })
})

describe('wholeness', () => {
  it('blocks hold exactly the pairs that stay joined without any one third actor; partners always do', () => {
    fc.assert(
      fc.property(arbitraryNetwork(9), (network) => {
        const { csr } = toKernel(network)
        const search = createBlockSearch(csr.n)
        searchBlocks(csr, search)
        const together = new Set<string>()
        for (let b = 0; b < search.blockCount; b++) {
          const members = Array.from(
            search.blockMembers.subarray(search.blockOffsets[b], search.blockOffsets[b + 1]),
          )
          for (const x of members) for (const y of members) if (x < y) together.add(`${x}-${y}`)
        }
        const sets = adjacency(network)
        for (let a = 0; a < network.n; a++) {
          for (let b = a + 1; b < network.n; b++) {
            expect(together.has(`${a}-${b}`)).toBe(staysJoined(sets, a, b))
            if (sets[a]?.has(b)) expect(together.has(`${a}-${b}`)).toBe(true)
          }
        }
        if (network.n < 2) return
        const pairs = network.n * (network.n - 1)
        near(connectedness(csr).value ?? -1, joinedPairs(sets) / pairs)
        near(resilience(csr).value ?? -1, (2 * together.size) / pairs)
        expect(resilience(csr).value ?? 9).toBeLessThanOrEqual(connectedness(csr).value ?? -9)
      }),
      RUNS,
    )
  })

  it('cut points and bridges lose exactly the pairs that leaving them out loses', () => {
    fc.assert(
      fc.property(arbitraryNetwork(10), (network) => {
        const { csr } = toKernel(network)
        const sets = adjacency(network)
        const { points, bridges } = articulation(csr)
        const lostBy = new Map(points.map((point) => [point.actor, point.pairsLost]))
        for (let v = 0; v < network.n; v++) {
          const own = 2 * (reachable(sets, v).size - 1)
          expect(lostBy.get(v) ?? 0).toBe((joinedPairs(sets) - own - joinedPairs(sets, v)) / 2)
        }
        const bridgeLoss = new Map(bridges.map(({ a, b, pairsLost }) => [`${a}-${b}`, pairsLost]))
        for (const [a, b] of tiesOf(sets)) {
          const without = adjacency({
            n: network.n,
            ties: tiesOf(sets).filter(([x, y]) => x !== a || y !== b),
          })
          expect(bridgeLoss.get(`${a}-${b}`) ?? 0).toBe((joinedPairs(sets) - joinedPairs(without)) / 2)
        }
      }),
      RUNS,
    )
  })
})

describe('leaving out one actor', () => {
  it('gives the index of the network without them, partition and pooling held', () => {
    fc.assert(
      fc.property(arbitraryNetwork(10), (network) => {
        const { csr, labels } = toKernel(network)
        const run = leaveOneOut(csr, labels)
        const pooled = smallSectors(sectorSizes(labels))
        for (let out = 0; out < network.n; out++) {
          const kept = Array.from({ length: network.n }, (_, v) => v).filter((v) => v !== out)
          const rest = induce(csr, labels, kept)
          const wanted =
            run.index.value === null ? 0 : (integrationIndex(rest.csr, rest.labels, pooled).value?.index ?? 0)
          near(run.values[out] ?? -1, wanted)
        }
      }),
      RUNS,
    )
  })

  it('keeps the level in as many runs as full readings without each actor do', () => {
    fc.assert(
      fc.property(arbitraryNetwork(9), (network) => {
        const { csr, labels } = toKernel(network)
        const whole = assessSectors(csr, labels, { seed: 1 })
        const kept = new Array<number>(4).fill(0)
        for (let out = 0; out < network.n; out++) {
          const rest = induce(
            csr,
            labels,
            Array.from({ length: network.n }, (_, v) => v).filter((v) => v !== out),
          )
          for (const [k, sector] of assessSectors(rest.csr, rest.labels, {
            seed: 1,
            tests: false,
          }).entries()) {
            if (sector.level.value !== null && sector.level.value === whole[k]?.level.value)
              kept[k] = (kept[k] ?? 0) + 1
          }
        }
        for (const [k, sector] of whole.entries()) {
          if (sector.level.value !== null) near(sector.stability.value ?? -1, (kept[k] ?? 0) / network.n)
        }
      }),
      RUNS,
    )
  })

  it('the band follows its formula and the paired band that of the change', () => {
    fc.assert(
      fc.property(arbitraryNetwork(12), arbitraryNetwork(12), (first, second) => {
        const before = toKernel(first)
        const after = toKernel(second)
        const runBefore = leaveOneOut(before.csr, before.labels)
        const runAfter = leaveOneOut(after.csr, after.labels)
        const spread = (values: number[]): number => {
          const mean = values.reduce((a, b) => a + b, 0) / values.length
          const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0)
          return Math.sqrt(((values.length - 2) / (2 * values.length)) * squares)
        }
        const band = indexBand(runAfter)
        if (band.value) {
          near(band.value.standardError, spread(Array.from(runAfter.values)))
          near(band.value.high, Math.min(100, (runAfter.index.value ?? 0) + 1.645 * band.value.standardError))
          near(band.value.low, Math.max(0, (runAfter.index.value ?? 0) - 1.645 * band.value.standardError))
        } else if (runAfter.index.value !== null && second.n >= 10)
          expect(band.reason).toBe('band-not-computable')
        // actors with the same number are the same; the rest came in or left
        const match = Array.from({ length: second.n }, (_, v) => (v < first.n ? v : -1))
        const change = changeBand(runBefore, runAfter, match).value
        if (!change) return
        const differences: number[] = []
        for (let v = 0; v < Math.max(first.n, second.n); v++) {
          const later = v < second.n ? runAfter.values[v] : runAfter.index.value
          const earlier = v < first.n ? runBefore.values[v] : runBefore.index.value
          differences.push((later ?? 0) - (earlier ?? 0))
        }
        near(change.standardError, spread(differences))
        expect(change.clear).toBe(Math.abs(change.value) > 1.645 * change.standardError)
      }),
      RUNS,
    )
  })
})

describe('change', () => {
  it('cohort and composition add up to the change, pillars to the cohort part', () => {
    fc.assert(
      fc.property(arbitraryNetwork(10), arbitraryNetwork(10), (first, second) => {
        const before = toKernel(first)
        const after = toKernel(second)
        const match = Array.from({ length: second.n }, (_, v) => (v < first.n ? v : -1))
        const split = splitChange(before, after, match)
        const x = integrationIndex(before.csr, before.labels).value
        const y = integrationIndex(after.csr, after.labels).value
        if (!split.value) {
          expect(split.reason).toMatch(/undefined-(before|after)$/)
          return
        }
        if (!x || !y) throw new Error('a split of an undefined change')
        const { total, sameCohort, composition, pillars } = split.value
        near(total, y.index - x.index)
        near(sameCohort + composition, total)
        near(pillars.J + pillars.S + pillars.C, sameCohort)
        expect(split.value.cohortSize).toBe(Math.min(first.n, second.n))
        if (first.n === second.n) near(composition, 0)
      }),
      RUNS,
    )
  })

  it('a pillar that did not move has no part in the change', () => {
    const parts = shapleyByPillar({ J: 0.4, S: 0.3, C: 0.5 }, { J: 0.8, S: 0.3, C: 0.6 })
    expect(parts.S).toBe(0)
    near(parts.J + parts.C, 100 * (Math.cbrt(0.8 * 0.3 * 0.6) - Math.cbrt(0.4 * 0.3 * 0.5)))
  })
})
