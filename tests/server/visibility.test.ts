import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import { placesOfMany } from '#server/visibility/places-of-many.ts'
import type { ActorDetail, ActorNames, ActorPage, CardPage } from '#shared/contract/actors.ts'
import type { Changeset } from '#shared/contract/changesets.ts'
import type { EmbedLink } from '#shared/contract/embeds.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { EventList } from '#shared/contract/events.ts'
import type { EvidenceList, UploadedFile } from '#shared/contract/evidence.ts'
import type { Overview, Progress, SectorCard, SectorList } from '#shared/contract/insights.ts'
import type { ActorNetwork, Multiples } from '#shared/contract/network.ts'
import type { PartnershipPage } from '#shared/contract/partnerships.ts'
import type { Figures } from '#shared/contract/research.ts'
import { ROLES, type Role } from '#shared/contract/rights.ts'
import { fieldRows } from '#shared/contract/visibility.ts'
import { columnOf } from '../research/asking.ts'
import {
  actorsOf,
  CONSENTING,
  FIELD_WORDS,
  type FieldWord,
  wordOf,
  writePrivateRegister,
} from './private-register.ts'
import { type RawAnswer, rawAnswers, type Values } from './raw-answers.ts'
import { actor } from './records.ts'
import { coProduction, newBusiness, openTestApp, type TestApp } from './test-app.ts'

const CLOSED = '2026-03-31'
const SILENT = [...(['kuliner', 'batik', 'musik', 'penerbitan'] as const).flatMap(actorsOf)]

const folder = mkdtempSync(join(tmpdir(), 'jejaring-visibility-'))
const pseudonymKeyFile = join(folder, 'pseudonym-key')
let db: Db
let staff: TestApp
let evidenceId: string
let importId: string
let embedToken: string
const asked: Partial<Record<Role, TestApp>> = {}
const as = async (role: Role): Promise<TestApp> => {
  asked[role] ??= await staff.as(role)
  return asked[role]
}

