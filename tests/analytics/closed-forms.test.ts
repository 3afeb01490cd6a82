import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { brokerage } from '#shared/analytics/brokerage.ts'
import { degreeCentralization } from '#shared/analytics/centralization.ts'
import { averageClustering } from '#shared/analytics/clustering.ts'
import { colemanHomophily } from '#shared/analytics/coleman-homophily.ts'
import { components } from '#shared/analytics/components.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import { constraint } from '#shared/analytics/constraint.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { corePeriphery } from '#shared/analytics/core-periphery.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { cutMoments } from '#shared/analytics/cut-moments.ts'
import { degreeDistribution, meanDegree } from '#shared/analytics/degree.ts'
import { density } from '#shared/analytics/density.ts'
import { effectiveSize } from '#shared/analytics/effective-size.ts'
import { ei } from '#shared/analytics/ei.ts'
import { freemanSegregation } from '#shared/analytics/freeman-segregation.ts'
import { helixCoverage } from '#shared/analytics/helix-coverage.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { isolates } from '#shared/analytics/isolates.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { liaisons } from '#shared/analytics/liaison.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { pageRank } from '#shared/analytics/page-rank.ts'
import { partitionAgreement } from '#shared/analytics/partition-agreement.ts'
import { partnerDiversity } from '#shared/analytics/partner-diversity.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { robustness } from '#shared/analytics/robustness.ts'
import { sectorReach } from '#shared/analytics/sector-reach.ts'
import { survival } from '#shared/analytics/survival.ts'
import { tieSpells } from '#shared/analytics/tie-spells.ts'
import { transitivity } from '#shared/analytics/transitivity.ts'
import { turnover } from '#shared/analytics/turnover.ts'

/** Linear kernels on a path and a star of 100,000 actors, and on cliques of as many ties: values known by hand. */

const N = 100_000
const network = (n: number, ties: number, ends: (e: number) => [number, number]): Csr => {
  const [sources, targets] = [new Uint32Array(ties), new Uint32Array(ties)]
  for (let e = 0; e < ties; e++) [sources[e], targets[e]] = ends(e)
  return buildCsr(n, sources, targets)
}
const labelled = (n: number, sector: (v: number) => number): Labels => ({
  count: 2,
  of: Uint16Array.from({ length: n }, (_, v) => sector(v)),
})

/** Within 1e-9 of the figure. */
function near(actual: number | null | undefined, wanted: number, what = ''): void {
  const distance = Math.abs((actual ?? Number.NaN) - wanted)
  expect(distance <= 1e-9 * Math.max(Math.abs(wanted), 1e-9), `${what} ${actual} against ${wanted}`).toBe(
    true,
  )
}

const allEqual = (values: ArrayLike<number>, wanted: (v: number) => number): void => {
  for (let v = 0; v < values.length; v++) {
    const distance = Math.abs((values[v] ?? Number.NaN) - wanted(v))
    if (!(distance <= 1e-9 * Math.max(Math.abs(wanted(v)), 1e-9)))
      expect.fail(`actor ${v}: ${values[v]} against ${wanted(v)}`)
  }
}

