import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { benchmark } from '#shared/analytics/benchmark.ts'
import { degreeCentralization } from '#shared/analytics/centralization.ts'
import { splitChange } from '#shared/analytics/change.ts'
import { colemanHomophily } from '#shared/analytics/coleman-homophily.ts'
import { components } from '#shared/analytics/components.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { degreeDistribution, meanDegree } from '#shared/analytics/degree.ts'
import { density } from '#shared/analytics/density.ts'
import { ei } from '#shared/analytics/ei.ts'
import { eiTest } from '#shared/analytics/ei-test.ts'
import { freemanSegregation } from '#shared/analytics/freeman-segregation.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { changeBand, indexBand, leaveOneOut } from '#shared/analytics/jackknife.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import type { Measured } from '#shared/analytics/measured.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import { diagnose, isOneBridge, sectorLevel } from '#shared/analytics/sector-level.ts'

function network(sector: number[], ties: [number, number][] = [], count = 3): { csr: Csr; labels: Labels } {
  return {
    csr: buildCsr(
      sector.length,
      ties.map(([a]) => a),
      ties.map(([, b]) => b),
    ),
    labels: { count, of: Uint16Array.from(sector) },
  }
}

function reasons(measures: Record<string, Measured<unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, measure.reason]))
}

const path = (n: number): [number, number][] => Array.from({ length: n - 1 }, (_, v) => [v, v + 1])

