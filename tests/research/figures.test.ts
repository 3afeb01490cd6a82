import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { METRIC_IDS } from '#shared/analytics/catalog.ts'
import {
  type ResearchCatalog as Catalog,
  Figures,
  type Job,
  RESEARCH_TABLES,
  ResearchCatalog,
} from '#shared/contract/research.ts'
import expected from '../fixtures/oracles/expected.json' with { type: 'json' }
import { oracleRecords, type TestRegister, testRegister } from '../insights/test-register.ts'
import { columnOf, figuresOf, finished, post } from './asking.ts'

const pool = createWorkerPool(1)
let register: TestRegister
beforeAll(async () => {
  register = await testRegister({ ...oracleRecords('KM'), pool })
}, 60_000)
afterAll(async () => {
  await register.close()
  await pool.close()
})

const KM = expected.KM

describe('the catalogue of measures', () => {
  test('has a measure for every metric, and a card for every measure', async () => {
    const catalog = await register.get<Catalog>('/api/research/catalog')
    expect(() => ResearchCatalog.parse(catalog)).not.toThrow()
    expect(catalog.metrics.map(({ id }) => id).sort()).toEqual([...METRIC_IDS].sort())
    expect(catalog.metrics.filter(({ measures }) => measures.length === 0).map(({ id }) => id)).toEqual([])
    expect(new Set(catalog.measures.map(({ id }) => id)).size).toBe(catalog.measures.length)
  })
})

describe('figures of a reference network', () => {
  test('every table answers as the contract says, with every measure or a reason', async () => {
    const job = await post<Job>(register, '/api/research/jobs', {
      kind: 'figures',
      reader: 'test',
      metrics: [...METRIC_IDS],
    })
    expect((await finished(register, job)).state).toBe('done')
    for (const table of RESEARCH_TABLES) {
      const found = await figuresOf(register, table, 'columns=all')
      expect(() => Figures.parse(found), table).not.toThrow()
      expect(found.pending, table).toEqual([])
      for (const column of found.columns) {
        expect(column.values.length, `${table} ${column.key}`).toBe(found.total)
        for (const [row, value] of column.values.entries())
          if (value === null && column.measure !== null)
            expect(column.reasons?.[row] ?? column.reason, `${table} ${column.key} ${row}`).toBeTruthy()
      }
    }
  })

  test('equal the published ones, of the network, its sectors and its actors', async () => {
    const network = await figuresOf(register, 'network', 'columns=all')
    const one = (key: string) => columnOf(network, key).values[0]
    expect(one('density')).toBeCloseTo(KM.density, 9)
    expect(one('index')).toBeCloseTo(KM.index.INDEX, 8)
    expect(one('assortativity')).toBeCloseTo(KM.assortativity, 9)
    expect(one('robustness')).toBeCloseTo(KM.robustness_R, 9)
    expect(one('ei_p')).toBeCloseTo(1993 / 63063, 12)
    expect(one('cut_points')).toBe(KM.cut_vertices.length)
    const actors = await figuresOf(register, 'actors', 'columns=all')
    const ids = columnOf(actors, 'id').values as string[]
    const nodes: Record<string, { betweenness: number; constraint: number | null; closeness_wf: number }> =
      KM.nodes_metrics
    for (const [row, id] of ids.entries()) {
      expect(columnOf(actors, 'betweenness').values[row]).toBeCloseTo(nodes[id]!.betweenness, 9)
      expect(columnOf(actors, 'closeness').values[row]).toBeCloseTo(nodes[id]!.closeness_wf, 9)
      const { constraint } = nodes[id]!
      if (constraint === null) {
        expect(columnOf(actors, 'constraint').values[row]).toBeNull()
        expect(columnOf(actors, 'constraint').reason).toBe('no-partner')
      } else expect(columnOf(actors, 'constraint').values[row]).toBeCloseTo(constraint, 9)
    }
    const sectors = await figuresOf(register, 'sectors', 'columns=all')
    const batik = (columnOf(sectors, 'sectorId').values as string[]).indexOf('batik')
    expect(columnOf(sectors, 'level').values[batik]).toBe('isolated')
    expect(columnOf(sectors, 'evidence').values[batik]).toBe('strong')
    expect(columnOf(sectors, 'p_reach').values[batik]).toBeCloseTo(2 / 1001, 12)
    expect(columnOf(sectors, 'p_reach').samplings?.[batik] ?? columnOf(sectors, 'p_reach').sampling).toEqual({
      method: 'exact',
      draws: 2002,
    })
  })

  test('are searched, ordered and cut as asked, those without a value last', async () => {
    const sorted = await figuresOf(register, 'actors', 'columns=constraint&sort=constraint&order=asc')
    const values = columnOf(sorted, 'constraint').values as (number | null)[]
    const known = values.filter((value) => value !== null)
    expect(known).toEqual([...known].sort((x, y) => x - y))
    expect(values.slice(known.length).every((value) => value === null)).toBe(true)
    const window = await figuresOf(
      register,
      'actors',
      'columns=constraint&sort=constraint&order=asc&offset=2&limit=3',
    )
    expect(columnOf(window, 'id').values).toEqual(columnOf(sorted, 'id').values.slice(2, 5))
    expect(window).toMatchObject({ total: 14, offset: 2 })
    const found = await figuresOf(register, 'actors', 'search=batik')
    expect(found.total).toBe(5)
    expect(new Set(columnOf(found, 'sectorId').values)).toEqual(new Set(['batik']))
  })

  test('are refused with the field where the question is wrong', async () => {
    const refusal = async (query: string) => {
      const response = await register.app.request(`/api/research/figures?${query}`)
      const body = (await response.json()) as { issues?: { path: string; code: string }[] }
      return [response.status, ...(body.issues ?? []).map(({ path, code }) => `${path} ${code}`)]
    }
    expect(await refusal('table=actors&columns=height')).toEqual([400, 'columns unknown-column'])
    expect(await refusal('table=actors&sort=height')).toEqual([400, 'sort unknown-column'])
    expect(await refusal('table=actors&partition=other')).toEqual([400, 'partition unknown-partition'])
    expect(await refusal('table=actors&on=2099-01-01')).toEqual([400, 'on after-today'])
    expect((await refusal('table=people'))[0]).toBe(400)
  })
})
