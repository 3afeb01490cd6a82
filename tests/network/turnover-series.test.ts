import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import {
  type ActorNetwork,
  type Multiples,
  Multiples as MultiplesSchema,
  type Turnover,
  Turnover as TurnoverSchema,
} from '#shared/contract/network.ts'
import { type TestRegister, type TestRegisterOptions, testRegister } from '../insights/test-register.ts'
import { business, partnership } from './records.ts'

const pool = createWorkerPool(1)
const opened: TestRegister[] = []
const open = async (options: Omit<TestRegisterOptions, 'pool' | 'sectors'>) => {
  const register = await testRegister({ sectors: ['batik', 'kuliner'], ...options, pool })
  opened.push(register)
  return register
}
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close()
})
afterAll(() => pool.close())

const late = { presence: [{ from: '2025-05-01', value: 'present' as const }] }
const small = {
  actors: [
    business('A', 'batik'),
    business('B', 'kuliner'),
    business('C', 'batik'),
    business('D', 'batik', late),
  ],
  partnerships: [
    partnership('p', ['A', 'B'], { startedOn: '2024-08-20' }),
    partnership('q', ['B', 'C'], { startedOn: '2024-11-02', endedOn: '2025-02-11' }),
    partnership('r', ['A', 'D'], { startedOn: '2025-05-20' }),
  ],
}

describe('what came and went', () => {
  test('is told for every quarter since the first tie, and follows from the networks themselves', async () => {
    const register = await open(small)
    const turnover = await register.get<Turnover>('/api/network/turnover')
    expect(() => TurnoverSchema.parse(turnover)).not.toThrow()
    expect(turnover.every).toBe('quarter')
    expect(turnover.points.map(({ period, m, started, ended }) => [period.on, m, started, ended])).toEqual([
      ['2024-09-30', 1, 1, 0],
      ['2024-12-31', 2, 1, 0],
      ['2025-03-31', 1, 0, 1],
      ['2025-06-30', 2, 1, 0],
    ])
    for (const [i, point] of turnover.points.entries()) {
      const { counts } = await register.get<ActorNetwork>(`/api/network?on=${point.period.on}`)
      expect([point.n, point.m, point.unlinked]).toEqual([counts.n, counts.m, counts.unlinked])
      expect(point.m).toBe((turnover.points[i - 1]?.m ?? 0) + point.started - point.ended)
    }
  })

  test('of a register without a tie is one empty quarter', async () => {
    const register = await open({ actors: [business('A', 'batik')] })
    const { points } = await register.get<Turnover>('/api/network/turnover')
    expect(points.map(({ n, m, started }) => [n, m, started])).toEqual([[1, 0, 0]])
  })

  test('goes by year where the history is too long for quarters', async () => {
    const register = await open({
      ...small,
      partnerships: [...small.partnerships, partnership('old', ['A', 'C'], { startedOn: '2001-03-01' })],
    })
    const { every, points } = await register.get<Turnover>('/api/network/turnover')
    expect([every, points.length]).toEqual(['year', 25])
  })
})

describe('dates side by side', () => {
  test('hold for each date exactly its network, on the places that everybody has', async () => {
    const register = await open(small)
    const several = await register.get<Multiples>('/api/network/multiples?count=4')
    expect(() => MultiplesSchema.parse(several)).not.toThrow()
    const { actors, ties, points } = several
    expect(points.map(({ period }) => period.on)).toEqual([
      '2024-09-30',
      '2024-12-31',
      '2025-03-31',
      '2025-06-30',
    ])
    for (const [k, { period }] of points.entries()) {
      const network = await register.get<ActorNetwork>(`/api/network?on=${period.on}`)
      const inN = network.actors.id.filter((_, row) => /^(un)?linked$/.test(network.actors.standing[row]!))
      expect(actors.id.filter((_, row) => actors.in[row]! & (1 << k))).toEqual(inN)
      const tied = ties.on.flatMap((on, e) =>
        on & (1 << k) ? [`${actors.id[ties.a[e]!]} ${actors.id[ties.b[e]!]}`] : [],
      )
      const pairs = network.ties.counts.flatMap((counts, e) =>
        counts ? [`${network.actors.id[network.ties.a[e]!]} ${network.actors.id[network.ties.b[e]!]}`] : [],
      )
      expect(tied).toEqual(pairs)
      for (const [row, id] of network.actors.id.entries()) {
        const at = actors.id.indexOf(id)
        if (at >= 0)
          expect([actors.x[at], actors.y[at]]).toEqual([network.actors.x[row], network.actors.y[row]])
      }
    }
  })

  test('end where they are asked to, and never in the future', async () => {
    const register = await open(small)
    const one = await register.get<Multiples>('/api/network/multiples?count=2&to=2025-02-15')
    expect(one.points.map(({ period }) => [period.on, period.provisional])).toEqual([
      ['2024-12-31', false],
      ['2025-02-15', true],
    ])
    expect((await register.app.request('/api/network/multiples?to=2031-01-01')).status).toBe(400)
    expect((await register.app.request('/api/network/multiples?count=10')).status).toBe(400)
  })

  test('are also told as known earlier', async () => {
    const register = await open({ ...small, partnerships: small.partnerships.slice(0, 1) })
    await register.write({ partnerships: small.partnerships.slice(1) })
    const m = async (query: string) =>
      (await register.get<Multiples>(`/api/network/multiples?count=2${query}`)).points.map((point) => point.m)
    expect(await m('')).toEqual([1, 2])
    expect(await m('&known=1')).toEqual([1, 1])
  })
})
