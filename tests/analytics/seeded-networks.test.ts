import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { betweenness } from '#shared/analytics/betweenness.ts'
import { brokerage } from '#shared/analytics/brokerage.ts'
import { degreeCentralization } from '#shared/analytics/centralization.ts'
import { closeness } from '#shared/analytics/closeness.ts'
import { averageClustering, localClustering } from '#shared/analytics/clustering.ts'
import { colemanHomophily } from '#shared/analytics/coleman-homophily.ts'
import { components } from '#shared/analytics/components.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import { constraint } from '#shared/analytics/constraint.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { corePeriphery } from '#shared/analytics/core-periphery.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import { degreeDistribution, degrees, meanDegree } from '#shared/analytics/degree.ts'
import { density } from '#shared/analytics/density.ts'
import { effectiveSize } from '#shared/analytics/effective-size.ts'
import { actorEi, ei } from '#shared/analytics/ei.ts'
import { freemanSegregation } from '#shared/analytics/freeman-segregation.ts'
import { helixCoverage } from '#shared/analytics/helix-coverage.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { isolates } from '#shared/analytics/isolates.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { liaisons } from '#shared/analytics/liaison.ts'
import { meanDistance } from '#shared/analytics/mean-distance.ts'
import { entryOf, type Measured } from '#shared/analytics/measured.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { pageRank } from '#shared/analytics/page-rank.ts'
import { partnerDiversity } from '#shared/analytics/partner-diversity.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { robustness } from '#shared/analytics/robustness.ts'
import { sectorReach } from '#shared/analytics/sector-reach.ts'
import { sectorTies } from '#shared/analytics/sector-ties.ts'
import { transitivity } from '#shared/analytics/transitivity.ts'
import { trianglesPerActor } from '#shared/analytics/triangles.ts'
import { toKernel } from './arbitrary-network.ts'
import { type Adjacency, adjacency, type NaiveNetwork, naivePillars, tiesOf } from './naive.ts'
import {
  choose,
  componentLabels,
  distances,
  naiveBetweenness,
  naivePageRank,
  naiveTriangles,
  pairsStayingJoined,
  sum,
} from './naive-measures.ts'
import { seededNetworks } from './seeded-networks.ts'

/** Every kernel against a slow, obvious reading of its formula on 240 networks of up to 60 actors. */

interface Case extends NaiveNetwork {
  name: string
  sets: Adjacency
  ties: [number, number][]
  csr: Csr
  labels: Labels
  actors: number[]
  degree: number[]
}

const cases: Case[] = seededNetworks().map((network, i) => {
  const sets = adjacency(network)
  return {
    ...network,
    ...toKernel(network),
    name: `network ${i} (n ${network.n})`,
    sets,
    ties: tiesOf(sets),
    actors: [...sets.keys()],
    degree: sets.map((partners) => partners.size),
  }
})

function check(holds: (network: Case) => void): void {
  for (const network of cases) holds(network)
}

/** Numbers to 1e-9 of the larger, null only for null. */
function near(actual: number | null | undefined, wanted: number | null, name: string): void {
  if (wanted === null || actual === null || actual === undefined) {
    expect(actual ?? null, name).toBe(wanted)
    return
  }
  if (!(Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))))
    expect.fail(`${name}: ${actual} against ${wanted}`)
}

const nearEach = (actual: ArrayLike<number>, wanted: readonly number[], name: string): void => {
  expect(actual.length, name).toBe(wanted.length)
  for (const [v, value] of wanted.entries()) near(actual[v], value, `${name} actor ${v}`)
}

const partners = ({ sets }: Case, v: number): number[] => [...(sets[v] ?? [])]
const same = ({ sector }: Case, a: number, b: number): boolean => sector[a] === sector[b]
const count = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length
const sizesOf = ({ sector }: Case): number[] => [0, 1, 2, 3].map((k) => count(sector, (s) => s === k))
const orNull = (defined: boolean, value: () => number): number | null => (defined ? value() : null)

