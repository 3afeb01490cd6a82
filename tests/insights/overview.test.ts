import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import type { Overview, Progress, SectorCard, SectorList } from '#shared/contract/insights.ts'
import {
  Overview as OverviewSchema,
  SectorCard as SectorCardSchema,
  SectorList as SectorListSchema,
} from '#shared/contract/insights.ts'
import { business, partnership } from '../network/records.ts'
import { oracleRecords, type TestRegister, type TestRegisterOptions, testRegister } from './test-register.ts'

const pool = createWorkerPool(1)
const opened: TestRegister[] = []
const open = async (options: Omit<TestRegisterOptions, 'pool'>) => {
  const register = await testRegister({ ...options, pool })
  opened.push(register)
  return register
}
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close()
})
afterAll(() => pool.close())

const overviewOf = (register: TestRegister, query = '') =>
  register.get<Overview>(`/api/insights/overview${query}`)

describe('the overview of a reference network', () => {
  test('gives the published index, pillars and benchmark', async () => {
    const overview = await overviewOf(await open(oracleRecords('KM')))
    expect(() => OverviewSchema.parse(overview)).not.toThrow()
    const { index } = overview
    expect(index.value).toBeCloseTo(64.306961728, 8)
    expect(index.label).toBe('connected')
    expect(index.pillars).toMatchObject({ reached: 10, n: 14, groups: 3 })
    expect(index.pillars!.J).toBeCloseTo(5 / 7, 12)
    expect(index.pillars!.S).toBeCloseTo(11 / 15, 12)
    expect(index.pillars!.H).toBeCloseTo(56 / 65, 12)
    expect(index.pillars!.T).toBeCloseTo(2 / 13, 12)
    expect(index.benchmark).toMatchObject({ exact: true, draws: 252_252, standardError: 0 })
    expect(index.benchmark.value).toBeCloseTo(73.1083, 4)
    expect(index.small).toBe(true)
    expect([overview.n, overview.m, overview.unlinked]).toEqual([14, 15, 1])
  })

  test('calls batik isolated, closed and surely so, and names it in the headline', async () => {
    const overview = await overviewOf(await open(oracleRecords('KM')))
    expect(overview.headlineSectorIds).toEqual(['batik'])
    const [batik, ...rest] = overview.sectors
    expect(batik).toMatchObject({
      sectorId: 'batik',
      level: 'isolated',
      diagnosis: 'closed',
      evidence: 'strong',
      reached: 1,
      n: 5,
      exact: true,
      draws: 2002,
      gateOpen: true,
    })
    expect(batik!.p).toBeCloseTo(2 / 1001, 12)
    expect(batik!.rho).toBeCloseTo(143 / 606, 10)
    expect(
      rest.map(({ sectorId, level, evidence, diagnosis, p }) => [sectorId, level, evidence, diagnosis, p]),
    ).toEqual([
      ['kreatif', 'integrated', null, null, null],
      ['kuliner', 'integrated', null, null, null],
    ])
  })

  test('describes the structure', async () => {
    const { structure } = await overviewOf(await open(oracleRecords('KM')))
    expect(structure.density.value).toBeCloseTo(15 / 91, 12)
    expect(structure.assortativity.value).toBeCloseTo(29 / 99, 12)
    expect(structure.modularity.value).toBeCloseTo(29 / 150, 12)
    expect(structure.ei).toMatchObject({ exact: true })
    expect(structure.ei.p).toBeCloseTo(1993 / 63063, 12)
    expect(structure.articulation.map((point) => point.actorId).sort()).toEqual([
      'B1',
      'B3',
      'C1',
      'C3',
      'K1',
      'K4',
      'K5',
    ])
  })

  test('counts what is linked, what is missing, and where a tie was to be expected', async () => {
    const apart = await overviewOf(await open(oracleRecords('N1')))
    expect(apart.index.value).toBe(0)
    expect([apart.linkedPairs, apart.possiblePairs]).toEqual([0, 3])
    // 2 · 12 ties · 16 pairs / (12 · 11)
    expect(apart.widestGap).toEqual({ a: 'batik', b: 'kreatif', observed: 0, expected: (2 * 12 * 16) / 132 })
    const linked = await overviewOf(await open(oracleRecords('N3')))
    expect(linked.index.value).toBeCloseTo(100, 10)
    expect(linked.widestGap).toBeNull()
  })
})