beforeAll(async () => {
  db = await openDatabase(':memory:')
  await writePrivateRegister(db)
  staff = await openTestApp({ db, as: 'staff', pseudonymKeyFile })
  const uploaded = await staff.request('/api/evidence', {
    method: 'POST',
    body: Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  })
  const { file } = (await uploaded.json()) as UploadedFile
  const attached = await staff.send<EvidenceList>('POST', '/api/partnerships/hubungan-0/evidence', {
    files: [{ file, name: 'nota.png' }],
  })
  evidenceId = attached.body.rows[0]!.id
  const list = await staff.request('/api/imports?name=daftar.csv', {
    method: 'POST',
    body: `nama usaha;subsektor\n${wordOf('name', 'kuliner1')};kuliner`,
  })
  importId = ((await list.json()) as { id: string }).id
  const view = `on=${CLOSED}&actor=${wordOf('id', 'batik1')}&q=${wordOf('name', 'batik1')}`
  const embed = await staff.send<EmbedLink>('POST', '/api/embeds', { view })
  embedToken = embed.body.path.slice('/sematan/'.length)
  // the link itself goes to everybody
  expect(embed.body.grant.view).toBe(`on=${CLOSED}`)
})
afterAll(async () => {
  await staff.close()
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const read = async <T>(role: Role, path: string): Promise<T> => {
  const { status, body } = await (await as(role)).get<T>(path)
  if (status !== 200) throw new Error(`${role} ${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** What may be read of somebody, by role and by what they consented to. */
const MAY_SEE: Record<Role, Record<string, readonly FieldWord[]>> = {
  public: {
    [CONSENTING.display]: ['id', 'name', 'product', 'offer'],
    [CONSENTING.contact]: ['id', 'name', 'product', 'offer', 'website'],
  },
  reviewer: {},
  researcher: {
    [CONSENTING.display]: ['id', 'name', 'alias'],
    [CONSENTING.contact]: ['id', 'name', 'alias'],
    [CONSENTING.research]: ['id', 'name', 'alias'],
  },
  staff: {},
  admin: {},
}
const OF_EVERYBODY: Record<Role, readonly FieldWord[]> = {
  public: [],
  reviewer: ['id', 'name', 'alias', 'product', 'offer', 'need', 'project'],
  researcher: [],
  staff: FIELD_WORDS,
  admin: FIELD_WORDS,
}

const everybody = [...SILENT, ...Object.values(CONSENTING)]
const EVERY_WORD = everybody.flatMap((of) =>
  FIELD_WORDS.map((field) => ({ field, of, word: wordOf(field, of) })),
)

const mayRead = (role: Role, { field, of }: { field: FieldWord; of: string }) =>
  [role, 'public' as const].some(
    (one) => OF_EVERYBODY[one].includes(field) || (MAY_SEE[one][of]?.includes(field) ?? false),
  )

/** A refusal says again what was asked with; that was known to whoever asked. */
const wordsIn = ({ text, address }: RawAnswer) =>
  EVERY_WORD.filter(
    ({ word }) => new RegExp(`${word}(?![a-z0-9])`).test(text) && !decodeURIComponent(address).includes(word),
  )

/** Ids as this role reads them, and as nobody but staff should be able to use them. */
async function valuesFor(role: Role): Promise<Values> {
  const silent = wordOf('id', 'kuliner1')
  const page = await (await as(role)).get<ActorPage>('/api/actors?pageSize=500')
  const shown = page.status === 200 ? page.body.rows.map(({ id }) => id) : []
  const ids = [...new Set([silent, wordOf('id', CONSENTING.display), ...shown.slice(0, 3)])]
  const records = await (await as(role)).get<PartnershipPage>('/api/partnerships')
  const partnerships = records.status === 200 ? records.body.rows.map(({ id }) => id) : []
  const job = await (await as(role)).send<{ id: string }>('POST', '/api/research/jobs', {
    kind: 'null-model',
    reader: 'uji',
    definition: 'official',
    measure: 'network.ei',
    model: 'labels',
    draws: 20,
  })
  return {
    '/api/actors/{id} id': ids,
    '/api/actors/{id}/merge id': [silent],
    '/api/evidence/{id} id': [evidenceId],
    '/api/partnerships/{id}/evidence id': ['hubungan-0'],
    '/api/embeds/{token} token': [embedToken],
    '/api/partnerships/{id} id': ['hubungan-0', 'hubungan-7', ...partnerships.slice(0, 3)],
    '/api/insights/sectors/{id} id': ['kuliner', 'batik', 'musik'],
    '/api/research/jobs/{id} id': [job.body?.id ?? 'tidak-ada'],
    '/api/research/jobs/{id}/result id': [job.body?.id ?? 'tidak-ada'],
    '/api/research/jobs/{id}/events id': [job.body?.id ?? 'tidak-ada'],
    '/api/imports/{id} id': [importId],
    '/api/imports/{id}/rows id': [importId],
    '/api/imports/{id}/problems.xlsx id': [importId],
    '/api/tasks kind': ['tie', 'business', 'duplicate'],
    '/api/import-templates/{kind} kind': ['actors', 'partnerships', 'events', 'attendance'],
    '/api/actors sort': ['name', 'sector', 'partners', 'lastVerifiedOn'],
    '/api/partnerships sort': ['startedOn', 'kind'],
    '/api/partnerships actor': ids,
    '/api/changesets revision': ['1', '2'],
    '/api/research/snippet measure': ['network.density'],
    '/api/research/series measure': ['network.density'],
    '/api/changesets id': [silent],
    absorb: [wordOf('id', 'kuliner2')],
    revision: ['1', '2'],
    revisions: ['1,2'],
    parties: [`${silent},${wordOf('id', 'batik1')}`, ids.slice(-2).join(',')],
    on: [CLOSED, 'all'],
    '/api/research/figures on': ['all'],
    '/api/research/download on': ['all'],
    known: ['2'],
    compare: ['2025-12-31'],
    from: ['2025-10-01'],
    to: [CLOSED, '2026-06-01'],
    q: [wordOf('name', 'kuliner1'), wordOf('note', 'kuliner1'), wordOf('alias', 'batik1'), 'zq', 'usaha'],
    search: [wordOf('name', 'kuliner1'), 'zq'],
    sector: ['kuliner', 'musik'],
    role: ['business'],
    region: ['35.73.01'],
    partition: ['ekraf-17@1'],
    columns: ['all'],
    definition: ['helix'],
    standing: ['linked'],
    census: ['complete'],
    evidence: ['B'],
    kind: ['co_production'],
    level: ['actor'],
    order: ['desc'],
    sort: [],
    pageSize: ['500'],
  }
}

describe('the table of fields', () => {
  it('shows the public nothing of whoever did not consent, and staff everything', () => {
    for (const { field, rules } of fieldRows()) {
      const of = (role: Role) => rules[ROLES.indexOf(role)]
      expect([field, of('public') === 'always']).toEqual([field, false])
      expect([field, of('staff'), of('admin')]).toEqual([field, 'always', 'always'])
    }
  })

  it('shows nobody but staff the ways to reach somebody, notes, or what was consented to', () => {
    const kept = fieldRows().filter(({ field }) =>
      ['website', 'notes', 'consents', 'attributes'].includes(field),
    )
    expect(kept).toHaveLength(4)
    for (const { rules } of kept) expect(rules.slice(1, 3)).toEqual(['never', 'never'])
  })
})

describe('a field that a role may not see', () => {
  // staff and admin read the same
  it.each(ROLES.filter((role) => role !== 'staff'))(
    'stands in no raw answer to %s, whatever is asked',
    async (role) => {
      const answers = await rawAnswers(await as(role), await valuesFor(role))
      expect(new Set(answers.map(({ path }) => path)).size).toBeGreaterThan(25)
      const leaks = answers.flatMap((answer) =>
        wordsIn(answer)
          .filter((found) => !mayRead(role, found))
          .map(({ word }) => `${answer.address} ${word}`),
      )
      expect(leaks.slice(0, 20)).toEqual([])
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      // what a role may see does come, or the rest would prove nothing
      const seen = new Set(answers.flatMap((answer) => wordsIn(answer).map(({ word }) => word)))
      const expected = EVERY_WORD.filter(
        (one) => mayRead(role, one) && (OF_EVERYBODY[role].length === 0 || one.of === 'batik1'),
      )
      const wanted = expected.filter(({ field }) => field === 'id' || field === 'name')
      expect(wanted.filter(({ word }) => !seen.has(word)).map(({ word }) => word)).toEqual([])
      if (role === 'admin') {
        const answered = new Set(answers.filter(({ status }) => status === 200).map(({ path }) => path))
        const never = [...new Set(answers.map(({ path }) => path))].filter((path) => !answered.has(path))
        expect(never).toEqual([])
        const ofOne = EVERY_WORD.filter(({ of }) => of === 'kuliner1')
        expect(ofOne.filter(({ word }) => !seen.has(word))).toEqual([])
      }
    },
    60_000,
  )
})

const bySector = (x: { sectorId: string }, y: { sectorId: string }) => (x.sectorId < y.sectorId ? -1 : 1)

describe('the public of a register of real people', () => {
  it('reads index, band and pillars of the last quarter that is over, as staff do', async () => {
    const [own, theirs] = [
      await read<Overview>('public', '/api/insights/overview'),
      await read<Overview>('staff', `/api/insights/overview?on=${CLOSED}`),
    ]
    expect(own.on).toBe(CLOSED)
    expect(own.index).toEqual(theirs.index)
    expect([own.n, own.m, own.unlinked]).toEqual([theirs.n, theirs.m, theirs.unlinked])
    const level = ({ sectors }: Overview, id: string) => sectors.find((s) => s.sectorId === id)
    for (const id of ['kuliner', 'batik'])
      expect(level(own, id)).toMatchObject({
        level: level(theirs, id)!.level,
        n: level(theirs, id)!.n,
        rho: level(theirs, id)!.rho,
      })
  })

  it('reads sectors of fewer than five businesses as one, and nothing that they follow from', async () => {
    const overview = await read<Overview>('public', '/api/insights/overview')
    expect(overview.sectors.map(({ sectorId }) => sectorId).sort()).toEqual(['batik', 'kuliner'])
    expect(overview.smallCells).toEqual({ minimum: 5, merged: { sectors: 2, n: 5, reached: 3 } })
    for (const sector of overview.sectors)
      expect(sector).toMatchObject({
        internal: null,
        external: null,
        activity: null,
        openness: null,
        topShare: null,
        liaisons: null,
        stability: null,
        diagnosis: null,
      })
    expect(overview.moved).toBeNull()
    const list = await read<SectorList>('public', '/api/insights/sectors')
    expect(list.sectors.map(({ sectorId }) => sectorId).sort()).toEqual(['batik', 'kuliner'])
    const { points } = await read<Progress>('public', '/api/insights/progress')
    expect(points.map(({ period }) => period.on)).toEqual(['2025-12-31', CLOSED])
    for (const { period, levels } of points) {
      const then = await read<Overview>('public', `/api/insights/overview?on=${period.on}`)
      const told = then.sectors.map(({ sectorId, level }) => ({ sectorId, level }))
      expect([...levels].sort(bySector)).toEqual(told.sort(bySector))
    }
    // at the end of 2025 the small ones are too few even together, and the smallest of the others goes with them
    expect(points.map(({ levels }) => levels.length)).toEqual([1, 2])
  })

  it('reads when there was an event and of which kind, not what staff call it', async () => {
    const { events } = await read<Progress>('public', '/api/insights/progress')
    expect(events).toEqual([{ id: 'pelatihan', title: null, type: 'training', on: '2026-01-20' }])
    const { rows } = await read<EventList>('public', '/api/events')
    expect(rows).toMatchObject([{ title: null, type: 'training', hostId: null, regionCode: null }])
    const raw = await Promise.all(
      ['/api/insights/progress', '/api/events', '/api/network/turnover'].map((path) => rawOf('public', path)),
    )
    expect(raw.join('')).not.toContain('Pelatihan bersama')
    expect((await read<EventList>('reviewer', '/api/events')).rows[0]!.title).toBe('Pelatihan bersama')
  })

  it('reads pairs of sectors as no tie, a few, or their number', async () => {
    const { pairs } = await read<Overview>('public', '/api/insights/overview')
    // four ties, of two businesses on one side
    expect(pairs).toEqual([expect.objectContaining({ a: 'batik', b: 'kuliner', observed: 1, few: true })])
    const { pairs: counted } = await read<Overview>('staff', `/api/insights/overview?on=${CLOSED}`)
    expect(counted.find(({ a, b }) => a === 'batik' && b === 'kuliner')).toMatchObject({ observed: 4 })
  })

  it.each([
    '/api/insights/overview?on=2026-06-01',
    '/api/insights/overview?on=all',
    '/api/insights/overview?definition=generous',
    '/api/insights/sectors?known=1',
    '/api/insights/sectors?compare=2025-12-30',
    '/api/insights/progress?definition=strict',
    '/api/network/turnover?definition=strict',
    '/api/network?level=sector',
  ])('is asked to sign in for %s', async (path) => {
    const { status, body } = await (await as('public')).get<Problem>(path)
    expect([status, body.code]).toEqual([401, 'unauthenticated'])
  })

  it('reads the cards of those who consented, and their address only where they may be contacted', async () => {
    const { rows } = await read<CardPage>('public', '/api/cards')
    expect(rows.map(({ name, website }) => [name, website])).toEqual([
      [wordOf('name', CONSENTING.contact), `https://${wordOf('website', CONSENTING.contact)}.example/`],
      [wordOf('name', CONSENTING.display), null],
    ])
    expect((await read<CardPage>('staff', '/api/cards')).rows).toEqual(rows)
    const found = await read<CardPage>('public', `/api/cards?q=${wordOf('name', 'kuliner1')}`)
    expect(found.total).toBe(0)
  })
})