it('there are isolates only, many parts, one sector, and nobody among the networks', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200)
  expect(cases.some(({ n, ties }) => n > 20 && ties.length === 0)).toBe(true)
  expect(
    cases.some(({ n, ties, sets }) => ties.length > 0 && new Set(componentLabels(sets)).size > n / 4),
  ).toBe(true)
  expect(cases.some(({ n, sector }) => n > 20 && new Set(sector).size === 1)).toBe(true)
  expect(cases.filter(({ n }) => n <= 2).length).toBeGreaterThan(20)
  expect(Math.max(...cases.map(({ n }) => n))).toBe(60)
})

describe('structure', () => {
  it('density, degrees, isolates, centralization', () => {
    check((network) => {
      const { n, csr, ties, degree, name } = network
      expect(csr.m, name).toBe(ties.length)
      expect(Array.from(degrees(csr)), name).toEqual(degree)
      near(
        density(csr).value,
        orNull(n > 1, () => ties.length / choose(n, 2)),
        name,
      )
      near(
        meanDegree(csr).value,
        orNull(n > 0, () => sum(degree) / n),
        name,
      )
      expect(isolates(csr), name).toEqual(network.actors.filter((v) => degree[v] === 0))
      const histogram = Array.from(degreeDistribution(csr))
      for (const [d, actors] of histogram.entries()) expect(actors, name).toBe(count(degree, (x) => x === d))
      expect(sum(histogram), name).toBe(n)
      const gaps = sum(degree.map((d) => Math.max(...degree) - d))
      near(
        degreeCentralization(csr).value,
        orNull(n > 2, () => gaps / ((n - 1) * (n - 2))),
        name,
      )
    })
  })

  it('components, connectedness, resilience', () => {
    check(({ n, csr, sets, name }) => {
      const labels = componentLabels(sets)
      const found = components(csr)
      const firsts = [...new Set(labels)]
      expect(Array.from(found.sizes), name).toEqual(firsts.map((c) => count(labels, (x) => x === c)))
      expect(Array.from(found.of), name).toEqual(labels.map((label) => firsts.indexOf(label)))
      const joined = sum(Array.from(found.sizes).map((c) => choose(c, 2)))
      near(
        connectedness(csr).value,
        orNull(n > 1, () => joined / choose(n, 2)),
        name,
      )
      near(
        resilience(csr).value,
        orNull(n > 1, () => pairsStayingJoined(sets).length / choose(n, 2)),
        name,
      )
    })
  })

  it('cut points and bridges with the pairs they would cut', () => {
    const joined = (labels: number[], without: number): number =>
      sum(
        [...new Set(labels)].map((c) =>
          choose(
            count([...labels.entries()], ([v, x]) => v !== without && x === c),
            2,
          ),
        ),
      )
    check(({ csr, sets, actors, ties, name }) => {
      const whole = componentLabels(sets)
      const { points, bridges } = articulation(csr)
      const wanted = actors
        .map((actor) => ({
          actor,
          pairsLost: joined(whole, actor) - joined(componentLabels(sets, actor), actor),
        }))
        .filter(({ pairsLost }) => pairsLost > 0)
      expect(points, name).toEqual(wanted)
      const cut = ties.flatMap(([a, b]) => {
        const without = sets.map(
          (row, v) => new Set([...row].filter((w) => !(v === a && w === b) && !(v === b && w === a))),
        )
        const pairsLost = joined(whole, -1) - joined(componentLabels(without), -1)
        return pairsLost > 0 ? [{ a, b, pairsLost }] : []
      })
      expect(bridges, name).toEqual(cut.sort((x, y) => x.a - y.a || x.b - y.b))
    })
  })

  it('the integration index and its pillars', () => {
    check((network) => {
      const stay = new Set(pairsStayingJoined(network.sets).map(([a, b]) => a * 60 + b))
      const wanted = naivePillars(network, (_, a, b) => stay.has(a * 60 + b))
      const found = integrationIndex(network.csr, network.labels).value
      for (const key of ['J', 'S', 'H', 'T'] as const)
        near(found?.[key] ?? null, wanted?.[key] ?? null, `${network.name} ${key}`)
      if (wanted)
        near(found?.index, 100 * Math.cbrt((wanted.J * wanted.S * (wanted.H + wanted.T)) / 2), network.name)
    })
  })

  it('triangles, clustering, transitivity', () => {
    check(({ n, csr, sets, degree, name }) => {
      const triangles = naiveTriangles(sets)
      expect(Array.from(trianglesPerActor(csr)), name).toEqual(triangles)
      const local = triangles.map((t, v) => orNull((degree[v] ?? 0) > 1, () => t / choose(degree[v] ?? 0, 2)))
      const vector = localClustering(csr)
      for (const [v, value] of local.entries()) {
        near(entryOf(vector, v).value, value, name)
        if (value === null) expect(entryOf(vector, v).reason).toBe('fewer-than-two-partners')
      }
      near(
        averageClustering(csr).value,
        orNull(n > 0, () => sum(local.map((x) => x ?? 0)) / n),
        name,
      )
      const paths = sum(degree.map((d) => choose(d, 2)))
      const found = transitivity(csr)
      expect([found.triangles, found.paths], name).toEqual([sum(triangles) / 3, paths])
      near(
        found.ratio.value,
        orNull(paths > 0, () => sum(triangles) / paths),
        name,
      )
    })
  })

  it('core numbers, by taking away all below k until none is', () => {
    check(({ csr, sets, actors, name }) => {
      const wanted = actors.map(() => 0)
      for (let k = 1, left = actors; left.length > 0; k++) {
        for (let before = -1; before !== left.length; ) {
          before = left.length
          const inside = new Set(left)
          left = left.filter((v) => count([...(sets[v] ?? [])], (w) => inside.has(w)) >= k)
        }
        for (const v of left) wanted[v] = k
      }
      expect(Array.from(coreNumbers(csr)), name).toEqual(wanted)
    })
  })

  it('robustness, by taking away the actor with most partners again and again', () => {
    check(({ n, csr, sets, name }) => {
      let rows = sets.map((row) => new Set(row))
      const left = new Set(sets.keys())
      let total = 0
      while (left.size > 0) {
        const [leaver = 0] = [...left].sort((a, b) => (rows[b]?.size ?? 0) - (rows[a]?.size ?? 0) || a - b)
        left.delete(leaver)
        rows = rows.map((row, v) =>
          v === leaver ? new Set() : new Set([...row].filter((w) => w !== leaver)),
        )
        const labels = componentLabels(rows)
        total += Math.max(0, ...[...left].map((v) => count([...left], (w) => labels[w] === labels[v])))
      }
      near(
        robustness(csr).value,
        orNull(n > 0, () => total / n ** 2),
        name,
      )
    })
  })

  it('core and periphery: its misfits and its fit, pair by pair', () => {
    check(({ n, csr, sets, ties, degree, name }) => {
      const found = corePeriphery(csr).value
      if (n < 2 || !found) {
        expect([n < 2, found], name).toEqual([true, null])
        return
      }
      const core = new Set(found.core)
      const [x, y]: [number[], number[]] = [[], []]
      for (let a = 0; a < n; a++) {
        for (let b = a + 1; b < n; b++) {
          if (core.has(a) !== core.has(b)) continue
          x.push(core.has(a) ? 1 : 0)
          y.push(sets[a]?.has(b) ? 1 : 0)
        }
      }
      expect(found.misfits, name).toBe(count([...x.entries()], ([i, pattern]) => pattern !== y[i]))
      const [meanX, meanY] = [sum(x) / x.length, sum(y) / y.length]
      const cov = (p: number[], meanP: number, q: number[], meanQ: number): number =>
        sum(p.map((value, i) => (value - meanP) * ((q[i] ?? 0) - meanQ))) / p.length
      const spread = x.length === 0 ? 0 : Math.sqrt(cov(x, meanX, x, meanX) * cov(y, meanY, y, meanY))
      near(
        found.fit.value,
        orNull(spread > 1e-12, () => cov(x, meanX, y, meanY) / spread),
        name,
      )
      const inside = Math.min(...found.core.map((v) => degree[v] ?? 0))
      const outside = Math.max(...degree.filter((_, v) => !core.has(v)))
      expect(found.tiedCut, name).toBe(inside === outside)
      const sorted = [...degree].sort((a, b) => b - a)
      const misfits = sorted
        .slice(1)
        .map((_, i) => choose(i + 1, 2) + ties.length - sum(sorted.slice(0, i + 1)))
      expect(found.misfits, name).toBe(Math.min(...misfits))
      expect(found.equalSizes, name).toBe(count(misfits, (z) => z === found.misfits))
    })
  })
})

