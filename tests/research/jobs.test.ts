import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { type NullModelResult as Drawn, type Job, NullModelResult } from '#shared/contract/research.ts'
import { oracleRecords, type TestRegister, testRegister } from '../insights/test-register.ts'
import { columnOf, figuresOf, finished, post, read } from './asking.ts'
import { modelRecords } from './model-records.ts'

const pool = createWorkerPool(1)
const opened: TestRegister[] = []
const open = async (
  records: Parameters<typeof testRegister>[0] extends infer O ? Omit<O, 'pool'> : never,
) => {
  const register = await testRegister({ ...records, pool })
  opened.push(register)
  return register
}
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close()
})
afterAll(() => pool.close())

const ask = (register: TestRegister, body: object): Promise<Job> =>
  post<Job>(register, '/api/research/jobs', { reader: 'one', ...body })
const letGo = async (register: TestRegister, { id }: Job, reader: string): Promise<Job> =>
  (await (
    await register.app.request(`/api/research/jobs/${id}?reader=${reader}`, { method: 'DELETE' })
  ).json()) as Job

describe('a job', () => {
  test('adds its columns to the table, which names them as pending before', async () => {
    const register = await open(oracleRecords('KM'))
    const query = 'columns=degree,betweenness,closeness,harmonic'
    const before = await figuresOf(register, 'actors', query)
    expect(before.pending).toEqual(['actors.betweenness', 'actors.closeness', 'actors.harmonic'])
    expect(before.columns.map(({ key }) => key)).toEqual(['id', 'name', 'sectorId', 'degree'])
    const tag = (await register.app.request('/api/research/catalog')).headers.get('etag')
    const job = await ask(register, { kind: 'figures', metrics: ['betweenness', 'harmonic'] })
    expect((await finished(register, job)).state).toBe('done')
    const after = await figuresOf(register, 'actors', query)
    expect(after.pending).toEqual([])
    // one search gives closeness and harmonic
    expect(columnOf(after, 'closeness').values).not.toContain(null)
    const stale = await register.app.request(`/api/research/figures?table=actors&${query}`, {
      headers: { 'if-none-match': tag ?? '' },
    })
    expect(stale.status).toBe(200)
  })

  test('is one for all who ask the same, and known at once after it is done', async () => {
    const register = await open(modelRecords(400))
    const question = { kind: 'null-model', measure: 'network.assortativity', model: 'rewiring', draws: 2_000 }
    const [first, second] = await Promise.all([
      ask(register, question),
      ask(register, { ...question, reader: 'two' }),
    ])
    expect(second.id).toBe(first.id)
    expect(Math.max(first.readers, second.readers)).toBe(2)
    expect((await letGo(register, first, 'one')).state).not.toBe('cancelled')
    expect((await finished(register, first)).state).toBe('done')
    const response = await register.app.request('/api/research/jobs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reader: 'three', ...question }),
    })
    expect(response.status).toBe(200)
    const other = await ask(register, { ...question, seed: 7 })
    expect(other.id).not.toBe(first.id)
    await finished(register, other)
  })

  test('counts what it has done, and stops when the last reader lets go', async () => {
    const register = await open(modelRecords(2_000))
    const job = await ask(register, { kind: 'figures', metrics: ['rewiring'], permutations: 90_000 })
    const seen: number[] = []
    while (seen.length < 3) {
      const now = await read<Job>(register, `/api/research/jobs/${job.id}`)
      if (now.done > (seen.at(-1) ?? 0)) seen.push(now.done)
      expect(now.state).not.toBe('done')
      expect([0, 90_000]).toContain(now.total)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const asked = performance.now()
    await letGo(register, job, 'one')
    const stopped = await finished(register, job)
    expect(stopped.state).toBe('cancelled')
    // far from the minutes that it would have taken
    expect(stopped.done).toBeLessThan(90_000)
    expect(performance.now() - asked).toBeLessThan(20_000)
    // the thread is free for the next
    const next = await ask(register, { kind: 'figures', metrics: ['closeness'] })
    expect((await finished(register, next)).state).toBe('done')
    const again = await ask(register, { kind: 'figures', metrics: ['rewiring'], permutations: 90_000 })
    expect(again.state).not.toBe('cancelled')
    await letGo(register, again, 'one')
    await finished(register, again)
  })

  test('tells how it goes on in a stream that ends with it', async () => {
    const register = await open(modelRecords(400))
    const job = await ask(register, {
      kind: 'null-model',
      measure: 'network.transitivity',
      model: 'rewiring',
      draws: 999,
    })
    const response = await register.app.request(`/api/research/jobs/${job.id}/events`)
    const told = (await response.text())
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6)) as Job)
    expect(told.at(-1)).toMatchObject({ state: 'done', done: 999, total: 999 })
    const counts = told.map(({ done }) => done)
    expect(counts).toEqual([...counts].sort((x, y) => x - y))
  })

  test('is refused where nothing needs a job, or nothing can be drawn', async () => {
    const register = await open(oracleRecords('KM'))
    const refused = async (body: object) => {
      const response = await register.app.request('/api/research/jobs', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reader: 'one', ...body }),
      })
      const { issues } = (await response.json()) as { issues: { path: string; code: string }[] }
      return issues.map(({ path, code }) => `${path} ${code}`)
    }
    expect(await refused({ kind: 'figures', metrics: ['density'] })).toEqual(['metrics no-job-needed'])
    const drawn = { kind: 'null-model', model: 'labels' }
    expect(await refused({ ...drawn, measure: 'network.density' })).toEqual(['measure no-null-model'])
    expect(await refused({ ...drawn, measure: 'sectors.reach', sectorId: 'none' })).toEqual([
      'sectorId unknown-sector',
    ])
    expect((await register.app.request('/api/research/jobs/none')).status).toBe(404)
  })
})