describe('a researcher', () => {
  it('reads every actor under one pseudonym everywhere, and asks with it', async () => {
    const { rows } = await read<ActorPage>('researcher', '/api/actors?pageSize=500')
    expect(rows).toHaveLength(everybody.length)
    const hidden = rows.filter(({ id }) => id.startsWith('samaran-'))
    expect(hidden).toHaveLength(SILENT.length)
    for (const { name } of hidden) expect(name).toMatch(/^Usaha [0-9A-HJKMNP-TV-Z]{6}$/)
    const ids = rows.map(({ id }) => id).sort()
    const network = await read<ActorNetwork>('researcher', '/api/network')
    expect(network.actors.id).toEqual(ids)
    const several = await read<Multiples>('researcher', '/api/network/multiples?count=2')
    expect(several.actors.id).toEqual(ids)
    const names = await read<ActorNames>('researcher', '/api/actor-names')
    expect(names.id).toEqual(ids)
    const table = await read<Figures>('researcher', '/api/research/figures?table=actors')
    expect(columnOf(table, 'id').values).toEqual(ids)
    const [, ...nodes] = (await rawOf('researcher', '/api/research/network/nodes.csv')).trim().split('\n')
    expect(nodes.map((line) => line.split(',')[0])).toEqual(ids)
    const card = await read<SectorCard>('researcher', '/api/insights/sectors/kuliner')
    expect(card.members.every(({ actorId }) => ids.includes(actorId))).toBe(true)
    for (const id of ids.slice(0, 5)) {
      const one = await read<ActorDetail>('researcher', `/api/actors/${id}`)
      expect(one.record.id).toBe(id)
      const { total } = await read<PartnershipPage>('researcher', `/api/partnerships?actor=${id}`)
      expect(total).toBe(one.partners)
    }
    const { rows: events } = await read<EventList>('researcher', '/api/events')
    expect(ids).toContain(events[0]!.hostId)
  })

  it('reads the kelurahan of a pseudonym only where at least five are like it', async () => {
    const { rows } = await read<ActorPage>('researcher', '/api/actors?pageSize=500')
    const hidden = rows.filter(({ id }) => id.startsWith('samaran-'))
    const placesIn = (sector: string) =>
      new Set(hidden.filter(({ sectorId }) => sectorId === sector).map(({ regionCode }) => regionCode))
    expect(placesIn('kuliner')).toEqual(new Set(['35.73.01.1001']))
    expect(placesIn('batik')).toEqual(new Set(['35.73.01.1001']))
    expect(placesIn('musik')).toEqual(new Set([null]))
    const ofMusic = hidden.filter(({ sectorId }) => sectorId === 'musik').map(({ id }) => id)
    const { record } = await read<ActorDetail>('researcher', `/api/actors/${ofMusic[0]}`)
    expect(record.regions).toEqual([])
    const { actors } = await read<ActorNetwork>('researcher', '/api/network')
    expect(ofMusic.map((id) => actors.regionCode[actors.id.indexOf(id)])).toEqual([null, null, null])
    // nor by asking for those without one, or with one
    const without = '/api/actors?region=none&sector=musik'
    expect((await read<ActorPage>('researcher', without)).total).toBe(3)
    expect((await read<ActorPage>('reviewer', without)).total).toBe(0)
    // who is named is named with their place
    const named = rows.find(({ id }) => id === wordOf('id', CONSENTING.research))
    expect(named?.regionCode).toBe('35.73.01.1001')
  })

  it('reads the figures that staff read, of each actor', async () => {
    const degrees = async (role: Role) => {
      const table = await read<Figures>(role, '/api/research/figures?table=actors')
      const name = columnOf(table, 'name').values
      return new Map(columnOf(table, 'degree').values.map((value, row) => [name[row], value]))
    }
    const [own, theirs] = [await degrees('researcher'), await degrees('staff')]
    expect([...own.values()].sort()).toEqual([...theirs.values()].sort())
    const consenting = wordOf('name', CONSENTING.research)
    expect(own.get(consenting)).toBe(theirs.get(consenting))
    const figures = ({ index, n, m, sectors, pairs, change }: Overview) =>
      JSON.stringify({ index, n, m, sectors, pairs, change })
    const all = await Promise.all(
      (['reviewer', 'researcher', 'staff', 'admin'] as const).map((role) =>
        read<Overview>(role, '/api/insights/overview'),
      ),
    )
    expect(new Set(all.map(figures)).size).toBe(1)
  })

  it('reads ties between pseudonyms that say nothing of the order of the real ids', async () => {
    const [, ...edges] = (await rawOf('researcher', '/api/research/network/edges.csv')).trim().split('\n')
    const pairs = edges.map((line) => line.split(','))
    expect(pairs).toHaveLength(9)
    expect(pairs.every(([a, b]) => a! < b!)).toBe(true)
    expect(edges).toEqual([...edges].sort())
    const ties = await read<Figures>('researcher', '/api/research/figures?table=ties')
    const [a, b] = [columnOf(ties, 'a').values, columnOf(ties, 'b').values]
    expect(a.map((from, row) => `${from},${b[row]}`)).toEqual(edges)
    const { actors, ties: drawn } = await read<ActorNetwork>('researcher', '/api/network')
    expect(drawn.a.map((row, i) => `${actors.id[row]},${actors.id[drawn.b[i]!]}`)).toEqual(edges)
  })

  it('finds nobody by what is not shown', async () => {
    for (const word of [wordOf('name', 'kuliner1'), wordOf('alias', 'kuliner1')])
      expect((await read<ActorPage>('researcher', `/api/actors?q=${word}`)).total).toBe(0)
    const notes = `/api/partnerships?q=${wordOf('note', 'kuliner1')}`
    expect((await read<PartnershipPage>('researcher', notes)).total).toBe(0)
    // what comes is named nearly so; nothing was found by the note itself
    expect((await read<PartnershipPage>('reviewer', notes)).near).toBe(true)
    expect((await read<PartnershipPage>('staff', notes)).near).toBe(false)
    const search = `/api/research/figures?table=actors&search=${wordOf('name', 'kuliner1')}`
    expect((await read<Figures>('researcher', search)).total).toBe(0)
    const researcher = await as('researcher')
    expect((await researcher.get(`/api/actors/${wordOf('id', 'kuliner1')}`)).status).toBe(404)
    expect((await researcher.get('/api/partnerships/hubungan-0')).status).toBe(404)
    expect((await researcher.get(`/api/partnerships?actor=${wordOf('id', 'kuliner1')}`)).status).toBe(400)
  })

  it('reads the same pseudonyms from another process with the key, and others without it', async () => {
    const ids = async (app: TestApp) =>
      (await app.get<ActorNames>('/api/actor-names')).body.id.filter((id) => id.startsWith('samaran-'))
    const own = await ids(await as('researcher'))
    const again = await openTestApp({ db, as: 'researcher', pseudonymKeyFile })
    expect(await ids(again)).toEqual(own)
    await again.close()
    const other = await openTestApp({ db, as: 'researcher' })
    const others = new Set(await ids(other))
    expect(own.filter((id) => others.has(id))).toEqual([])
    await other.close()
  })
})

