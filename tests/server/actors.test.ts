import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentRevision } from '#server/db/changeset-log.ts'
import type { ActorDetail, ActorPage, NewActor } from '#shared/contract/actors.ts'
import type { ChangesetPage } from '#shared/contract/changesets.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { issuesOf, logFirst, newBusiness, openTestApp, type TestApp, TODAY } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const create = <T = ActorDetail>(actor: unknown) => app.send<T>('POST', '/api/actors', actor)
const kopi: NewActor = {
  name: 'Kopi Contoh',
  role: 'business',
  sectorId: 'kuliner',
  regionCode: '35.74.01.1001',
}
const patch = <T = ActorDetail>(id: string, revision: number, body: unknown) =>
  app.send<T>('PATCH', `/api/actors/${id}`, body, { 'if-match': `"${revision}"` })
const get = async (id: string, query = '') => (await app.get<ActorDetail>(`/api/actors/${id}${query}`)).body

describe('registering an actor', () => {
  it('keeps what is given and starts with plain defaults', async () => {
    const { status, body } = await create({
      ...kopi,
      kbli: { code: '10761', version: '2025' },
      sizeClass: 'micro',
      sizeBasis: 'statement',
      products: ['kopi'],
      censusStatus: 'partial',
      registeredOn: '2026-01-31',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      name: 'Kopi Contoh',
      role: 'business',
      sectorId: 'kuliner',
      regionCode: '35.74.01.1001',
      inCity: true,
      censusStatus: 'partial',
      registeredOn: '2026-01-31',
      lastVerifiedOn: TODAY,
      partners: 0,
      standing: 'unlinked',
      revision: 1,
    })
    expect(body.record).toMatchObject({
      aliases: [],
      kbli: { code: '10761', version: '2025' },
      presence: [{ from: '2026-01-31', value: 'present' }],
      sectors: { 'klaster-lokal@1': [{ from: null, value: 'kuliner' }] },
    })
  })

  it('does not call one isolated whom nobody has asked', async () => {
    const { body } = await create(kopi)
    expect(body).toMatchObject({ censusStatus: 'none', lastVerifiedOn: null, standing: 'unasked' })
  })

  it('refuses codes in no list, dates to come and what it does not know', async () => {
    const refused = async (actor: object) => {
      const answer = await create<Problem>({ ...kopi, ...actor })
      expect(answer.status).toBe(400)
      return issuesOf(answer)
    }
    expect(
      await refused({
        role: 'boss',
        sectorId: 'x',
        regionCode: 'y',
        parentId: 'z',
        registeredOn: '2026-06-16',
      }),
    ).toEqual([
      'role unknown-role',
      'regionCode unknown-region',
      'sectorId unknown-sector',
      'registeredOn later-than-today',
      'parentId unknown-actor',
    ])
    expect(await refused({ name: '  ' })).toEqual(['name too-small'])
    expect(await refused({ name: undefined })).toEqual(['name missing'])
    expect(await refused({ nib: '1' })).toEqual(['nib unknown-field'])
    expect(await refused({ kbli: { code: '1076', version: '2025' } })).toEqual(['kbli.code wrong-format'])
    expect(await refused({ kbli: { code: '10761' } })).toEqual(['kbli.version not-allowed'])
    expect(await currentRevision(app.db)).toBe(0)
  })

  it('asks about a similar name in the same region, once', async () => {
    await create(kopi)
    const again = await create<Problem>({ ...kopi, name: 'KOPI CONTOH' })
    expect([again.status, ...issuesOf(again)]).toEqual([409, 'name likely-duplicate'])
    expect(again.body.duplicates).toMatchObject([{ name: 'Kopi Contoh', regionCode: '35.74.01.1001' }])
    expect((await create({ ...kopi, name: 'KOPI CONTOH', notDuplicate: true })).status).toBe(201)
    expect((await create({ ...kopi, regionCode: '35.74.02.1001' })).status).toBe(201)
  })
})

