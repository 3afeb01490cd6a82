import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { readDates } from '#server/insights/progress.ts'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { periodsBetween, previousPeriodEnd, quarterAt, startOfLast } from '#server/network/period.ts'
import { type Progress, Progress as ProgressSchema, type SectorCard } from '#shared/contract/insights.ts'
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

describe('periods', () => {
  test('are quarters on their last day, the running one on the last day there is', () => {
    expect(periodsBetween('2024-09-09', '2025-05-20', 'quarter')).toEqual([
      { year: 2024, quarter: 3, on: '2024-09-30', provisional: false },
      { year: 2024, quarter: 4, on: '2024-12-31', provisional: false },
      { year: 2025, quarter: 1, on: '2025-03-31', provisional: false },
      { year: 2025, quarter: 2, on: '2025-05-20', provisional: true },
    ])
  })

  test('are years likewise', () => {
    expect(
      periodsBetween('2023-06-01', '2025-12-31', 'year').map(({ on, provisional }) => [on, provisional]),
    ).toEqual([
      ['2023-12-31', false],
      ['2024-12-31', false],
      ['2025-12-31', false],
    ])
    expect(previousPeriodEnd('2025-06-30', 'year')).toBe('2024-12-31')
  })

  test.each([
    ['2025-01-01', '2024-12-31'],
    ['2025-03-31', '2024-12-31'],
    ['2025-04-01', '2025-03-31'],
    ['2025-12-31', '2025-09-30'],
  ])('the quarter before %s ended on %s', (on, end) => {
    expect(previousPeriodEnd(on, 'quarter')).toBe(end)
  })

  test.each([
    [1, '2025-05-20', 'quarter', '2025-04-01'],
    [2, '2025-05-20', 'quarter', '2025-01-01'],
    [3, '2025-05-20', 'quarter', '2024-10-01'],
    [8, '2025-12-31', 'quarter', '2024-01-01'],
    [1, '2025-05-20', 'year', '2025-01-01'],
    [3, '2025-05-20', 'year', '2023-01-01'],
  ] as const)('the last %d up to %s by %s began on %s', (count, to, every, from) => {
    expect(startOfLast(count, to, every)).toBe(from)
    expect(periodsBetween(from, to, every)).toHaveLength(count)
  })

  test('a day in the middle of a quarter reads it provisionally', () => {
    expect(quarterAt('2025-05-20')).toEqual({ year: 2025, quarter: 2, on: '2025-05-20', provisional: true })
    expect(quarterAt('2025-06-30').provisional).toBe(false)
  })
})

describe('reading every period', () => {
  test('fails once, with nothing left unheard, where one of the first fails', async () => {
    const unheard: unknown[] = []
    const hear = (reason: unknown) => unheard.push(reason)
    process.on('unhandledRejection', hear)
    const { register } = await open({ ...oracleRecords('KM'), today: '2025-12-31' })
    const ended = {
      of: () => Promise.reject(new Error('the thread ended')),
      split: () => Promise.reject(new Error('the thread ended')),
    }
    const periods = periodsBetween('2023-01-01', '2025-12-31', 'quarter')
    await expect(readDates(register.current(), ended, 'official', periods)).rejects.toThrow(
      'the thread ended',
    )
    process.off('unhandledRejection', hear)
    expect(unheard).toEqual([])
  })
})

