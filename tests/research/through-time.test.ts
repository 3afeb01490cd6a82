import Papa from 'papaparse'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import { type Series, Series as SeriesSchema } from '#shared/contract/research.ts'
import { type TestRegister, type TestRegisterOptions, testRegister } from '../insights/test-register.ts'
import { business, partnership } from '../network/records.ts'
import { columnOf, figuresOf, finished, post, read } from './asking.ts'

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

const since = (id: string, sector: string, from: string) =>
  business(id, sector, { presence: [{ from, value: 'present' }] })
const day = (date: string) => Date.parse(date) / 86_400_000
const apart = (from: string, to: string) => day(to) - day(from)

/** Six businesses of two sectors; A lapses after twelve months without a word, B ends, C goes on. */
const small = (): Omit<TestRegisterOptions, 'pool'> => ({
  today: '2025-06-30',
  sectors: ['batik', 'kuliner'],
  actors: [
    since('b1', 'batik', '2024-01-01'),
    since('b2', 'batik', '2024-01-01'),
    since('b3', 'batik', '2025-01-01'),
    since('k1', 'kuliner', '2024-01-01'),
    since('k2', 'kuliner', '2025-01-01'),
    since('k3', 'kuliner', '2025-01-01'),
  ],
  partnerships: [
    partnership('A', ['b1', 'b2'], { startedOn: '2024-02-10' }),
    partnership('B', ['b1', 'k1'], { startedOn: '2024-05-01', endedOn: '2024-09-01' }),
    partnership('C', ['b3', 'k2'], { startedOn: '2025-02-20' }),
  ],
})

