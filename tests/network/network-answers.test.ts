import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import {
  type ActorNetwork,
  ActorNetwork as ActorNetworkSchema,
  type SectorNetwork,
  SectorNetwork as SectorNetworkSchema,
} from '#shared/contract/network.ts'
import {
  oracleRecords,
  type TestRegister,
  type TestRegisterOptions,
  testRegister,
} from '../insights/test-register.ts'
import { business, partnership } from './records.ts'

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

const office = business('G1', null, { roles: [{ from: null, value: 'government' }] })
const unasked = business('U1', 'batik', { census: [] })
const km = oracleRecords('KM')
const rich = {
  ...km,
  actors: [...km.actors, office, unasked, business('Z1', null)],
  partnerships: [
    ...km.partnerships,
    partnership('lapsed', ['B5', 'K2'], { startedOn: '2024-01-01' }),
    partnership('with-office', ['B2', 'G1'], { kind: 'mou_pks' }),
    partnership('proposal', ['B4', 'C4'], {
      startedOn: null,
      recordedOn: '2025-05-01',
      statuses: [{ from: null, value: 'proposed' }],
    }),
    partnership('over', ['B5', 'C4'], { startedOn: '2025-01-15', endedOn: '2025-03-01' }),
    partnership('twice', ['B1', 'B2'], { kind: 'joint_promotion', intensity: 5, startedOn: '2025-05-05' }),
  ],
}

const tieOf = ({ actors, ties, kinds }: ActorNetwork, a: string, b: string) => {
  const [rowA, rowB] = [actors.id.indexOf(a), actors.id.indexOf(b)]
  const i = ties.a.findIndex((from, tie) => from === rowA && ties.b[tie] === rowB)
  if (i < 0) return undefined
  return {
    standing: ties.standing[i],
    counts: ties.counts[i],
    since: ties.since[i],
    intensity: ties.intensity[i],
    partnerships: ties.partnerships[i],
    kinds: ties.kind[i]!.map((kind) => kinds[kind]),
  }
}