describe('a path whose sectors alternate', () => {
  const csr = network(N, N - 1, (e) => [e, e + 1])
  const labels = labelled(N, (v) => v % 2)
  const inner = (v: number): boolean => v > 0 && v < N - 1

  it('structure', () => {
    near(density(csr).value, 2 / N)
    near(meanDegree(csr).value, (2 * (N - 1)) / N)
    expect(Array.from(degreeDistribution(csr))).toEqual([0, 2, N - 2])
    near(degreeCentralization(csr).value, 2 / ((N - 1) * (N - 2)))
    expect([components(csr).count, isolates(csr).length, connectedness(csr).value]).toEqual([1, 0, 1])
    near(resilience(csr).value, 2 / N)
    const { points, bridges } = articulation(csr)
    expect([points.length, bridges.length]).toEqual([N - 2, N - 1])
    allEqual(
      points.map(({ pairsLost }) => pairsLost),
      (i) => (i + 1) * (N - 2 - i),
    )
    allEqual(
      bridges.map(({ pairsLost }) => pairsLost),
      (i) => (i + 1) * (N - 1 - i),
    )
    expect([
      transitivity(csr).triangles,
      transitivity(csr).ratio.value,
      averageClustering(csr).value,
    ]).toEqual([0, 0, 0])
    allEqual(coreNumbers(csr), () => 1)
    expect(corePeriphery(csr).value?.misfits).toBe(N - 4)
  })

  it('sectors', () => {
    expect([ei(csr, labels).value, integrationIndex(csr, labels).value?.J]).toEqual([1, 1])
    near(modularity(csr, labels).value, -1 / 2)
    near(assortativity(csr, labels).value, -1)
    const expected = ((N - 1) * (N * N - (N * N) / 2)) / (N * (N - 1))
    near(freemanSegregation(csr, labels).value, (expected - (N - 1)) / expected)
    for (const { value } of colemanHomophily(csr, labels)) expect(value).toBe(-1)
    expect(Array.from(mixing(csr, labels).value?.observed ?? [])).toEqual([0, N - 1, N - 1, 0])
    near(helixCoverage(csr, labels, 2).value?.pairs[0]?.density.value, (N - 1) / (N / 2) ** 2)
    near(cutMoments(csr, [N / 2, N / 2]).mean, (N - 1) * (1 - (N / 2 - 1) / (N - 1)))
    for (const { reached, a0 } of sectorReach(csr, labels)) {
      expect(reached).toBe(N / 2)
      const own = (N / 2 - 1) / (N - 1)
      near(a0.value, (2 * (1 - own) + (N - 2) * (1 - (own * (N / 2 - 2)) / (N - 2))) / N)
    }
  })

  it('actors', () => {
    allEqual(constraint(csr).values, (v) => (inner(v) ? 1 / 2 : 1))
    allEqual(effectiveSize(csr).values, (v) => (inner(v) ? 2 : 1))
    allEqual(partnerDiversity(csr, labels).blau.values, () => 0)
    allEqual(brokerage(csr, labels).itinerant, (v) => (inner(v) ? 1 : 0))
    allEqual(liaisons(csr, labels).byActor, () => 0)
    // away from the ends everybody holds the same, whatever the damping
    const rank = pageRank(csr)
    near(rank[N / 2], 1 / N, 'page rank')
    near(
      rank.reduce((a, b) => a + b, 0),
      1,
      'sum',
    )
  })

  it('robustness: every other actor goes first, from the front', () => {
    // after q exits of actors 1, 3, 5 … the rest of the path is one piece; then singles are left
    const first = N / 2 - 1
    let sum = 0
    for (let q = 1; q <= first; q++) sum += N - 2 * q
    for (let q = first + 1; q < N; q++) sum += 1
    near(robustness(csr).value, sum / (N * N))
  })
})

describe('a star whose centre is a sector of its own', () => {
  const csr = network(N, N - 1, (e) => [0, e + 1])
  const labels = labelled(N, (v) => (v === 0 ? 0 : 1))

  it('structure', () => {
    expect(degreeCentralization(csr).value).toBe(1)
    near(resilience(csr).value, 2 / N)
    const { points, bridges } = articulation(csr)
    expect(points).toEqual([{ actor: 0, pairsLost: ((N - 1) * (N - 2)) / 2 }])
    allEqual(
      bridges.map(({ pairsLost }) => pairsLost),
      () => N - 1,
    )
    near(robustness(csr).value, (N - 1) / (N * N))
    allEqual(coreNumbers(csr), () => 1)
    const found = corePeriphery(csr).value
    expect([found?.misfits, found?.core, found?.fit.reason]).toEqual([0, [0], 'no-contrast'])
    expect(transitivity(csr).paths).toBe(((N - 1) * (N - 2)) / 2)
  })

  it('actors and sectors', () => {
    allEqual(constraint(csr).values, (v) => (v === 0 ? 1 / (N - 1) : 1))
    allEqual(effectiveSize(csr).values, (v) => (v === 0 ? N - 1 : 1))
    expect(brokerage(csr, labels).itinerant[0]).toBe(((N - 1) * (N - 2)) / 2)
    // centre x and leaf y: x = c + 0.85 (N-1) y, y = c + 0.85 x / (N-1), x + (N-1) y = 1
    const rank = pageRank(csr)
    const centre = (0.15 / N + 0.85 * (1 - 1 / N) * 0.15) / (1 - 0.85 * 0.85)
    near(rank[0], centre, 'centre')
    allEqual(rank.subarray(1), () => (1 - centre) / (N - 1))
    expect(integrationIndex(csr, labels).value).toMatchObject({ J: 1, S: 1, H: 1 })
    near(assortativity(csr, labels).value, -1)
  })
})