describe('what is undefined is null with its reason', () => {
  it('nobody', () => {
    const { csr, labels } = network([])
    expect(
      reasons({
        density: density(csr),
        connectedness: connectedness(csr),
        resilience: resilience(csr),
        mean: meanDegree(csr),
        centralization: degreeCentralization(csr),
        index: integrationIndex(csr, labels),
        benchmark: benchmark(csr, labels, 1),
        band: indexBand(leaveOneOut(csr, labels)),
        mixing: mixing(csr, labels),
        ei: ei(csr, labels),
        test: eiTest(csr, labels, 1),
        assortativity: assortativity(csr, labels),
        modularity: modularity(csr, labels),
        segregation: freemanSegregation(csr, labels),
      }),
    ).toEqual({
      density: 'fewer-than-two-actors',
      connectedness: 'fewer-than-two-actors',
      resilience: 'fewer-than-two-actors',
      mean: 'no-actors',
      centralization: 'fewer-than-three-actors',
      index: 'fewer-than-two-actors',
      benchmark: 'fewer-than-two-actors',
      band: 'fewer-than-two-actors',
      mixing: 'fewer-than-two-actors',
      ei: 'no-ties',
      test: 'no-ties',
      assortativity: 'no-ties',
      modularity: 'no-ties',
      segregation: 'fewer-than-two-actors',
    })
    expect(components(csr)).toMatchObject({ count: 0, isolates: 0, largest: 0 })
    expect(Array.from(degreeDistribution(csr))).toEqual([])
    expect(articulation(csr)).toEqual({ points: [], bridges: [] })
    for (const sector of assessSectors(csr, labels, { seed: 1 })) {
      expect(sector.level.reason).toBe('empty-sector')
      expect(sector.p.reason).toBe('empty-sector')
    }
  })

  it('one actor', () => {
    const { csr, labels } = network([1])
    expect(density(csr).reason).toBe('fewer-than-two-actors')
    expect(integrationIndex(csr, labels).reason).toBe('fewer-than-two-actors')
    const [empty, alone] = assessSectors(csr, labels, { seed: 1 })
    expect(empty?.level.reason).toBe('empty-sector')
    expect([alone?.level.value, alone?.rho.reason, alone?.evidence]).toEqual([
      'NO_NETWORK',
      'nothing-expected',
      null,
    ])
    expect(alone?.externalMean.reason).toBe('fewer-than-two-actors')
  })

  it('two actors of two sectors: an index exists, a band does not', () => {
    const apart = network([0, 1])
    const joined = network([0, 1], [[0, 1]])
    expect(integrationIndex(apart.csr, apart.labels).value?.index).toBe(0)
    expect(integrationIndex(joined.csr, joined.labels).value?.index).toBe(100)
    expect(indexBand(leaveOneOut(joined.csr, joined.labels)).reason).toBe('fewer-than-ten-actors')
    expect(degreeCentralization(joined.csr).reason).toBe('fewer-than-three-actors')
    const [first] = assessSectors(joined.csr, joined.labels, { seed: 1 })
    expect([first?.testable, first?.q.reason]).toEqual([false, 'not-testable'])
  })

  it('no tie at all: the index is 0, the sectors have no network, the band is not computable', () => {
    const { csr, labels } = network(Array.from({ length: 12 }, (_, v) => v % 3))
    expect(integrationIndex(csr, labels).value).toMatchObject({ J: 0, S: 0, H: 0, T: 0, index: 0 })
    expect(indexBand(leaveOneOut(csr, labels)).reason).toBe('band-not-computable')
    expect(benchmark(csr, labels, 1).value).toMatchObject({ mean: 0, method: 'exact' })
    for (const sector of assessSectors(csr, labels, { seed: 1 })) {
      expect(sector.level.value).toBe('NO_NETWORK')
      expect([sector.rho.reason, sector.openness.reason]).toEqual(['nothing-expected', 'nothing-expected'])
      expect([sector.top1.reason, sector.ei.reason]).toEqual(['no-external-tie', 'no-ties'])
      expect(sector.evidence).toBeNull()
    }
    expect(colemanHomophily(csr, labels)[0]?.reason).toBe('no-ties')
  })

  it('one sector', () => {
    const { csr, labels } = network(new Array(12).fill(1), path(12))
    expect(integrationIndex(csr, labels).reason).toBe('one-sector')
    expect(benchmark(csr, labels, 1).reason).toBe('one-sector')
    expect(leaveOneOut(csr, labels).index.reason).toBe('one-sector')
    expect(assortativity(csr, labels).reason).toBe('no-variation')
    expect(freemanSegregation(csr, labels).reason).toBe('one-sector')
    expect(colemanHomophily(csr, labels)[1]?.reason).toBe('one-sector')
    expect(ei(csr, labels).value).toBe(-1)
    expect(eiTest(csr, labels, 1).value).toMatchObject({ p: 1, draws: 1 })
    const sector = assessSectors(csr, labels, { seed: 1 })[1]
    expect([sector?.level.value, sector?.p.value, sector?.testable]).toEqual(['NO_NETWORK', 1, false])
  })

  it('only sectors below three members: S is their pooled reach', () => {
    const { csr, labels } = network([0, 0, 1, 1, 2], [[0, 2]])
    expect(integrationIndex(csr, labels).value).toMatchObject({ S: 2 / 5, J: 2 / 5, groups: 1 })
    for (const sector of assessSectors(csr, labels, { seed: 1 })) {
      expect(sector.testable).toBe(false)
      if (sector.level.value === 'ISOLATED' || sector.level.value === 'WEAK')
        expect(sector.evidence).toBe('UNTESTABLE')
    }
  })

  it('an empty sector weighs nothing', () => {
    const ties: [number, number][] = [
      [0, 3],
      [1, 4],
    ]
    const full = network([0, 0, 0, 1, 1, 1], ties, 2)
    const withEmpty = network([0, 0, 0, 2, 2, 2], ties, 4)
    expect(integrationIndex(withEmpty.csr, withEmpty.labels).value?.index).toBe(
      integrationIndex(full.csr, full.labels).value?.index,
    )
    const levels = assessSectors(withEmpty.csr, withEmpty.labels, { seed: 1 }).map(
      (sector) => sector.level.value,
    )
    expect(levels).toEqual(['INTEGRATED', null, 'INTEGRATED', null])
  })
})