describe('undefined figures', () => {
  test('an empty register answers with reasons', async () => {
    const overview = await overviewOf(await open({ sectors: ['batik', 'kuliner'] }))
    expect(overview.index).toMatchObject({
      value: null,
      reason: 'fewer-than-two-actors',
      label: null,
      pillars: null,
    })
    expect(overview.index.band).toMatchObject({ low: null, se: null, reason: 'fewer-than-two-actors' })
    expect(overview.change).toMatchObject({ difference: null, verdict: null })
    expect(overview.sectors).toEqual([])
    expect(overview.widestGap).toBeNull()
    expect(() => OverviewSchema.parse(overview)).not.toThrow()
  })

  test('a date before the first record is answered, with nobody there', async () => {
    const late = oracleRecords('KM')
    for (const actor of late.actors) actor.presence = [{ from: '2025-01-01', value: 'present' }]
    const overview = await overviewOf(await open(late), '?on=2019-12-31')
    expect(overview).toMatchObject({ on: '2019-12-31', n: 0, m: 0 })
    expect(overview.index.value).toBeNull()
  })

  test('one sector has no index', async () => {
    const actors = ['a', 'b', 'c'].map((id) => business(id, 'batik'))
    const overview = await overviewOf(await open({ sectors: ['batik'], actors }))
    expect(overview.index).toMatchObject({ value: null, reason: 'one-sector' })
  })

  test('no band for fewer than ten businesses', async () => {
    const { sectors, actors, partnerships } = oracleRecords('KM')
    const few = new Set(['B1', 'B2', 'K1', 'K2', 'C1', 'C2'])
    const overview = await overviewOf(
      await open({
        sectors,
        actors: actors.filter((actor) => few.has(actor.id)),
        partnerships: partnerships.filter((record) => record.parties.every((id) => few.has(id))),
      }),
    )
    expect(overview.index.value).not.toBeNull()
    expect(overview.index.band).toMatchObject({ low: null, high: null, reason: 'fewer-than-ten-actors' })
  })
})

describe('what changed since the quarter before', () => {
  const newcomers = [
    business('X1', 'batik', { presence: [{ from: '2025-05-01', value: 'present' }] }),
    business('X2', 'kuliner', { presence: [{ from: '2025-05-01', value: 'present' }] }),
    business('X3', 'kuliner', { presence: [{ from: '2025-05-01', value: 'present' }] }),
    business('X4', 'kreatif', { presence: [{ from: '2025-05-01', value: 'present' }] }),
  ]

  test('unlinked newcomers lower the index by composition alone', async () => {
    const km = oracleRecords('KM')
    const overview = await overviewOf(await open({ ...km, actors: [...km.actors, ...newcomers] }))
    const { change, moved } = overview
    expect(change).toMatchObject({ comparedOn: '2025-03-31', entered: 4, left: 0 })
    expect(change!.before).toBeCloseTo(64.3069, 3)
    expect(overview.index.value).toBeCloseTo(45.8, 1)
    expect(change!.sameCohort).toBeCloseTo(0, 12)
    expect(change!.composition).toBeCloseTo(change!.difference!, 12)
    expect(moved!.entered.map((actor) => actor.actorId)).toEqual(['X1', 'X2', 'X3', 'X4'])
    expect([moved!.newTies, moved!.endedTies, moved!.lapsedTies]).toEqual([0, 0, 0])
  })

  test('a quarter without a move is no clear change', async () => {
    const { change } = await overviewOf(await open(oracleRecords('KM')))
    expect(change).toMatchObject({ difference: 0, verdict: 'unclear', sameCohort: 0, composition: 0 })
  })

  test('the parts by pillar add up to the change of the cohort, and where all leave-one-out values agree nothing is called clear', async () => {
    const n1 = oracleRecords('N1')
    const later = oracleRecords('N3').partnerships.filter(
      (record) => !n1.partnerships.some((known) => known.id === record.id),
    )
    const n3 = later.map((record) => ({
      ...record,
      startedOn: '2025-05-01',
      statuses: [{ from: '2025-05-01', value: 'active' as const }],
    }))
    const overview = await overviewOf(await open({ ...n1, partnerships: [...n1.partnerships, ...n3] }))
    const { change, moved } = overview
    expect(change).toMatchObject({ before: 0, verdict: 'unclear', entered: 0, left: 0 })
    expect(change!.difference).toBeCloseTo(100, 8)
    const { J, S, C } = change!.pillars!
    expect(J + S + C).toBeCloseTo(change!.sameCohort!, 8)
    expect(moved!.newTies).toBe(6)
    expect(moved!.gained).toHaveLength(12)
    expect(moved!.newPairs).toHaveLength(3)
    expect(moved!.levels.map(({ before, after }) => [before, after])).toEqual([
      ['isolated', 'integrated'],
      ['isolated', 'integrated'],
      ['isolated', 'integrated'],
    ])
  })

  test('tells a lapsed tie from an ended one', async () => {
    const km = oracleRecords('KM')
    const partnerships = km.partnerships.map((record) => {
      if (record.id === 'B1-C1') return partnership(record.id, record.parties, { startedOn: '2024-05-10' })
      if (record.id === 'C1-K1') return { ...record, endedOn: '2025-05-01' }
      return record
    })
    const overview = await overviewOf(await open({ ...km, partnerships }))
    expect([overview.moved!.newTies, overview.moved!.endedTies, overview.moved!.lapsedTies]).toEqual([
      0, 1, 1,
    ])
    expect(overview.moved!.lost.map((actor) => actor.actorId)).toEqual(['B1', 'K1'])
    expect(overview.coverage.expiredTies).toBe(1)
    expect(overview.sectors.find((sector) => sector.sectorId === 'batik')!.before).toMatchObject({
      reached: 1,
      n: 5,
      level: 'isolated',
      levelChanged: false,
    })
  })
})