describe('actors', () => {
  it('betweenness', () => {
    check(({ csr, sets, name }) => nearEach(betweenness(csr), naiveBetweenness(sets), name))
  })

  it('closeness, harmonic closeness and mean distance', () => {
    check(({ n, csr, sets, name }) => {
      const far = distances(sets).map((row) => row.filter((d) => d > 0 && Number.isFinite(d)))
      const found = closeness(csr)
      nearEach(
        found.harmonic,
        far.map((row) => sum(row.map((d) => 1 / d))),
        name,
      )
      nearEach(
        found.closeness,
        far.map((row) => (row.length === 0 ? 0 : row.length ** 2 / ((n - 1) * sum(row)))),
        name,
      )
      const all = far.flat()
      near(
        meanDistance(csr).value,
        orNull(all.length > 0, () => sum(all) / all.length),
        name,
      )
      near(
        meanDistance(csr, n > 0 ? [0, 0] : []).value,
        orNull((far[0]?.length ?? 0) > 0, () => sum(far[0] ?? []) / (far[0]?.length ?? 1)),
        name,
      )
    })
  })

  it('PageRank, by solving its equations', () => {
    check(({ csr, sets, name }) => {
      const found = pageRank(csr)
      for (const [v, value] of naivePageRank(sets).entries())
        if (!(Math.abs((found[v] ?? -1) - value) <= 1e-12 * value))
          expect.fail(`${name}: ${found[v]} against ${value}`)
    })
  })

  it('constraint and effective size', () => {
    check((network) => {
      const { csr, sets, actors, name } = network
      const [constraints, sizes] = [constraint(csr), effectiveSize(csr)]
      for (const v of actors) {
        const contacts = partners(network, v)
        const d = contacts.length
        const p = (a: number, b: number): number => (sets[a]?.has(b) ? 1 / (sets[a]?.size ?? 1) : 0)
        const tied = count(
          contacts.flatMap((a) => contacts.map((b) => sets[a]?.has(b))),
          (yes) => yes === true,
        )
        near(
          entryOf(constraints, v).value,
          orNull(d > 0, () =>
            sum(contacts.map((j) => (p(v, j) + sum(contacts.map((q) => p(v, q) * p(q, j)))) ** 2)),
          ),
          name,
        )
        near(
          entryOf(sizes, v).value,
          orNull(d > 0, () => d - tied / d),
          name,
        )
      }
    })
  })

  it('brokerage roles and liaisons', () => {
    check((network) => {
      const { csr, labels, sets, actors, sector, name } = network
      const found = brokerage(csr, labels)
      const counts = liaisons(csr, labels).byActor
      const bySector = [0, 0, 0, 0]
      for (const v of actors) {
        const wanted = { coordinator: 0, itinerant: 0, gateRep: 0, liaison: 0 }
        for (const a of partners(network, v)) {
          for (const b of partners(network, v)) {
            if (a >= b || sets[a]?.has(b)) continue
            if (same(network, a, v) && same(network, b, v)) wanted.coordinator++
            else if (same(network, a, b)) wanted.itinerant++
            else if (same(network, a, v) || same(network, b, v)) wanted.gateRep++
            else wanted.liaison++
          }
        }
        const roles = [found.coordinator[v], found.itinerant[v], found.gateRep[v], found.liaison[v]]
        if (`${roles} ${counts[v]}` !== `${Object.values(wanted)} ${wanted.liaison}`)
          expect.fail(`${name} actor ${v}: ${roles} against ${JSON.stringify(wanted)}`)
        bySector[sector[v] ?? 0] = (bySector[sector[v] ?? 0] ?? 0) + wanted.liaison
      }
      expect(Array.from(liaisons(csr, labels).bySector), name).toEqual(bySector)
    })
  })

  it('partner diversity', () => {
    check((network) => {
      const { csr, labels, actors, sector, name } = network
      const found = partnerDiversity(csr, labels)
      const sectors = count(sizesOf(network), (size) => size > 0)
      for (const v of actors) {
        const shares = [0, 1, 2, 3]
          .map((k) => count(partners(network, v), (w) => sector[w] === k) / partners(network, v).length)
          .filter((share) => share > 0)
        const alone = partners(network, v).length === 0
        const blau = 1 - sum(shares.map((p) => p * p))
        const entropy = -sum(shares.map((p) => p * Math.log(p)))
        near(
          entryOf(found.blau, v).value,
          orNull(!alone, () => blau),
          name,
        )
        near(
          entryOf(found.shannon, v).value,
          orNull(!alone, () => entropy),
          name,
        )
        near(
          entryOf(found.effective, v).value,
          orNull(!alone, () => Math.exp(entropy)),
          name,
        )
        near(
          entryOf(found.iqv, v).value,
          orNull(!alone && sectors > 1, () => (blau * sectors) / (sectors - 1)),
          name,
        )
        if (sectors < 2) expect(entryOf(found.iqv, v).reason).toBe('one-sector')
      }
    })
  })
})