describe('the verdict on a sector', () => {
  /** 0-3, 4-7 and 8-11 are cycles of four; the first two are cross-tied, the third is apart. */
  const cycles = [0, 4, 8].flatMap((s): [number, number][] =>
    [0, 1, 2, 3].map((i) => [s + i, s + ((i + 1) % 4)]),
  )
  const crossed: [number, number][] = [
    [0, 4],
    [1, 5],
    [2, 6],
    [3, 7],
  ]
  const sector = Array.from({ length: 12 }, (_, v) => Math.floor(v / 4))

  it('is withheld below the coverage gate, and the family of tests shrinks', () => {
    const { csr, labels } = network(sector, [...cycles, ...crossed])
    const open = assessSectors(csr, labels, { seed: 1 })
    const gated = assessSectors(csr, labels, { seed: 1, gate: [true, false, true] })
    expect([open[2]?.level.value, open[2]?.evidence]).toEqual(['ISOLATED', 'STRONG'])
    expect(gated[1]?.level.reason).toBe('coverage-too-low')
    expect(gated[1]?.q.reason).toBe('coverage-too-low')
    expect([gated[1]?.evidence, gated[1]?.stability.reason]).toEqual([null, 'coverage-too-low'])
    expect(open[2]?.q.value).toBeCloseTo(3 * (open[2]?.p.value ?? 0), 12)
    expect(gated[2]?.q.value).toBeCloseTo(2 * (gated[2]?.p.value ?? 0), 12)
  })

  it('is never testable for two members, however rare their isolation', () => {
    // twelve pairs; the first pair is a sector, and only 12 of 276 placements of two leave both unreached
    const ties = Array.from({ length: 12 }, (_, i): [number, number] => [2 * i, 2 * i + 1])
    const { csr, labels } = network(
      Array.from({ length: 24 }, (_, v) => (v < 2 ? 0 : 1 + (v % 2))),
      ties,
    )
    const pair = assessSectors(csr, labels, { seed: 1 })[0]
    expect(pair?.p.value).toBeCloseTo(12 / 276, 12)
    expect([pair?.level.value, pair?.testable, pair?.evidence]).toEqual(['ISOLATED', false, 'UNTESTABLE'])
  })

  it.each([
    [null, 0, false, 'NO_NETWORK'],
    [0.49, 0.9, false, 'ISOLATED'],
    [0.5 - 1e-16, 0.9, false, 'WEAK'],
    [0.79, 0.9, false, 'WEAK'],
    [0.8, 0.9, false, 'INTEGRATED'],
    [1.2, 0.49, false, 'WEAK'],
    [1.2, 0.5, false, 'INTEGRATED'],
    [1.2, 0.9, true, 'WEAK'],
  ] as const)('rho %s, reach %s, one bridge %s: %s', (rho, reach, oneBridge, level) => {
    expect(sectorLevel(rho, reach, oneBridge)).toBe(level)
  })

  it.each([
    [0.59, 0.1, true, 'DORMANT'],
    [0.6, 0.59, true, 'CLOSED'],
    [0.6, 0.6, true, 'ONE_BRIDGE'],
    [null, null, false, '-'],
  ] as const)('activity %s, openness %s, one bridge %s: %s', (activity, openness, oneBridge, diagnosis) => {
    expect(diagnose(activity, openness, oneBridge)).toBe(diagnosis)
  })

  it('one bridge needs three members, three ties and more than half in one hand', () => {
    expect(isOneBridge(3, 3, 2)).toBe(true)
    expect(isOneBridge(2, 3, 2)).toBe(false)
    expect(isOneBridge(3, 2, 2)).toBe(false)
    expect(isOneBridge(3, 4, 2)).toBe(false)
  })

  it('leaves out tests and evidence when asked to', () => {
    const { csr, labels } = network(sector, [...cycles, ...crossed])
    const quick = assessSectors(csr, labels, { seed: 1, tests: false })[2]
    expect([quick?.level.value, quick?.p.reason, quick?.evidence]).toEqual(['ISOLATED', 'not-tested', null])
  })

  it('is weak where one member holds more than half of the ties to other sectors', () => {
    const { csr, labels } = network(sector, [...cycles, ...crossed, [8, 0], [8, 1], [8, 2], [9, 4], [10, 5]])
    const third = assessSectors(csr, labels, { seed: 1 })[2]
    expect(third?.oneBridge).toBe(true)
    expect([third?.level.value, third?.diagnosis]).toEqual(['WEAK', 'ONE_BRIDGE'])
  })

  it('is bridging where a sector links others more than chance', () => {
    // 0-5 each join a member of the second sector to one of the third, which have no ties of their own
    const ties: [number, number][] = []
    for (let v = 0; v < 6; v++)
      ties.push([v, 6 + v], [v, 12 + v], [v, 6 + ((v + 1) % 6)], [v, 12 + ((v + 1) % 6)])
    const { csr, labels } = network(
      Array.from({ length: 18 }, (_, v) => Math.floor(v / 6)),
      ties,
    )
    const [middle, second, third] = assessSectors(csr, labels, { seed: 1 })
    expect([middle?.level.value, middle?.bridging, middle?.evidence]).toEqual(['INTEGRATED', true, 'STRONG'])
    expect(middle?.liaison).toBe(24)
    expect(middle?.liaisonSampling).toEqual({ method: 'sampled', draws: 1_999 })
    expect([second?.bridging, third?.bridging, second?.evidence]).toEqual([false, false, null])
  })
})