describe('dates and definitions', () => {
  test('marks a quarter that has not ended as provisional', async () => {
    const register = await open({ ...oracleRecords('KM'), today: '2025-05-20' })
    expect((await overviewOf(register)).period).toEqual({
      year: 2025,
      quarter: 2,
      on: '2025-05-20',
      provisional: true,
    })
    expect((await overviewOf(register, '?on=2025-03-31')).period).toMatchObject({
      quarter: 1,
      provisional: false,
    })
  })

  test('all compares with nothing', async () => {
    const overview = await overviewOf(await open(oracleRecords('KM')), '?on=all')
    expect(overview).toMatchObject({ on: 'all', period: null, change: null, moved: null })
    expect(overview.index.value).toBeCloseTo(64.306961728, 8)
    expect(overview.sectors.every((sector) => sector.before === null)).toBe(true)
  })

  test('a sector below the coverage gate has no level, and is not in the headline', async () => {
    const km = oracleRecords('KM')
    const actors = km.actors.map((actor) =>
      actor.id.startsWith('B')
        ? { ...actor, census: [{ from: '2023-01-01', value: 'complete' as const }] }
        : actor,
    )
    const overview = await overviewOf(await open({ ...km, actors }))
    const batik = overview.sectors.find((sector) => sector.sectorId === 'batik')!
    expect(batik).toMatchObject({
      level: 'insufficient-data',
      diagnosis: null,
      evidence: null,
      gateOpen: false,
      verified: 0,
    })
    expect(overview.headlineSectorIds).toEqual([])
    expect(overview.coverage).toMatchObject({ registered: 14, verified: 9, recheck: 5, unasked: 0 })
  })

  test('names the sectors nobody is registered in', async () => {
    const km = oracleRecords('KM')
    const overview = await overviewOf(await open({ ...km, sectors: [...km.sectors, 'gim', 'musik'] }))
    expect(overview.absent.sectorIds).toEqual(['gim', 'musik'])
    expect(overview.sectors.map((sector) => sector.sectorId)).not.toContain('gim')
  })

  test('strict, official and generous nest', async () => {
    const km = oracleRecords('KM')
    km.partnerships[0] = { ...km.partnerships[0]!, evidence: 'C' }
    km.partnerships[1] = { ...km.partnerships[1]!, intensity: 1 }
    const register = await open(km)
    const ties = await Promise.all(
      ['strict', 'official', 'generous'].map(
        async (id) => (await overviewOf(register, `?definition=${id}`)).m,
      ),
    )
    expect(ties).toEqual([13, 14, 15])
  })
})

test('an imported network opens on all its ties: no roles, no surveys, no expiry, no gate', async () => {
  const n3 = oracleRecords('N3')
  const register = await open({
    ...n3,
    actors: n3.actors.map((actor) => ({ ...actor, roles: [], census: [], inCity: false, presence: [] })),
    partnerships: n3.partnerships.map((record, i) =>
      partnership(record.id, record.parties, {
        startedOn: i < 12 ? '2015-03-01' : '2018-03-01',
        evidence: 'D',
      }),
    ),
    defaultOn: 'all',
    rule: {
      roles: null,
      inCityOnly: false,
      surveyedOnly: false,
      kinds: null,
      evidence: null,
      expiryMonths: null,
      maxParties: null,
      coverageGate: null,
    },
  })
  const whole = await overviewOf(register)
  expect(whole).toMatchObject({ on: 'all', n: 12, m: 18, period: null, change: null })
  expect(whole.index.value).toBeCloseTo(100, 10)
  expect(whole.coverage).toMatchObject({ registered: 12, verified: 12, recheck: 0, unasked: 0 })
  const early = await overviewOf(register, '?on=2015-12-31')
  expect(early).toMatchObject({ n: 12, m: 12 })
  const years = await register.get<Progress>('/api/insights/progress?every=year')
  expect(years.points.map(({ period, m }) => [period.year, m]).slice(0, 5)).toEqual([
    [2015, 12],
    [2016, 12],
    [2017, 12],
    [2018, 18],
    [2019, 18],
  ])
})