describe('changing an actor', () => {
  it('corrects what always was so', async () => {
    const { id } = (await create(kopi)).body
    const { body } = await patch(id, 1, {
      mode: 'correct',
      changes: { name: 'Kopi Benar', sectorId: 'fesyen', aliases: ['KB'], registeredOn: '2025-01-01' },
    })
    expect(body).toMatchObject({
      name: 'Kopi Benar',
      sectorId: 'fesyen',
      registeredOn: '2025-01-01',
      revision: 2,
    })
    expect(await get(id, '?on=2025-06-01')).toMatchObject({ sectorId: 'fesyen' })
    expect(body.record.sectors).toEqual({ 'klaster-lokal@1': [{ from: null, value: 'fesyen' }] })
  })

  it('refuses a circle of parts, at any remove', async () => {
    const ids: string[] = []
    for (const name of ['Induk Contoh', 'Cabang Contoh', 'Gerai Contoh'])
      ids.push((await create({ ...kopi, name, parentId: ids.at(-1) ?? null, notDuplicate: true })).body.id)
    const [top, , leaf] = ids as [string, string, string]
    const partOf = (parentId: string) => ({ mode: 'correct', changes: { parentId } })
    expect(issuesOf(await patch<Problem>(top, 1, partOf(leaf)))).toEqual(['changes.parentId own-parent'])
    expect((await patch(leaf, 3, partOf(top))).status).toBe(200)
  })

  it('keeps the past when something became so from a date', async () => {
    const { id } = (await create({ ...kopi, registeredOn: '2025-01-01' })).body
    await patch(id, 1, {
      mode: 'from',
      from: '2026-03-01',
      changes: { sectorId: 'batik', regionCode: '35.74.05.1005', role: 'aggregator' },
    })
    expect(await get(id, '?on=2026-02-28')).toMatchObject({
      sectorId: 'kuliner',
      regionCode: '35.74.01.1001',
      role: 'business',
    })
    expect(await get(id)).toMatchObject({
      sectorId: 'batik',
      regionCode: '35.74.05.1005',
      role: 'aggregator',
    })
  })

  it('adds a row for every survey, also when it found nothing new', async () => {
    const { id } = (await create({ ...kopi, registeredOn: '2024-01-01' })).body
    const survey = { mode: 'from', changes: { censusStatus: 'complete' } }
    await patch(id, 1, { ...survey, from: '2025-01-10' })
    const { body } = await patch(id, 2, { ...survey, from: '2026-01-10' })
    expect(body.record.census.map((row) => row.from)).toEqual(['2025-01-10', '2026-01-10'])
    expect(await get(id, '?on=2025-12-31')).toMatchObject({ lastVerifiedOn: '2025-01-10' })
    const log = await app.get<ChangesetPage>('/api/changesets')
    expect(log.body.rows.map((row) => row.action)).toEqual(['verify-actor', 'verify-actor', 'create-actor'])
  })

  it('lets it leave and come back', async () => {
    const { id } = (await create({ ...kopi, registeredOn: '2025-01-01', censusStatus: 'complete' })).body
    const left = await patch(id, 1, { mode: 'from', from: '2026-05-01', changes: { presence: 'left' } })
    expect(left.body).toMatchObject({ leftOn: '2026-05-01', standing: 'outside' })
    const back = await patch(id, 2, { mode: 'from', from: '2026-06-01', changes: { presence: 'present' } })
    expect(back.body).toMatchObject({ leftOn: null, registeredOn: '2025-01-01', standing: 'unlinked' })
    expect(await get(id, '?on=2026-05-15')).toMatchObject({ standing: 'outside' })
  })

  it('refuses what makes no sense, without a trace', async () => {
    const { id } = (await create({ ...kopi, registeredOn: '2026-01-01' })).body
    const refused = async (body: unknown, revision = 1) => issuesOf(await patch<Problem>(id, revision, body))
    const from = (changes: object, date = TODAY) => ({ mode: 'from', from: date, changes })
    expect(await refused({ mode: 'correct', changes: {} })).toEqual(['changes empty'])
    expect(await refused(from({}))).toEqual(['changes empty'])
    expect(await refused(from({ sectorId: 'no' }))).toEqual(['changes.sectorId unknown-sector'])
    expect(await refused(from({ sectorId: 'batik' }, '2026-06-16'))).toEqual(['from later-than-today'])
    expect(await refused(from({ presence: 'left' }, '2026-01-01'))).toEqual(['from before-registration'])
    expect(await refused(from({ name: 'Lain' }))).toEqual(['changes.name unknown-field'])
    expect(await refused({ mode: 'correct', changes: { parentId: id } })).toEqual([
      'changes.parentId own-parent',
    ])
    expect(await refused({ mode: 'correct', changes: { parentId: 'x' } })).toEqual([
      'changes.parentId unknown-actor',
    ])
    expect(await refused({ mode: 'correct', changes: { registeredOn: '2026-07-01' } })).toEqual([
      'changes.registeredOn later-than-today',
    ])
    expect(await refused({ mode: 'sometimes' })).toEqual(['mode not-allowed'])
    expect(await currentRevision(app.db)).toBe(1)
    await patch(id, 1, from({ presence: 'left' }, '2026-05-01'))
    expect(await refused({ mode: 'correct', changes: { registeredOn: '2026-05-02' } }, 2)).toEqual([
      'changes.registeredOn after-leaving',
    ])
  })

  it('refuses a stale change with the record as it is, and an unknown actor', async () => {
    const { id } = (await create(kopi)).body
    const rename = { mode: 'correct', changes: { name: 'Baru' } }
    await patch(id, 1, rename)
    const stale = await patch<Problem>(id, 1, { mode: 'correct', changes: { name: 'Lama' } })
    expect(stale).toMatchObject({ status: 412, body: { current: { revision: 2, record: { name: 'Baru' } } } })
    expect((await patch<Problem>('nobody', 1, rename)).status).toBe(404)
    expect((await app.get<Problem>('/api/actors/nobody')).body).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  })
})

