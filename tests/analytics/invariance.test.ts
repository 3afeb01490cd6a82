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
import { cutMoments } from '#shared/analytics/cut-moments.ts'
import { degreeDistribution, degrees } from '#shared/analytics/degree.ts'
import { density } from '#shared/analytics/density.ts'
import { effectiveSize } from '#shared/analytics/effective-size.ts'
import { ei } from '#shared/analytics/ei.ts'
import { freemanSegregation } from '#shared/analytics/freeman-segregation.ts'
import { helixCoverage } from '#shared/analytics/helix-coverage.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { type Labels, sectorSizes } from '#shared/analytics/labels.ts'
import { liaisons } from '#shared/analytics/liaison.ts'
import { meanDistance } from '#shared/analytics/mean-distance.ts'
import { entryOf, type Measured, type MeasuredVector } from '#shared/analytics/measured.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { pageRank } from '#shared/analytics/page-rank.ts'
import { partitionAgreement } from '#shared/analytics/partition-agreement.ts'
import { partnerDiversity } from '#shared/analytics/partner-diversity.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { rewiringTest } from '#shared/analytics/rewiring-test.ts'
import { ringLattice } from '#shared/analytics/ring-lattice.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import { smallWorld } from '#shared/analytics/small-world.ts'
import { transitivity } from '#shared/analytics/transitivity.ts'
import { trianglesPerActor } from '#shared/analytics/triangles.ts'
import { turnover } from '#shared/analytics/turnover.ts'
import { renumber, toKernel } from './arbitrary-network.ts'
import type { NaiveNetwork } from './naive.ts'
import { seededNetworks } from './seeded-networks.ts'

/** No figure depends on who has which number, which sector has which, or how the rows came. */

type Figures = Record<string, readonly (number | null)[]>

const list = (vector: MeasuredVector): (number | null)[] =>
  Array.from(vector.values, (_, v) => entryOf(vector, v).value)

const ofNetwork: Record<string, (csr: Csr, labels: Labels) => Measured<number>> = {
  density,
  connectedness,
  resilience,
  centralization: degreeCentralization,
  clustering: averageClustering,
  transitivity: (csr) => transitivity(csr).ratio,
  distance: (csr) => meanDistance(csr),
  'core fit': (csr) => {
    const found = corePeriphery(csr)
    // which of equals are in the core is decided by number, and the fit with it
    return found.value?.tiedCut
      ? { value: null, reason: 'no-contrast' }
      : (found.value?.fit ?? { value: null, reason: 'no-actors' })
  },
  misfits: (csr) => ({ value: corePeriphery(csr).value?.misfits ?? -1 }),
  lattice: (csr) => averageClustering(ringLattice(csr)),
  ei,
  assortativity,
  modularity,
  segregation: freemanSegregation,
  index: (csr, labels) => {
    const found = integrationIndex(csr, labels)
    return found.value ? { value: found.value.index } : { value: null, reason: 'one-sector' }
  },
  variance: (csr, labels) => ({ value: csr.n < 2 ? 0 : cutMoments(csr, sectorSizes(labels)).variance }),
}

const ofActors: Record<string, (csr: Csr, labels: Labels) => (number | null)[]> = {
  degree: (csr) => Array.from(degrees(csr)),
  triangles: (csr) => Array.from(trianglesPerActor(csr)),
  clustering: (csr) => list(localClustering(csr)),
  core: (csr) => Array.from(coreNumbers(csr)),
  betweenness: (csr) => Array.from(betweenness(csr)),
  closeness: (csr) => Array.from(closeness(csr).closeness),
  harmonic: (csr) => Array.from(closeness(csr).harmonic),
  constraint: (csr) => list(constraint(csr)),
  'effective size': (csr) => list(effectiveSize(csr)),
  'page rank': (csr) => Array.from(pageRank(csr)),
  blau: (csr, labels) => list(partnerDiversity(csr, labels).blau),
  iqv: (csr, labels) => list(partnerDiversity(csr, labels).iqv),
  shannon: (csr, labels) => list(partnerDiversity(csr, labels).shannon),
  liaison: (csr, labels) => Array.from(liaisons(csr, labels).byActor),
  coordinator: (csr, labels) => Array.from(brokerage(csr, labels).coordinator),
  gateRep: (csr, labels) => Array.from(brokerage(csr, labels).gateRep),
  itinerant: (csr, labels) => Array.from(brokerage(csr, labels).itinerant),
  'pairs lost': (csr) => {
    const lost = new Array<number>(csr.n).fill(0)
    for (const { actor, pairsLost } of articulation(csr).points) lost[actor] = pairsLost
    return lost
  },
}