describe('sectors', () => {
  it('internal and external ties, E-I, assortativity, modularity, segregation', () => {
    check((network) => {
      const { n, csr, labels, ties, actors, degree, sector, name } = network
      const m = ties.length
      const inside = count(ties, ([a, b]) => same(network, a, b))
      const found = sectorTies(csr, labels)
      expect([found.internal, found.external], name).toEqual([inside, m - inside])
      near(
        ei(csr, labels).value,
        orNull(m > 0, () => (m - 2 * inside) / m),
        name,
      )
      const share = [0, 1, 2, 3].map((k) => sum(degree.filter((_, v) => sector[v] === k)) / (2 * m))
      const squares = sum(share.map((a) => a * a))
      const varied = count(share, (a) => a > 0) > 1
      near(
        modularity(csr, labels).value,
        orNull(m > 0, () => inside / m - squares),
        name,
      )
      near(
        assortativity(csr, labels).value,
        orNull(m > 0 && varied, () => (inside / m - squares) / (1 - squares)),
        name,
      )
      const squaredSizes = sum(sizesOf(network).map((size) => size * size))
      const expected = (m * (n * n - squaredSizes)) / (n * (n - 1))
      near(
        freemanSegregation(csr, labels).value,
        orNull(m > 0 && squaredSizes < n * n, () => (expected - m + inside) / expected),
        name,
      )
      for (const v of actors) {
        const outward = count(partners(network, v), (w) => !same(network, v, w))
        const d = degree[v] ?? 0
        near(
          actorEi(csr, labels, v).value,
          orNull(d > 0, () => (2 * outward - d) / d),
          name,
        )
      }
    })
  })

  it('mixing and helix coverage', () => {
    check((network) => {
      const { n, csr, labels, ties, sector, name } = network
      const matrix = mixing(csr, labels).value
      const helix = helixCoverage(csr, labels, 3).value
      if (n < 2 || !matrix || !helix) {
        expect([n < 2, matrix, helix], name).toEqual([true, null, null])
        return
      }
      const sizes = sizesOf(network)
      for (let s = 0; s < 4; s++) {
        for (let t = s; t < 4; t++) {
          const [ns, nt] = [sizes[s] ?? 0, sizes[t] ?? 0]
          const joining = count(
            ties,
            ([a, b]) => (sector[a] === s && sector[b] === t) || (sector[a] === t && sector[b] === s),
          )
          const expected = (ties.length / choose(n, 2)) * (s === t ? choose(ns, 2) : ns * nt)
          expect(matrix.observed[s * 4 + t], name).toBe(joining)
          near(matrix.expected[t * 4 + s], expected, name)
          const pair = helix.pairs.find(({ a, b }) => a === s && b === t)
          expect(pair !== undefined, name).toBe(s !== t && t < 3)
          if (!pair) continue
          expect(pair.ties).toBe(joining)
          near(
            pair.density.value,
            orNull(ns * nt > 0, () => joining / (ns * nt)),
            name,
          )
          near(
            pair.ratio.value,
            orNull(ns * nt > 0 && ties.length > 0, () => joining / expected),
            name,
          )
        }
      }
      expect(helix.present, name).toBe(count(sizes.slice(0, 3), (size) => size > 0))
      expect([helix.pairsMet, helix.pairsPossible], name).toEqual([
        count(helix.pairs, (pair) => pair.ties > 0),
        3,
      ])
      expect(helix.linked, name).toBe(
        new Set(helix.pairs.filter((pair) => pair.ties > 0).flatMap(({ a, b }) => [a, b])).size,
      )
    })
  })

  it('homophily, reach, and expected reach in closed form', () => {
    check((network) => {
      const { n, csr, labels, actors, degree, sector, name } = network
      const coleman = colemanHomophily(csr, labels)
      const reach = sectorReach(csr, labels)
      for (const [k, size] of sizesOf(network).entries()) {
        const members = actors.filter((v) => sector[v] === k)
        const outwardOf = (v: number): number => count(partners(network, v), (w) => sector[w] !== k)
        const ends = sum(members.map((v) => degree[v] ?? 0))
        const external = sum(members.map(outwardOf))
        const [w, e] = [ends - external, (ends * (size - 1)) / (n - 1)]
        near(
          coleman[k]?.value,
          orNull(ends > 0 && size < n, () => (w >= e ? (w - e) / (ends - e) : (w - e) / e)),
          name,
        )
        const found = reach[k]
        const reached = count(members, (v) => outwardOf(v) > 0)
        expect([found?.n, found?.reached, found?.external, found?.internal], name).toEqual([
          size,
          reached,
          external,
          (ends - external) / 2,
        ])
        const chance = (v: number): number =>
          (degree[v] ?? 0) === 0 ? 0 : 1 - choose(size - 1, degree[v] ?? 0) / choose(n - 1, degree[v] ?? 0)
        const a0 = sum(actors.map(chance)) / n
        const a1 = sum(members.map(chance)) / size
        const defined = size > 0
        near(
          found?.a0.value,
          orNull(defined, () => a0),
          name,
        )
        near(
          found?.a1.value,
          orNull(defined, () => a1),
          name,
        )
        near(
          found?.rho.value,
          orNull(defined && a0 > 0, () => reached / size / a0),
          name,
        )
        const most = Math.max(0, ...members.map(outwardOf))
        near(
          found?.top1.value,
          orNull(external > 0, () => most / external),
          name,
        )
      }
    })
  })
})

it('whatever is undefined has a reason, and whatever is not is a number', () => {
  check(({ csr, labels, name }) => {
    const measures: Measured<number>[] = [
      density(csr),
      connectedness(csr),
      resilience(csr),
      meanDegree(csr),
      degreeCentralization(csr),
      averageClustering(csr),
      transitivity(csr).ratio,
      robustness(csr),
      meanDistance(csr),
      ei(csr, labels),
      assortativity(csr, labels),
      modularity(csr, labels),
      freemanSegregation(csr, labels),
      ...colemanHomophily(csr, labels),
      ...sectorReach(csr, labels).flatMap(({ a0, a1, rho, activity, openness, top1 }) => [
        a0,
        a1,
        rho,
        activity,
        openness,
        top1,
      ]),
    ]
    for (const { value, reason } of measures) {
      if (value === null) expect(reason, name).toMatch(/^[a-z-]+$/)
      else if (!Number.isFinite(value)) expect.fail(`${name}: ${value}`)
    }
  })
})