describe('a register of fewer than five businesses', () => {
  it('tells the public nothing of them, and the index from when there are five', async () => {
    const app = await openTestApp({ as: 'staff' })
    const since = { startedOn: '2025-08-04', evidence: 'B' as const }
    const on = { registeredOn: '2025-07-01', censusStatus: 'complete' as const }
    const business = (name: string, sectorId: string) => newBusiness(name, sectorId, on)
    const log = async (names: [string, string]) => {
      const parties = [business(names[0], 'kuliner'), business(names[1], 'batik')]
      const { status } = await app.send('POST', '/api/partnerships', coProduction(parties, since))
      expect(status).toBe(201)
    }
    await log(['Kopi Melati', 'Batik Kenanga'])
    await log(['Soto Cempaka', 'Kain Teratai'])
    const anybody = await app.as('public')
    const few = (await anybody.get<Overview>('/api/insights/overview')).body
    expect(few).toMatchObject({ n: 0, m: 0, sectors: [], pairs: [], smallCells: { withheld: true } })
    expect(few.index).toMatchObject({ value: null, reason: 'small-cells', pillars: null })
    expect(few.coverage).toMatchObject({ registered: 0, verified: 0 })
    expect((await anybody.get<Progress>('/api/insights/progress')).body.points).toEqual([])
    expect((await anybody.get<SectorList>('/api/insights/sectors')).body.sectors).toEqual([])
    await log(['Roti Anyelir', 'Lurik Mawar'])
    const enough = (await anybody.get<Overview>('/api/insights/overview')).body
    expect(enough).toMatchObject({ n: 6, m: 3, smallCells: { merged: { sectors: 2, n: 6, reached: 6 } } })
    expect(enough.index.value).not.toBeNull()
    const { points } = (await anybody.get<Progress>('/api/insights/progress')).body
    expect(points.length).toBeGreaterThan(0)
    // three and three are told together, in every quarter as in the last
    expect(points.flatMap(({ levels }) => levels)).toEqual([])
    await app.close()
  })
})