describe('the register of actors', () => {
  beforeEach(async () => {
    await logFirst(app)
    await create({ name: 'Universitas Contoh', role: 'academia', aliases: ['UC'] })
    await create({ ...kopi, name: 'Zeta Contoh', registeredOn: '2026-02-01' })
  })
  const list = async (query: string, path = '/api/actors') =>
    (await app.get<ActorPage>(`${path}?${query}`)).body.rows.map((r) => r.name.split(' ')[0])

  it('is filtered, searched, sorted and cut into pages', async () => {
    expect(await list('')).toEqual(['Batik', 'Kopi', 'Universitas', 'Zeta'])
    expect(await list('order=desc&pageSize=2')).toEqual(['Zeta', 'Universitas'])
    expect(await list('role=academia,media')).toEqual(['Universitas'])
    expect(await list('sector=kuliner')).toEqual(['Kopi', 'Zeta'])
    expect(await list('sector=none')).toEqual(['Universitas'])
    expect(await list('region=35.74.01')).toEqual(['Zeta'])
    expect(await list('q=uc')).toEqual(['Universitas'])
    expect(await list('q=cöntoh&sort=registeredOn')).toEqual(['Zeta', 'Batik', 'Kopi', 'Universitas'])
    expect(await list('sort=partners&order=desc')).toEqual(['Batik', 'Kopi', 'Universitas', 'Zeta'])
    expect(await list('sort=sector')).toEqual(['Batik', 'Kopi', 'Zeta', 'Universitas'])
    expect(await list('standing=linked')).toEqual(['Batik', 'Kopi'])
    expect(await list('census=complete')).toEqual([])
    expect(await list('on=2026-03-01')).toEqual(['Zeta'])
  })

  it('has the businesses apart, read-only', async () => {
    expect(await list('', '/api/businesses')).toEqual(['Batik', 'Kopi', 'Zeta'])
    const asked = await app.get<Problem>('/api/businesses?role=media')
    expect([asked.status, ...issuesOf(asked)]).toEqual([400, 'role unknown-field'])
    expect((await app.send<Problem>('POST', '/api/businesses', newBusiness('X').newActor)).status).toBe(404)
  })

  it('refuses parameters that are unknown or name nothing', async () => {
    const wrong = async (query: string) => issuesOf(await app.get<Problem>(`/api/actors?${query}`))
    expect(await wrong('role=boss')).toEqual(['role unknown-role'])
    expect(await wrong('sector=x')).toEqual(['sector unknown-sector'])
    expect(await wrong('region=99')).toEqual(['region unknown-region'])
    expect(await wrong('standing=tall')).toEqual(['standing not-allowed'])
    expect(await wrong('on=yesterday')).toEqual(['on not-a-date'])
    expect(await wrong('limit=5')).toEqual(['limit unknown-field'])
  })
})