describe('ties through time', () => {
  test('are new and ended by quarter, a lapsed one twelve months after its last proof', async () => {
    const quarters = await figuresOf(await open(small()), 'quarters')
    const at = (key: string) => columnOf(quarters, key).values
    expect(at('quarter')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'])
    expect(at('ties')).toEqual([1, 2, 1, 1, 1, 1])
    expect(at('new')).toEqual([1, 1, 0, 0, 1, 0])
    expect(at('ended')).toEqual([0, 0, 1, 0, 1, 0])
  })

  test('survive to their last proof, and one that runs is not over', async () => {
    const register = await open(small())
    const survival = await figuresOf(register, 'survival')
    // A is known for its first day alone, B for 123 days, C is still running
    expect(columnOf(survival, 'days').values).toEqual([1, apart('2024-05-01', '2024-09-01')])
    expect(columnOf(survival, 'at_risk').values).toEqual([3, 2])
    const shares = columnOf(survival, 'survival').values
    expect(shares[0]).toBeCloseTo(2 / 3, 12)
    // C left observation after 130 days, later than B ended
    expect(shares[1]).toBeCloseTo(1 / 3, 12)
    const network = await figuresOf(register, 'network', 'columns=ties_observed,ties_ended,survival_median')
    expect(columnOf(network, 'ties_observed').values).toEqual([3])
    expect(columnOf(network, 'ties_ended').values).toEqual([2])
    expect(columnOf(network, 'survival_median').values).toEqual([123])
  })

  test('are not known before they were: an earlier date ends the data there', async () => {
    const register = await open(small())
    const survival = await figuresOf(register, 'network', 'columns=ties_observed,ties_ended&on=2024-06-30')
    expect(columnOf(survival, 'ties_observed').values).toEqual([2])
    expect(columnOf(survival, 'ties_ended').values).toEqual([0])
  })

  test('begin with a first partner and a first one in another sector, by year of registration', async () => {
    const cohorts = await figuresOf(await open(small()), 'cohorts')
    const rows = columnOf(cohorts, 'cohort').values.map((cohort, row) => ({
      cohort,
      kind: columnOf(cohorts, 'kind').values[row],
      observed: columnOf(cohorts, 'observed').values[row],
      found: columnOf(cohorts, 'found').values[row],
      median: columnOf(cohorts, 'median_days').values[row],
    }))
    expect(rows).toEqual([
      { cohort: '2024', kind: 'partner', observed: 3, found: 3, median: apart('2024-01-01', '2024-02-10') },
      {
        cohort: '2024',
        kind: 'cross-sector',
        observed: 3,
        found: 2,
        median: apart('2024-01-01', '2024-05-01'),
      },
      { cohort: '2025', kind: 'partner', observed: 3, found: 2, median: apart('2025-01-01', '2025-02-20') },
      {
        cohort: '2025',
        kind: 'cross-sector',
        observed: 3,
        found: 2,
        median: apart('2025-01-01', '2025-02-20'),
      },
    ])
  })
})

describe('events', () => {
  const event: EventRecord = {
    id: 'e1',
    title: 'Contoh temu bisnis',
    type: 'business-meeting',
    startsOn: '2024-04-01',
    endsOn: null,
    hostId: null,
    regionCode: null,
  }
  const guest = (actorId: string, eventId: string, attended: boolean): AffiliationRecord => ({
    id: `${actorId}-${eventId}`,
    actorId,
    target: { type: 'event', id: eventId },
    role: 'participant',
    from: null,
    to: null,
    invited: true,
    registered: attended,
    attended,
  })

  test('bring pairs together by Newman’s weights, and what came of it is counted', async () => {
    const register = await open({
      ...small(),
      events: [event, { ...event, id: 'e2', startsOn: '2024-05-20' }],
      affiliations: [
        guest('b1', 'e1', true),
        guest('b2', 'e1', true),
        guest('k1', 'e1', true),
        guest('b2', 'e2', true),
        guest('k1', 'e2', true),
        guest('b1', 'e2', false),
      ],
    })
    const pairs = await figuresOf(register, 'actor-pairs')
    expect(columnOf(pairs, 'a').values.map((a, row) => `${a}-${columnOf(pairs, 'b').values[row]}`)).toEqual([
      'b1-b2',
      'b1-k1',
      'b2-k1',
    ])
    expect(columnOf(pairs, 'weight').values).toEqual([1 / 2, 1 / 2, 3 / 2])
    expect(columnOf(pairs, 'events').values).toEqual([1, 1, 2])
    const network = await figuresOf(register, 'network', 'columns=met,converted,conversion')
    // b1 and k1 met on 1 April and are partners from 1 May; b2 and k1 met and are not
    expect(columnOf(network, 'met').values).toEqual([2])
    expect(columnOf(network, 'converted').values).toEqual([1])
    expect(columnOf(network, 'conversion').values).toEqual([1 / 2])
  })

  test('none is said so, not zero', async () => {
    const register = await open(small())
    const always = {
      ...small(),
      actors: small().actors!.map(({ id }) => business(id, id[0] === 'b' ? 'batik' : 'kuliner')),
    }
    expect(await figuresOf(await open(always), 'cohorts')).toMatchObject({
      total: 0,
      reason: 'no-observations',
    })
    const pairs = await figuresOf(register, 'actor-pairs')
    expect(pairs).toMatchObject({ total: 0, reason: 'no-observations' })
    const network = await figuresOf(register, 'network', 'columns=conversion')
    expect(columnOf(network, 'conversion')).toMatchObject({ values: [null], reason: 'no-observations' })
  })
})

describe('a series', () => {
  test('gives at every quarter what the figures of its last day give', async () => {
    const register = await open(small())
    const series = await read<Series>(register, '/api/research/series?measure=sectors.reach')
    expect(() => SeriesSchema.parse(series)).not.toThrow()
    expect(series.lines.map(({ sectorId }) => sectorId)).toEqual(['batik', 'kuliner'])
    for (const [i, { on }] of series.periods.entries()) {
      const sectors = await figuresOf(register, 'sectors', `columns=reach&on=${on}`)
      const ids = columnOf(sectors, 'sectorId').values
      for (const { sectorId, values } of series.lines)
        expect(values[i], `${on} ${sectorId}`).toBe(
          columnOf(sectors, 'reach').values[ids.indexOf(sectorId)] ?? null,
        )
    }
    const csv = await (
      await register.app.request('/api/research/series?measure=network.density&format=csv')
    ).text()
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data
    expect(rows.map((row) => row['as_of'])).toEqual(series.periods.map(({ on }) => on))
    expect(rows[0]).toMatchObject({
      measure: 'network.density',
      definition: 'official@1',
      partition: 'test@1',
    })
  })

  test('of what is tested is a job, which counts dates', async () => {
    const register = await open(small())
    const path = '/api/research/series?measure=network.ei_p'
    expect(await read<Series>(register, path)).toMatchObject({ pending: true, lines: [] })
    const job = await post<Parameters<typeof finished>[1]>(register, '/api/research/jobs', {
      kind: 'series',
      reader: 'test',
      measure: 'network.ei_p',
    })
    expect(await finished(register, job)).toMatchObject({ state: 'done', of: 'dates', done: 6, total: 6 })
    const series = await read<Series>(register, path)
    expect(series.pending).toBe(false)
    expect(series.lines[0]!.values.every((p) => p === null || (p > 0 && p <= 1))).toBe(true)
    expect(series.lines[0]!.values.some((p) => p !== null)).toBe(true)
  })

  test('is refused of what has none', async () => {
    const register = await open(small())
    expect((await register.app.request('/api/research/series?measure=actors.degree')).status).toBe(400)
  })
})

describe('a file', () => {
  test('holds exactly what the same question shows, with its provenance, and no formula', async () => {
    const options = small()
    const register = await open({
      ...options,
      actors: options.actors!.map((actor) =>
        actor.id === 'b1' ? { ...actor, name: '=1+1, "Contoh"' } : actor,
      ),
    })
    const query = 'table=actors&columns=degree,constraint,core&sort=degree&search=batik'
    const shown = await figuresOf(register, 'actors', query.slice('table=actors&'.length))
    const response = await register.app.request(`/api/research/download?${query}&format=csv`)
    expect(response.headers.get('content-disposition')).toMatch(
      /jejaring-actors-2025-06-30-official-r\d+\.csv/,
    )
    const { data } = Papa.parse<Record<string, string>>(await response.text(), {
      header: true,
      skipEmptyLines: true,
    })
    expect(data.map((row) => row['id'])).toEqual(columnOf(shown, 'id').values)
    for (const key of ['degree', 'constraint', 'core'])
      expect(data.map((row) => (row[key] === '' ? null : Number(row[key])))).toEqual(
        columnOf(shown, key).values,
      )
    expect(data.find((row) => row['id'] === 'b1')!['name']).toBe('\'=1+1, "Contoh"')
    expect(data[0]).toMatchObject({
      revision: String(shown.revision),
      as_of: '2025-06-30',
      definition: 'official@1',
      partition: 'test@1',
      generated_on: '2025-06-30',
    })
    const json = await register.app.request(`/api/research/download?${query}&format=json`)
    const { generatedOn, ...same } = (await json.json()) as { generatedOn: string }
    expect(generatedOn).toBe('2025-06-30')
    expect(same).toEqual(shown)
  })

  test('is refused while a column of it is still to be computed', async () => {
    const register = await open(small())
    const response = await register.app.request(
      '/api/research/download?table=actors&columns=betweenness&format=csv',
    )
    expect(response.status).toBe(409)
  })
})