describe('the place of a pseudonym', () => {
  const at = (id: string, code: string, sizeClass: 'micro' | 'small' = 'micro') =>
    actor(id, { sizeClass, regions: [{ from: null, value: code }] })
  it('widens until five are alike, and no place is left to fewer', () => {
    const actors = [
      ...['a', 'b', 'c', 'd', 'e'].map((id) => at(id, '35.73.01.1001')),
      ...['f', 'g', 'h'].map((id) => at(id, '35.73.01.1002')),
      ...['i', 'j'].map((id) => at(id, '35.73.01.1003')),
      at('k', '35.73.02.1001'),
      at('l', '35.73.01.1001', 'small'),
      actor('m', {}),
    ]
    const places = placesOfMany(actors)
    expect([...'abcde'].map((id) => places.get(id))).toEqual(Array(5).fill('35.73.01.1001'))
    expect([...'fghij'].map((id) => places.get(id))).toEqual(Array(5).fill('35.73.01'))
    expect([...'klm'].map((id) => places.get(id))).toEqual([undefined, undefined, undefined])
  })
})

const rawOf = async (role: Role, path: string) => (await as(role)).request(path).then((r) => r.text())

describe('a consent', () => {
  const id = wordOf('id', 'kuliner8')
  const name = wordOf('name', 'kuliner8')
  const say = async (value: 'granted' | 'withdrawn', purpose = 'display', from = '2026-06-15') => {
    const { body } = await staff.get<ActorDetail>(`/api/actors/${id}`)
    return staff.send<ActorDetail>(
      'POST',
      `/api/actors/${id}/consents`,
      { purpose, value, channel: 'form', from },
      { 'if-match': String(body.revision) },
    )
  }
  const cards = async () => (await read<CardPage>('public', '/api/cards')).rows.map((row) => row.name)
  const researched = async () => (await read<ActorNames>('researcher', '/api/actor-names')).name

  it('holds in the next answer, and so does its withdrawal and taking it back', async () => {
    const visitor = await as('public')
    const { headers } = await visitor.get('/api/cards')
    expect(await cards()).not.toContain(name)
    const given = await say('granted')
    expect(given.status).toBe(200)
    expect(given.body.record.consents).toEqual([
      { purpose: 'display', from: '2026-06-15', value: 'granted', channel: 'form' },
    ])
    const known = { 'if-none-match': headers.get('etag')! }
    expect((await visitor.request('/api/cards', { headers: known })).status).toBe(200)
    expect(await cards()).toContain(name)
    expect(await researched()).toContain(name)
    const gone = await say('withdrawn')
    expect(await cards()).not.toContain(name)
    expect(await researched()).not.toContain(name)
    const undone = await staff.send<Changeset>('POST', `/api/changesets/${gone.body.revision}/undo`, {})
    expect(undone.status).toBe(200)
    expect(await cards()).toContain(name)
    await say('withdrawn')
    expect((await staff.get<ActorDetail>(`/api/actors/${id}`)).body.record.consents).toEqual([
      { purpose: 'display', from: '2026-06-15', value: 'withdrawn', channel: 'form' },
    ])
  })

  it('filters and orders the register for those who keep it, and nothing for those who do not', async () => {
    const total = async (role: Role, consent: string) =>
      (await read<ActorPage>(role, `/api/actors?consent=${consent}`)).total
    expect(await total('staff', 'contact')).toBe(2)
    expect(await total('staff', 'research')).toBe(1)
    expect(await total('staff', 'none')).toBe(everybody.length - 3)
    const { rows } = await read<ActorPage>('staff', '/api/actors?sort=consents&order=desc')
    expect(rows.slice(0, 3).map(({ consents }) => consents?.length)).toEqual([2, 2, 1])
    for (const role of ['reviewer', 'researcher'] as const) {
      expect(await total(role, 'display')).toBe(0)
      const shown = await read<ActorPage>(role, '/api/actors?pageSize=500')
      expect(shown.rows.filter(({ consents }) => consents !== undefined)).toEqual([])
    }
  })

  it('is asked for by purpose: research names nobody in public', async () => {
    await say('granted', 'research')
    expect(await researched()).toContain(name)
    expect(await cards()).not.toContain(name)
    await say('withdrawn', 'research')
  })

  it('cannot be dated ahead, or before the last word on the same purpose', async () => {
    const codes = async (from: string) => {
      const { status, body } = await say('granted', 'display', from)
      return [status, (body as unknown as Problem).issues?.map(({ path, code }) => `${path} ${code}`)]
    }
    expect(await codes('2026-06-16')).toEqual([400, ['from later-than-today']])
    expect(await codes('2026-06-14')).toEqual([400, ['from before-last-consent']])
  })

  it('is recorded by staff alone', async () => {
    for (const role of ['public', 'reviewer', 'researcher'] as const) {
      const asking = await as(role)
      const body = { purpose: 'display', value: 'granted', channel: 'form', from: '2026-06-15' }
      const { status } = await asking.send('POST', `/api/actors/${id}/consents`, body, { 'if-match': '1' })
      expect([role, status]).toEqual([role, role === 'public' ? 401 : 403])
    }
  })
})

describe('an answer that somebody keeps', () => {
  it('is no answer to somebody of another role', async () => {
    const own = await staff.get('/api/actors')
    expect(own.headers.get('vary')).toContain('Cookie')
    expect(own.headers.get('cache-control')).toContain('private')
    const known = { 'if-none-match': own.headers.get('etag')! }
    expect((await staff.request('/api/actors', { headers: known })).status).toBe(304)
    expect((await (await as('researcher')).request('/api/actors', { headers: known })).status).toBe(200)
    const one = await staff.get(`/api/actors/${wordOf('id', 'kuliner1')}`)
    expect(one.headers.get('vary')).toContain('Cookie')
    expect(one.headers.get('cache-control')).toContain('private')
  })
})