describe('a refused question names the field', () => {
  test.each([
    ['?on=2025-07-01', 'on'],
    ['?on=2025-02-30', 'on'],
    ['?on=tomorrow', 'on'],
    ['?definition=mine', 'definition'],
    ['?colour=red', 'colour'],
  ])('%s', async (query, path) => {
    const register = await open(oracleRecords('N1'))
    const response = await register.app.request(`/api/insights/overview${query}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as { issues: { path: string; params?: object }[] }
    expect(problem.issues[0]!.path).toBe(path)
    if (query === '?on=2025-07-01') expect(problem.issues[0]!.params).toEqual({ last: '2025-06-30' })
  })
})

test.each(['overview', 'sectors', 'sectors/batik', 'progress'])(
  'a definition that an imported register does not hold is refused by %s',
  async (path) => {
    const register = await open({ ...oracleRecords('N1'), definitions: ['official'] })
    const response = await register.app.request(`/api/insights/${path}?definition=helix`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      issues: [{ path: 'definition', code: 'unknown-definition', params: { known: 'official' } }],
    })
  },
)

describe('sectors and their cards', () => {
  test('the list is that of the overview', async () => {
    const register = await open(oracleRecords('KM'))
    const list = await register.get<SectorList>('/api/insights/sectors')
    expect(() => SectorListSchema.parse(list)).not.toThrow()
    expect(list.sectors).toEqual((await overviewOf(register)).sectors)
  })

  test('a card tells who bridges, what is missing and how it came', async () => {
    const register = await open(oracleRecords('KM'))
    const card = await register.get<SectorCard>('/api/insights/sectors/batik')
    expect(() => SectorCardSchema.parse(card)).not.toThrow()
    expect(card.bridges).toEqual([
      { actorId: 'B1', name: 'Contoh B1', sectorId: 'batik', external: 1, of: 1 },
    ])
    expect(card.pairs.map(({ a, b, observed }) => [a, b, observed])).toEqual([
      ['batik', 'kreatif', 1],
      ['batik', 'kuliner', 0],
    ])
    expect(card.members.map(({ actorId, partners, standing }) => [actorId, partners, standing])).toEqual([
      ['B1', 3, 'linked'],
      ['B2', 2, 'linked'],
      ['B3', 3, 'linked'],
      ['B4', 1, 'linked'],
      ['B5', 0, 'unlinked'],
    ])
    expect(card.history.map(({ period, level }) => [period.quarter, level])).toEqual([
      [1, 'isolated'],
      [2, 'isolated'],
    ])
    expect(card.sizes).toEqual({ micro: 0, small: 0, medium: 0, large: 0, unknown: 5 })
  })

  test('an unknown sector is not found', async () => {
    const register = await open(oracleRecords('KM'))
    const response = await register.app.request('/api/insights/sectors/nowhere')
    expect(response.status).toBe(404)
  })
})

describe('one revision', () => {
  test('is not sent twice, and a new one is', async () => {
    const register = await open(oracleRecords('KM'))
    const first = await register.app.request('/api/insights/overview')
    const headers = { 'if-none-match': first.headers.get('etag')! }
    const again = await register.app.request('/api/insights/overview', { headers })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    await register.write({ partnerships: [partnership('new', ['B5', 'K2'])] })
    const next = await register.app.request('/api/insights/overview', { headers })
    expect(next.status).toBe(200)
    const overview = (await next.json()) as Overview
    expect(overview.m).toBe(16)
    expect(overview.index.value!).toBeGreaterThan(64.31)
  })

  test('adding a tie between businesses that are in n never lowers the index', async () => {
    const km = oracleRecords('KM')
    const register = await open(km)
    const ids = km.actors.map((actor) => actor.id)
    let last = (await overviewOf(register)).index
    for (const [i, [a, b]] of [
      ['B4', 'B5'],
      ['B2', 'B4'],
      ['B5', 'K2'],
      ['K3', 'K5'],
      ['B2', 'C2'],
    ].entries()) {
      expect(ids).toContain(a)
      await register.write({ partnerships: [partnership(`extra-${i}`, [a!, b!])] })
      const next = (await overviewOf(register)).index
      expect(next.value!).toBeGreaterThanOrEqual(last.value! - 1e-9)
      for (const pillar of ['J', 'S', 'H', 'T'] as const)
        expect(next.pillars![pillar]).toBeGreaterThanOrEqual(last.pillars![pillar] - 1e-12)
      last = next
    }
  })
})