describe('whole-network readings', () => {
  it('centralization is 1 for a star and 0 for a cycle', () => {
    const star = Array.from({ length: 6 }, (_, v): [number, number] => [0, v + 1])
    expect(degreeCentralization(network(new Array(7).fill(0), star).csr).value).toBe(1)
    expect(degreeCentralization(network(new Array(7).fill(0), [...path(7), [6, 0]]).csr).value).toBe(0)
    // degrees 2, 2, 3, 1: sum of gaps 1 + 1 + 0 + 2 = 4 of 6
    const kite: [number, number][] = [...path(4), [0, 2]]
    expect(degreeCentralization(network([0, 0, 0, 0], kite).csr).value).toBeCloseTo(4 / 6, 12)
    expect(Array.from(degreeDistribution(network([0, 0, 0, 0], kite).csr))).toEqual([0, 1, 2, 1])
  })

  it('a benchmark too long to enumerate is sampled from its seed and states its error', () => {
    const n = 40
    const { csr, labels } = network(
      Array.from({ length: n }, (_, v) => v % 3),
      [...path(n), [0, 20], [5, 30], [10, 35]],
    )
    const found = benchmark(csr, labels, 4).value
    expect([found?.method, found?.draws]).toEqual(['sampled', 999])
    expect(found?.error).toBeCloseTo((found?.deviation ?? 0) / Math.sqrt(999), 12)
    expect(benchmark(csr, labels, 4)).toEqual(benchmark(csr, labels, 4))
    const other = benchmark(csr, labels, 5).value
    expect(other?.mean).not.toBe(found?.mean)
    expect(Math.abs((other?.mean ?? 0) - (found?.mean ?? 0))).toBeLessThan(6 * (found?.error ?? 0))
  })

  it('an E-I test too long to enumerate is sampled and comes near the normal tail of its exact moments', () => {
    const n = 60
    const ties = [
      ...path(n),
      ...Array.from({ length: 30 }, (_, v): [number, number] => [v, (v * 7 + 13) % n]),
    ]
    const { csr, labels } = network(
      Array.from({ length: n }, (_, v) => Math.floor(v / 20)),
      ties,
    )
    const test = eiTest(csr, labels, 2).value
    expect([test?.method, test?.draws]).toEqual(['sampled', 9_999])
    expect(test?.p).toBe(1 / 10_000)
    expect(
      ((test?.externalMean ?? 0) - (test?.external ?? 0)) / Math.sqrt(test?.externalVariance ?? 1),
    ).toBeGreaterThan(4)
  })
})

describe('change and bands', () => {
  it('say at which date the index is missing', () => {
    const none = network([0, 0, 0])
    const some = network([0, 0, 1, 1], [[0, 2]])
    const match = [0, 1, 2, -1]
    expect(splitChange(none, some, match).reason).toBe('undefined-before')
    expect(splitChange(some, none, [0, 1, 2]).reason).toBe('undefined-after')
    const runs = [none, some].map(({ csr, labels }) => leaveOneOut(csr, labels))
    const [first, second] = runs
    if (!first || !second) throw new Error('no runs')
    expect(changeBand(first, second, match).reason).toBe('undefined-before')
    expect(changeBand(second, first, [0, 1, 2]).reason).toBe('undefined-after')
  })

  it('a cohort that is one sector has no split', () => {
    const before = network([0, 0, 1], [[0, 2]])
    const after = network([0, 0, 2], [[0, 2]])
    expect(splitChange(before, after, [0, 1, -1]).reason).toBe('cohort-undefined-before')
  })

  it('unlinked newcomers dilute the index without touching the cohort', () => {
    const ties: [number, number][] = [
      [0, 3],
      [1, 4],
      [2, 5],
      [0, 4],
      [1, 5],
      [2, 3],
    ]
    const before = network([0, 0, 0, 1, 1, 1], ties)
    const after = network([0, 0, 0, 1, 1, 1, 0, 1], ties)
    const split = splitChange(before, after, [0, 1, 2, 3, 4, 5, -1, -1]).value
    expect(split).toMatchObject({ sameCohort: 0, cohortSize: 6, entered: 2, left: 0 })
    expect(split?.composition).toBeLessThan(-20)
  })
})

describe('long networks', () => {
  it('a path of 100,000 neither overflows nor slows down', () => {
    const n = 100_000
    const { csr, labels } = network(
      Array.from({ length: n }, (_, v) => v % 2),
      path(n),
    )
    const { points, bridges } = articulation(csr)
    expect([points.length, bridges.length]).toEqual([n - 2, n - 1])
    expect(points[0]).toEqual({ actor: 1, pairsLost: n - 2 })
    expect(resilience(csr).value).toBeCloseTo(2 / n, 15)
    expect(connectedness(csr).value).toBe(1)
    expect(integrationIndex(csr, labels).value).toMatchObject({ J: 1, S: 1, H: 1 })
  })
})