const ofSectors: Record<string, (csr: Csr, labels: Labels) => (number | null)[]> = {
  homophily: (csr, labels) => colemanHomophily(csr, labels).map(({ value }) => value),
  rho: (csr, labels) => assessSectors(csr, labels, { seed: 1, tests: false }).map(({ rho }) => rho.value),
  liaisons: (csr, labels) => Array.from(liaisons(csr, labels).bySector),
  'ties inside': (csr, labels) =>
    sectorNumbers(labels).map((k) => mixing(csr, labels).value?.observed[k * labels.count + k] ?? null),
}

const sectorNumbers = ({ count }: Labels): number[] => Array.from({ length: count }, (_, k) => k)

function figures(network: NaiveNetwork, order: number[], sectorOrder: number[]): Figures {
  const { csr, labels } = toKernel(network)
  const found: Figures = {}
  for (const [name, measure] of Object.entries(ofNetwork)) found[name] = [measure(csr, labels).value]
  for (const [name, measure] of Object.entries(ofActors)) {
    const values = measure(csr, labels)
    found[name] = order.map((v) => values[v] ?? null)
  }
  for (const [name, measure] of Object.entries(ofSectors)) {
    const values = measure(csr, labels)
    found[name] = sectorOrder.map((k) => values[k] ?? null)
  }
  found['components'] = Array.from(components(csr).sizes).sort((a, b) => a - b)
  found['degrees'] = Array.from(degreeDistribution(csr))
  found['helix'] = [helixCoverage(csr, labels, 4).value?.pairsMet ?? null]
  return found
}

function permutation(n: number, seed: number): number[] {
  const random = createRandom(seed)
  const order = Array.from({ length: n }, (_, v) => v)
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0]
  }
  return order
}

describe('independence of names and order', () => {
  it('renumbering actors and sectors renumbers the figures and changes none', () => {
    for (const [i, network] of seededNetworks(11).entries()) {
      const order = permutation(network.n, i)
      const sectorOrder = permutation(4, i)
      const moved = renumber(network, order)
      const other = { ...moved, sector: moved.sector.map((k) => sectorOrder[k] ?? k) }
      const identity = Array.from({ length: network.n }, (_, v) => v)
      const [before, after] = [figures(network, identity, [0, 1, 2, 3]), figures(other, order, sectorOrder)]
      for (const [name, values] of Object.entries(before)) {
        for (const [at, value] of values.entries()) {
          const now = after[name]?.[at] ?? null
          const agrees =
            value === null || now === null
              ? value === now
              : Math.abs(value - now) <= 1e-9 * Math.max(1, Math.abs(value))
          if (!agrees) expect.fail(`network ${i}, ${name} ${at}: ${value} against ${now}`)
        }
      }
      const match = Array.from({ length: network.n }, (_, v) => order.indexOf(v))
      const { kept, started, ended } = turnover(toKernel(network).csr, toKernel(other).csr, match)
      expect([started, ended, kept]).toEqual([0, 0, toKernel(network).csr.m])
      const agreement = partitionAgreement(
        network.sector,
        identity.map((v) => other.sector[order[v] ?? v] ?? -1),
      )
      if (agreement.adjustedRand.value !== null) expect(agreement.adjustedRand.value).toBeCloseTo(1, 12)
    }
  })

  it('rows in another order, turned round or repeated, give the same bits, drawn ones too', () => {
    for (const [i, network] of seededNetworks(12).slice(0, 90).entries()) {
      const shuffled = permutation(network.ties.length, i).flatMap((e): [number, number][] => {
        const [a, b] = network.ties[e] ?? [0, 0]
        return e % 3 === 0
          ? [[b, a]]
          : [
              [a, b],
              [b, a],
            ]
      })
      const [one, two] = [toKernel(network), toKernel({ ...network, ties: shuffled })]
      expect(two.csr).toEqual(one.csr)
      expect(rewiringTest(two.csr, two.labels, { seed: 3, draws: 5 })).toEqual(
        rewiringTest(one.csr, one.labels, { seed: 3, draws: 5 }),
      )
      if (i % 9 === 0) expect(smallWorld(two.csr, 3)).toEqual(smallWorld(one.csr, 3))
    }
  })
})