describe('a null model', () => {
  const draw = async (register: TestRegister, body: object): Promise<Drawn> => {
    const job = await ask(register, { kind: 'null-model', ...body })
    expect((await finished(register, job)).state).toBe('done')
    return read<Drawn>(register, `/api/research/jobs/${job.id}/result`)
  }

  test('counts the tail that the exact test of the reference network enumerates', async () => {
    const register = await open(oracleRecords('KM'))
    const found = await draw(register, {
      measure: 'network.external',
      model: 'labels',
      draws: 9_999,
    })
    expect(() => NullModelResult.parse(found)).not.toThrow()
    const exact = 1993 / 63063
    expect(found.observed).toBe(7)
    expect(found.p!.lower).toBeGreaterThan(exact - 4 * Math.sqrt((exact * (1 - exact)) / 9_999))
    expect(found.p!.lower).toBeLessThan(exact + 4 * Math.sqrt((exact * (1 - exact)) / 9_999))
    // 15 ties between 91 pairs, of which 65 are across sectors
    expect(found.mean).toBeCloseTo((15 * 65) / 91, 0)
    const { edges, counts } = found.histogram!
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9_999)
    expect(edges.length).toBe(counts.length + 1)
    const below = counts.filter((_, i) => edges[i + 1]! <= 7.5).reduce((sum, count) => sum + count, 0)
    expect(found.p!.lower).toBeCloseTo((below + 1) / 10_000, 12)
  })

  test('keeps everybody’s number of partners, and agrees with the test of the sectors from the same seed', async () => {
    const register = await open(oracleRecords('KM'))
    const job = await ask(register, { kind: 'figures', metrics: ['rewiring'], permutations: 499 })
    await finished(register, job)
    const sectors = await figuresOf(register, 'sectors', 'columns=p_rewired_reach&permutations=499')
    const batik = (columnOf(sectors, 'sectorId').values as string[]).indexOf('batik')
    const found = await draw(register, {
      measure: 'sectors.reached',
      sectorId: 'batik',
      model: 'rewiring',
      draws: 499,
    })
    expect(found.p!.lower).toBe(columnOf(sectors, 'p_rewired_reach').values[batik])
  })

  test('says why where the measure is undefined', async () => {
    const { sectors, actors } = oracleRecords('KM')
    const register = await open({ sectors, actors })
    const found = await draw(register, { measure: 'network.assortativity', model: 'labels', draws: 99 })
    expect(found).toMatchObject({ observed: null, reason: 'no-ties', p: null, histogram: null })
  })
})