describe('a clique of 100,128 ties, and 50,000 pairs', () => {
  const n = 448
  const clique = network(n, n * n, (e) => [Math.floor(e / n), e % n])
  const labels = labelled(n, (v) => (v < n / 4 ? 0 : 1))
  const pairs = network(N, N / 2, (e) => [2 * e, 2 * e + 1])

  it('everything is as dense, whole and sector-blind as can be', () => {
    expect(clique.m).toBe(100_128)
    expect([density(clique).value, connectedness(clique).value, resilience(clique).value]).toEqual([1, 1, 1])
    expect(articulation(clique)).toEqual({ points: [], bridges: [] })
    near(averageClustering(clique).value, 1)
    expect([transitivity(clique).triangles, transitivity(clique).ratio.value]).toEqual([
      (n * (n - 1) * (n - 2)) / 6,
      1,
    ])
    allEqual(coreNumbers(clique), () => n - 1)
    near(robustness(clique).value, (n - 1) / (2 * n))
    allEqual(pageRank(clique), () => 1 / n)
    // p = 1/(n-1) to everybody: (p + (n-2) p^2)^2 over n-1 contacts
    allEqual(constraint(clique).values, () => (n - 1) * (1 / (n - 1) + (n - 2) / (n - 1) ** 2) ** 2)
    allEqual(effectiveSize(clique).values, () => 1)
    expect(integrationIndex(clique, labels).value?.index).toBe(100)
    near(assortativity(clique, labels).value, -1 / (n - 1))
    near(modularity(clique, labels).value, -3 / 8 / (n - 1))
    for (const { rho } of sectorReach(clique, labels)) expect(rho.value).toBe(1)
    expect(cutMoments(clique, [n / 4, (3 * n) / 4]).variance).toBeLessThan(1e-6)
    allEqual(brokerage(clique, labels).liaison, () => 0)
  })

  it('pairs', () => {
    expect([components(pairs).count, components(pairs).largest]).toEqual([N / 2, 2])
    near(connectedness(pairs).value, 1 / (N - 1))
    near(robustness(pairs).value, (2 * (N / 2 - 1) + N / 2) / (N * N))
    allEqual(pageRank(pairs), () => 1 / N)
  })
})

describe('long lists', () => {
  it('turnover, spells, survival and agreement of 100,000', () => {
    const path = network(N, N - 1, (e) => [e, e + 1])
    const shifted = network(N, N - 1, (e) => (e % 2 === 0 ? [e, e + 1] : [e, (e + 2) % N]))
    const everybody = Uint32Array.from({ length: N }, (_, v) => v)
    expect(turnover(path, shifted, everybody)).toMatchObject({
      kept: N / 2,
      started: N / 2 - 1,
      ended: N / 2 - 1,
    })
    const days = Float64Array.from(everybody)
    const spells = tieSpells({
      sources: everybody.map((e) => e % 2),
      targets: everybody.map((e) => (e + 1) % 2),
      started: days,
      ended: days.map((day) => day + 1),
    })
    expect([spells.a.length, spells.started[0], spells.ended[0]]).toEqual([1, 0, N])
    const curve = survival(days, new Uint8Array(N).fill(1)).value
    near(curve?.steps[N / 4]?.survival, 3 / 4 - 1 / N)
    expect(curve?.median.value).toBe(N / 2 - 1)
    const agreement = partitionAgreement(
      everybody.map((v) => v % 100),
      everybody.map((v) => 99 - (v % 100)),
    )
    near(agreement.adjustedRand.value, 1)
    near(agreement.mutualInformation.value, 1)
  })
})