describe('the actors and ties of a date', () => {
  test('are columns by id, whoever is outside n among them', async () => {
    const network = await (await open(rich)).get<ActorNetwork>('/api/network')
    expect(() => ActorNetworkSchema.parse(network)).not.toThrow()
    const { actors, counts } = network
    expect(actors.id).toEqual([...actors.id].sort())
    const standing = (id: string) => actors.standing[actors.id.indexOf(id)]
    expect(['B1', 'B5', 'U1', 'Z1', 'G1'].map(standing)).toEqual([
      'linked',
      'unlinked',
      'unasked',
      'unclassified',
      'outside',
    ])
    expect(counts).toEqual({
      n: 14,
      m: 15,
      records: 16,
      unlinked: 1,
      unasked: 1,
      unclassified: 1,
      expired: 1,
    })
    for (const column of Object.values(actors)) expect(column).toHaveLength(17)
    const b1 = actors.id.indexOf('B1')
    expect([actors.degree[b1], actors.crossDegree[b1]]).toEqual([3, 1])
    // without B1, the three other linked batik businesses no longer reach the nine of the rest
    expect(actors.cutPairs[b1]).toBe(27)
  })

  test('tell of every pair how it stands, whether it counts, and since when', async () => {
    const network = await (await open(rich)).get<ActorNetwork>('/api/network')
    expect(tieOf(network, 'B1', 'B2')).toEqual({
      standing: 'active',
      counts: true,
      since: '2025-01-15',
      intensity: 5,
      partnerships: 2,
      kinds: ['co_production', 'joint_promotion'],
    })
    expect(tieOf(network, 'B5', 'K2')).toMatchObject({ standing: 'expired', counts: false, since: null })
    expect(tieOf(network, 'B2', 'G1')).toMatchObject({
      standing: 'active',
      counts: false,
      kinds: ['mou_pks'],
    })
    expect(tieOf(network, 'B4', 'C4')).toMatchObject({ standing: 'proposed', counts: false })
    expect(tieOf(network, 'B5', 'C4')).toBeUndefined()
    expect(network.ties.counts.filter(Boolean)).toHaveLength(15)
  })

  test('are those of the date and the definition asked for', async () => {
    const register = await open(rich)
    const early = await register.get<ActorNetwork>('/api/network?on=2024-06-01')
    expect(early.counts).toMatchObject({ m: 1, n: 2 })
    const helix = await register.get<ActorNetwork>('/api/network?definition=helix')
    expect(helix.actors.standing[helix.actors.id.indexOf('G1')]).toBe('linked')
    expect(tieOf(helix, 'B2', 'G1')).toMatchObject({ counts: true })
    const generous = await register.get<ActorNetwork>('/api/network?definition=generous')
    expect(tieOf(generous, 'B4', 'C4')).toMatchObject({ counts: true, since: '2025-05-01' })
  })

  test.each([
    ['?level=street', 'level'],
    ['?on=2025-07-01', 'on'],
    ['?zoom=3', 'zoom'],
  ])('%s is refused, naming the field', async (query, path) => {
    const response = await (await open(rich)).app.request(`/api/network${query}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { issues: { path: string }[] }).issues[0]!.path).toBe(path)
  })
})

test('the sectors of a date carry every pair, also those without a tie', async () => {
  const network = await (await open(rich)).get<SectorNetwork>('/api/network?level=sector')
  expect(() => SectorNetworkSchema.parse(network)).not.toThrow()
  expect(network.sectors).toMatchObject({
    id: ['batik', 'kreatif', 'kuliner'],
    n: [5, 4, 5],
    reached: [1, 4, 5],
  })
  const { a, b, observed, expected } = network.pairs
  expect(a.map((from, i) => [network.sectors.id[from], network.sectors.id[b[i]!], observed[i]])).toEqual([
    ['batik', 'kreatif', 1],
    ['batik', 'kuliner', 0],
    ['kreatif', 'kuliner', 6],
  ])
  expect(expected[1]).toBeCloseTo((2 * 15 * 25) / (14 * 13), 12)
})

describe('groups of a large network without kelurahan', () => {
  const teams = ['north', 'south'].map((team) => Array.from({ length: 40 }, (_, at) => `${team}${at}`))
  const everybody = [...teams.flat(), 'x', 'y']
  const records = {
    sectors: ['batik'],
    actors: everybody.map((id) => business(id, 'batik', { regions: [] })),
    partnerships: [
      ...teams.flatMap((team) =>
        team.flatMap((id, at) =>
          [1, 2, 3].map((step) => {
            const other = team[(at + step) % team.length]!
            const startedOn = at < 20 ? '2024-01-01' : '2025-05-01'
            return partnership(`${id}-${other}`, [id, other], { startedOn })
          }),
        ),
      ),
      partnership('across', ['north0', 'south0']),
      partnership('xy', ['x', 'y']),
    ],
  }

  test('are the communities of all ties on record, called by their first member, the same on every date', async () => {
    const register = await open(records)
    const { actors } = await register.get<ActorNetwork>('/api/network')
    const groupOf = (id: string) => actors.community![actors.id.indexOf(id)]
    for (const team of teams)
      expect(new Set(team.map(groupOf)).size, 'few parts of a ring of forty').toBeLessThan(8)
    for (const [row, first] of actors.community!.entries()) {
      if (first === null) continue
      expect(first <= actors.id[row]!).toBe(true)
      expect(groupOf(first)).toBe(first)
    }
    expect([groupOf('x'), groupOf('y')]).toEqual([null, null])
    const before = await register.get<ActorNetwork>('/api/network?on=2024-06-30')
    expect(before.ties.a.length).toBeLessThan(actors.id.length * 2)
    expect(before.actors.community).toEqual(actors.community)
  })

  test('are not looked for where kelurahan group the actors, nor where everybody is drawn', async () => {
    const placed = everybody.map((id) =>
      business(id, 'batik', { regions: [{ from: null, value: '35.74.01.1001' }] }),
    )
    const register = await open({ ...records, actors: placed })
    expect((await register.get<ActorNetwork>('/api/network')).actors.community).toBeUndefined()
    const few = await open(rich)
    expect((await few.get<ActorNetwork>('/api/network')).actors.community).toBeUndefined()
  })
})

describe('on the wire', () => {
  test('is brotli for whoever reads it, else gzip, the same answer', async () => {
    const { app } = await open(rich)
    const plain = await (await app.request('/api/network')).text()
    const asked = async (accepted: string) => {
      const response = await app.request('/api/network', { headers: { 'accept-encoding': accepted } })
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
      return {
        encoding: response.headers.get('content-encoding'),
        body: Buffer.from(await response.arrayBuffer()),
      }
    }
    const packed = await asked('gzip, deflate, br')
    expect([packed.encoding, brotliDecompressSync(packed.body).toString()]).toEqual(['br', plain])
    const other = await asked('gzip, br;q=0')
    expect([other.encoding, gunzipSync(other.body).toString()]).toEqual(['gzip', plain])
  })
})

describe('the picture stays put', () => {
  const placesOf = ({ actors }: ActorNetwork) =>
    new Map(actors.id.map((id, row) => [id, `${actors.x[row]} ${actors.y[row]}`]))

  test('over dates, definitions and a restart', async () => {
    const register = await open(rich)
    const places = placesOf(await register.get<ActorNetwork>('/api/network'))
    expect(new Set(places.values()).size).toBe(17)
    for (const query of ['?on=2024-06-01', '?definition=helix', '?on=all'])
      expect(placesOf(await register.get<ActorNetwork>(`/api/network${query}`))).toEqual(places)
    const restarted = await createApp({ db: register.db, pool })
    const response = await restarted.app.request('/api/network')
    expect(placesOf((await response.json()) as ActorNetwork)).toEqual(places)
    await restarted.close()
  })

  test('when a tie or an actor comes: only who came, or had no partner, is placed', async () => {
    const register = await open(rich)
    const before = placesOf(await register.get<ActorNetwork>('/api/network'))
    await register.write({ partnerships: [partnership('new', ['B2', 'K5'])] })
    expect(placesOf(await register.get<ActorNetwork>('/api/network'))).toEqual(before)
    await register.write({
      actors: [business('N1', 'kuliner')],
      partnerships: [partnership('newer', ['N1', 'K5']), partnership('first', ['U1', 'K5'])],
    })
    const after = placesOf(await register.get<ActorNetwork>('/api/network'))
    const moved = [...after].filter(([id, place]) => before.get(id) !== place).map(([id]) => id)
    expect(moved).toEqual(['N1', 'U1'])
  })
})

describe('the stream', () => {
  async function* messages(response: Response): AsyncGenerator<string> {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        yield text.slice(0, end)
        text = text.slice(end + 2)
      }
    }
  }

  test('tells the revision at once, and each new one when answers are read from it', async () => {
    const register = await open(rich)
    const response = await register.app.request('/api/stream', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('content-encoding')).toBeNull()
    const stream = messages(response)
    expect((await stream.next()).value).toContain('data: {"revision":1}')
    await register.write({ partnerships: [partnership('new', ['B5', 'K2'])] })
    const { value } = await stream.next()
    expect(value).toContain('event: revision')
    expect(value).toContain('data: {"revision":2}')
    expect((await register.get<ActorNetwork>('/api/network')).revision).toBe(2)
  })

  test('ends when the server stops', async () => {
    const register = await testRegister({ ...rich, pool })
    const stream = messages(await register.app.request('/api/stream'))
    await stream.next()
    await register.close()
    expect((await stream.next()).done).toBe(true)
  })
})
