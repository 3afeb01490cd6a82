import { describe, expect, it } from 'vitest'
import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { benchmark } from '#shared/analytics/benchmark.ts'
import { bridgingTest } from '#shared/analytics/bridging-test.ts'
import { shapleyByPillar } from '#shared/analytics/change.ts'
import { density } from '#shared/analytics/density.ts'
import { eiTest } from '#shared/analytics/ei-test.ts'
import { integrationIndex } from '#shared/analytics/integration-index.ts'
import { assessSectors } from '#shared/analytics/sector-assessment.ts'
import { expectClose } from './closeness.ts'
import { type OracleName, readOracle } from './oracle-networks.ts'

describe('published values', () => {
  it.each([
    ['N1', 62.4384],
    ['N2', 84.225],
    ['N3', 99.5894],
    ['N4', 72.7015],
    ['KM', 73.1083],
    ['KD', 46.0571],
  ] as [OracleName, number][])('the sector-blind benchmark of %s is %f, by enumeration', (name, mean) => {
    const { csr, labels } = readOracle(name)
    const found = benchmark(csr, labels, 1).value
    expect(found?.mean).toBeCloseTo(mean, 4)
    expect(found?.method).toBe('exact')
    expect(found?.error).toBe(0)
  })

  it('the E-I test of KM is exact over 252,252 labellings: p = 1993/63063, expectation 3/7', () => {
    const { csr, labels } = readOracle('KM')
    const test = eiTest(csr, labels, 1).value
    expectClose(test?.p ?? null, 1993 / 63063, 'p')
    expectClose(test?.expectedEi ?? null, 3 / 7, 'expected E-I')
    expect([test?.method, test?.draws]).toEqual(['exact', 252_252])
  })

  it('KM: batik alone is isolated, closed and strongly so, p = 2/1001', () => {
    const { csr, labels, sectors } = readOracle('KM')
    const assessed = assessSectors(csr, labels, { seed: 1 })
    const batik = assessed[sectors.indexOf('batik')]
    expectClose(batik?.p.value ?? null, 2 / 1001, 'p')
    expectClose(batik?.rho.value ?? null, 143 / 606, 'rho')
    expectClose(batik?.q.value ?? null, 6 / 1001, 'q over three testable sectors')
    expect([batik?.level.value, batik?.diagnosis, batik?.evidence]).toEqual(['ISOLATED', 'CLOSED', 'STRONG'])
    const significant = assessed.filter((sector) => (sector.q.value ?? 1) <= 0.05)
    expect(significant.map((sector) => sectors[sector.sector])).toEqual(['batik'])
    for (const sector of assessed) if (sector.level.value === 'INTEGRATED') expect(sector.evidence).toBeNull()
  })

  it('KD: batik is isolated and dormant, p = 1/2002', () => {
    const { csr, labels, sectors } = readOracle('KD')
    const batik = assessSectors(csr, labels, { seed: 1 })[sectors.indexOf('batik')]
    expectClose(batik?.p.value ?? null, 1 / 2002, 'p')
    expect([batik?.rho.value, batik?.level.value, batik?.diagnosis]).toEqual([0, 'ISOLATED', 'DORMANT'])
  })

  it('N1: every sector is isolated and closed, p = 1/165', () => {
    const { csr, labels } = readOracle('N1')
    for (const sector of assessSectors(csr, labels, { seed: 1 })) {
      expectClose(sector.p.value, 1 / 165, 'p')
      expect([sector.level.value, sector.diagnosis, sector.evidence]).toEqual([
        'ISOLATED',
        'CLOSED',
        'STRONG',
      ])
    }
  })

  it('N2: every sector has rho 495/1897', () => {
    const { csr, labels } = readOracle('N2')
    for (const sector of assessSectors(csr, labels, { seed: 1 }))
      expectClose(sector.rho.value, 495 / 1897, 'rho')
  })

  it('N4: a sector of one, the centre of the star, is never testable', () => {
    const { csr, labels, sectors } = readOracle('N4')
    const centre = assessSectors(csr, labels, { seed: 1 })[sectors.indexOf('agregator')]
    expect([centre?.level.value, centre?.testable, centre?.q.value]).toEqual(['INTEGRATED', false, null])
    expect(centre?.q.reason).toBe('not-testable')
  })

  it('the index moves from N2 to N3 by 68.07 = J 27.43 + S 27.43 + C 13.20', () => {
    const [before, after] = (['N2', 'N3'] as const).map((name) => {
      const { csr, labels } = readOracle(name)
      const parts = integrationIndex(csr, labels).value
      if (!parts) throw new Error('no index')
      return parts
    })
    if (!before || !after) throw new Error('no index')
    const parts = shapleyByPillar(before, after)
    expect(parts.J).toBeCloseTo(27.43, 2)
    expect(parts.S).toBeCloseTo(27.43, 2)
    expect(parts.C).toBeCloseTo(13.2, 2)
    expectClose(parts.J + parts.S + parts.C, after.index - before.index, 'sum')
    expect(after.index - before.index).toBeCloseTo(68.07, 2)
  })

  it('KM: density 15/91, assortativity 29/99', () => {
    const { csr, labels } = readOracle('KM')
    expectClose(density(csr).value, 15 / 91, 'density')
    expectClose(assortativity(csr, labels).value, 29 / 99, 'assortativity')
  })

  it('N4: the exit of the centre would cut apart all 55 pairs of leaves, of any leaf none', () => {
    const { csr, ids } = readOracle('N4')
    const { points, bridges } = articulation(csr)
    expect(points).toEqual([{ actor: ids.indexOf('A1'), pairsLost: 55 }])
    expect(bridges.map((bridge) => bridge.pairsLost)).toEqual(new Array(11).fill(11))
  })

  it('the upper tail of the liaison counts is exact on small networks', () => {
    const upperTail = (name: OracleName, sector: string): number | undefined => {
      const { csr, labels, sectors } = readOracle(name)
      const test = bridgingTest(csr, labels, 1)
      expect(test.sampling.method).toBe('exact')
      return test.p[sectors.indexOf(sector)]
    }
    expectClose(upperTail('N2', 'kuliner') ?? null, 28_904 / 34_650, 'N2 kuliner')
    expectClose(upperTail('KM', 'kreatif') ?? null, 123_902 / 252_252, 'KM kreatif')
    expect(upperTail('KM', 'batik')).toBe(1)
  })
})