describe('the series', () => {
  const start = (id: string, parties: string[], startedOn: string, confirmations: string[] = []) =>
    partnership(id, parties, { startedOn, confirmations })
  const km = oracleRecords('KM')
  const history = [
    start('first', ['B1', 'K1'], '2024-09-09'),
    start('second', ['K1', 'C1'], '2024-11-01', ['2025-06-01']),
    start('third', ['B2', 'C2'], '2025-02-01'),
  ]
  const dated = {
    ...km,
    partnerships: history,
    today: '2025-12-31',
    events: [
      {
        id: 'school',
        title: 'Sekolah contoh',
        type: 'school' as const,
        startsOn: '2024-09-09',
        endsOn: null,
        hostId: null,
        regionCode: null,
      },
    ],
  }

  test('runs from the first tie to today, and tells what came and went', async () => {
    const progress = await (await open(dated)).get<Progress>('/api/insights/progress')
    expect(() => ProgressSchema.parse(progress)).not.toThrow()
    expect(
      progress.points.map(({ period, m, newTies, endedTies }) => [period.on, m, newTies, endedTies]),
    ).toEqual([
      ['2024-09-30', 1, 1, 0],
      ['2024-12-31', 2, 1, 0],
      ['2025-03-31', 3, 1, 0],
      ['2025-06-30', 3, 0, 0],
      // the first was never confirmed again: it lapsed on 2025-09-10
      ['2025-09-30', 2, 0, 1],
      ['2025-12-31', 2, 0, 0],
    ])
    expect(progress.points[0]!.change).toBeNull()
    // surveyed in January 2025; before, only those with a tie are in n
    expect(progress.points[2]!.change).toMatchObject({ entered: 11, left: 0 })
    expect(progress.events).toEqual([
      { id: 'school', title: 'Sekolah contoh', type: 'school', on: '2024-09-09' },
    ])
  })

  test('is not stretched by one old start, which is still there to be asked for', async () => {
    const old = start('old', ['B1', 'C1'], '1003-05-01')
    const register = await open({ ...dated, partnerships: [old, ...history] })
    const quarters = await register.get<Progress>('/api/insights/progress')
    expect([quarters.points.length, quarters.points[0]!.period.on]).toEqual([40, '2016-03-31'])
    const years = await register.get<Progress>('/api/insights/progress?every=year')
    expect([years.points.length, years.points[0]!.period.on]).toEqual([100, '1926-12-31'])
    const { history: card } = await register.get<SectorCard>('/api/insights/sectors/batik')
    expect([card.length, card[0]!.period.on]).toEqual([100, '1926-12-31'])
    const asked = await register.get<Progress>(
      '/api/insights/progress?every=year&from=1003-01-01&to=1004-12-31',
    )
    expect(asked.points.map(({ m }) => m)).toEqual([1, 0])
  })

  test('says at some hundred actors what it says of the date itself', async () => {
    const sectors = ['batik', 'kuliner']
    const ids = Array.from({ length: 420 }, (_, i) => `a${i}`)
    // each sector a ring of its own: isolated, and surely so
    const partnerships = ids.map((id, i) => start(`p${i}`, [id, ids[(i + 2) % ids.length]!], '2025-08-01'))
    // so that the two quarters are read one by one
    partnerships.push(start('later', ['a0', 'a4'], '2025-11-01'))
    const actors = ids.map((id, i) => business(id, sectors[i % 2]!))
    const register = await open({ sectors, actors, partnerships, today: '2025-12-31' })
    const { sector, history: card } = await register.get<SectorCard>('/api/insights/sectors/batik')
    expect(sector).toMatchObject({ level: 'isolated', evidence: 'strong' })
    expect(card.map(({ level, evidence }) => [level, evidence])).toEqual([
      ['isolated', 'strong'],
      ['isolated', 'strong'],
    ])
  })

  test('agrees with the overview of each date', async () => {
    const register = await open(dated)
    const { points } = await register.get<Progress>('/api/insights/progress')
    for (const { period, index, levels } of points) {
      const overview = await register.get<{ index: unknown; sectors: { sectorId: string; level: string }[] }>(
        `/api/insights/overview?on=${period.on}`,
      )
      expect(overview.index).toEqual(index)
      expect(overview.sectors.map(({ sectorId, level }) => ({ sectorId, level })).sort(bySector)).toEqual(
        levels,
      )
    }
  })

  test('goes by year where asked, between the dates asked for', async () => {
    const register = await open(dated)
    const yearly = await register.get<Progress>('/api/insights/progress?every=year')
    expect(yearly.points.map(({ period }) => [period.year, period.quarter, period.on])).toEqual([
      [2024, null, '2024-12-31'],
      [2025, null, '2025-12-31'],
    ])
    const part = await register.get<Progress>('/api/insights/progress?from=2025-01-01&to=2025-05-15')
    expect(part.points.map(({ period }) => [period.on, period.provisional])).toEqual([
      ['2025-03-31', false],
      ['2025-05-15', true],
    ])
    expect(part.events).toEqual([])
  })

  test.each([
    ['?to=2026-01-01', 'to'],
    ['?from=2025-06-01&to=2025-05-01', 'from'],
    ['?from=1900-01-01', 'from'],
    ['?every=month', 'every'],
    ['?until=2025-01-01', 'until'],
  ])('%s is refused, naming the field', async (query, path) => {
    const response = await (await open(dated)).app.request(`/api/insights/progress${query}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { issues: { path: string }[] }).issues[0]!.path).toBe(path)
  })
})

const bySector = (x: { sectorId: string }, y: { sectorId: string }) => (x.sectorId < y.sectorId ? -1 : 1)
