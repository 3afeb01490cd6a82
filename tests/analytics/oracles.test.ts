import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { colemanHomophily } from '#shared/analytics/coleman-homophily.ts'
import { components } from '#shared/analytics/components.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import { degrees } from '#shared/analytics/degree.ts'
import { density } from '#shared/analytics/density.ts'
import { actorEi, ei } from '#shared/analytics/ei.ts'
import { freemanSegregation } from '#shared/analytics/freeman-segregation.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { isolates } from '#shared/analytics/isolates.ts'
import { liaisons } from '#shared/analytics/liaison.ts'
import { mixing, observedOverExpected } from '#shared/analytics/mixing.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import { sectorTies } from '#shared/analytics/sector-ties.ts'
import { expectClose } from './closeness.ts'
import { EXPECTED, ORACLE_NAMES, readOracle } from './oracle-networks.ts'

describe.each(ORACLE_NAMES)('reference network %s', (name) => {
  const { ids, sectors, csr, labels } = readOracle(name)
  const expected = EXPECTED[name]

  it('reads as many actors and ties', () => {
    expect([csr.n, csr.m]).toEqual([expected.n, expected.m])
  })

  it('agrees on the whole-network measures', () => {
    expectClose(density(csr).value, expected.density, 'density')
    expectClose(connectedness(csr).value, expected.connectedness, 'connectedness')
    expectClose(resilience(csr).value, expected.resilience_all_pairs, 'resilience')
    expectClose(ei(csr, labels).value, expected.EI, 'E-I')
    expectClose(assortativity(csr, labels).value, expected.assortativity, 'assortativity')
    expectClose(modularity(csr, labels).value, expected.modularity_sector, 'modularity')
    expectClose(freemanSegregation(csr, labels).value, expected.freeman, 'segregation')
    const ties = sectorTies(csr, labels)
    expect([ties.internal, ties.external]).toEqual([expected.internal, expected.external])
    const sizes = Array.from(components(csr).sizes).sort((a, b) => b - a)
    expect(sizes).toEqual(expected.components)
    expect(isolates(csr).map((v) => ids[v])).toEqual([...expected.isolates].sort())
  })

  it('names the same cut points and bridges', () => {
    const { points, bridges } = articulation(csr)
    expect(points.map((point) => ids[point.actor])).toEqual(expected.cut_vertices)
    expect(bridges.map(({ a, b }) => [ids[a], ids[b]])).toEqual(expected.bridges)
  })

  it('agrees on every part of the index', () => {
    const parts = integrationIndex(csr, labels).value
    for (const key of ['J', 'S', 'H', 'T', 'C'] as const)
      expectClose(parts?.[key] ?? null, expected.index[key], key)
    expectClose(parts?.index ?? null, expected.index.INDEX, 'index')
  })

  it('agrees on every cell of the mixing matrix', () => {
    const matrix = mixing(csr, labels).value
    if (!matrix) throw new Error('no matrix')
    for (const [pair, cell] of Object.entries(expected.mixing)) {
      const [s = -1, t = -1] = pair.split('|').map((sector) => sectors.indexOf(sector))
      for (const [a, b] of [
        [s, t],
        [t, s],
      ] as const) {
        expect(matrix.observed[a * matrix.count + b], pair).toBe(cell.obs)
        expectClose(matrix.expected[a * matrix.count + b] ?? null, cell.exp, pair)
        expectClose(observedOverExpected(matrix, a, b).value, cell.oe, pair)
      }
    }
  })

  it('agrees on every sector', () => {
    const coleman = colemanHomophily(csr, labels)
    for (const found of assessSectors(csr, labels, { seed: 1 })) {
      const sector = sectors[found.sector] ?? ''
      const wanted = expected.sectors[sector]
      if (!wanted) throw new Error(`the oracle has no sector ${sector}`)
      expect([found.n, found.reached, found.external, found.internal]).toEqual([
        wanted.n,
        wanted.reached,
        wanted.E,
        wanted.I,
      ])
      expectClose(found.reach.value, wanted.a, `${sector} reach`)
      expectClose(found.a0.value, wanted.a0, `${sector} a0`)
      expectClose(found.a1.value, wanted.a1, `${sector} a1`)
      expectClose(found.rho.value, wanted.rho, `${sector} rho`)
      expectClose(found.activity.value, wanted.activity, `${sector} activity`)
      expectClose(found.openness.value, wanted.openness, `${sector} openness`)
      expectClose(found.top1.value, wanted.top1, `${sector} top1`)
      expectClose(found.p.value, wanted.p_reach_lower, `${sector} p`)
      expectClose(found.pMin.value, wanted.p_min, `${sector} p_min`)
      expectClose(found.ei.value, wanted.EI, `${sector} E-I`)
      expectClose(found.eiP.value, wanted.EI_p_inward, `${sector} E-I p`)
      expectClose(found.externalMean.value, wanted.E_mean, `${sector} mean`)
      expectClose(found.externalVariance.value, wanted.E_var, `${sector} variance`)
      expect([found.level.value, found.diagnosis]).toEqual([wanted.level, wanted.diagnosis])
      expect(found.sampling?.method).toBe('exact')
      expectClose(coleman[found.sector]?.value ?? null, expected.coleman[sector] ?? null, `${sector} Coleman`)
    }
  })

  it('agrees on the degree, E-I and liaisons of every actor', () => {
    const counts = liaisons(csr, labels).byActor
    const partners = degrees(csr)
    for (const [v, id] of ids.entries()) {
      const wanted = expected.nodes_metrics[id]
      expect(partners[v], id).toBe(wanted?.degree)
      expectClose(actorEi(csr, labels, v).value, wanted?.ei ?? null, id)
      expect(counts[v], id).toBe(wanted?.gf.liaison ?? 0)
    }
  })
})
