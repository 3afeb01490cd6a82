import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentRevision } from '#server/db/changeset-log.ts'
import { openDatabase } from '#server/db/database.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import type { ActorDetail, ActorPage } from '#shared/contract/actors.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type {
  LoggedPartnership,
  PartnershipDetail,
  PartnershipDuplicates,
  PartnershipPage,
  PartnershipRow,
} from '#shared/contract/partnerships.ts'
import {
  coProduction,
  issuesOf,
  logFirst,
  newBusiness,
  openTestApp,
  type TestApp,
  TODAY,
} from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const log = <T = LoggedPartnership>(body: unknown) => app.send<T>('POST', '/api/partnerships', body)
const refused = async (body: unknown) => {
  const answer = await log<Problem>(body)
  expect(answer.status).toBe(400)
  return issuesOf(answer)
}
const two = () => [newBusiness('Kopi Contoh Satu'), newBusiness('Batik Contoh Dua', 'batik')]
const patch = <T = LoggedPartnership>(id: string, revision: number, body: unknown) =>
  app.send<T>('PATCH', `/api/partnerships/${id}`, body, { 'if-match': `"${revision}"` })

describe('logging a partnership', () => {
  it('registers the new actors with it, in one changeset, and says what it did', async () => {
    const { status, body, headers } = await log(coProduction(two()))
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/partnerships/${body.partnership.id}`)
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({
      revision: 1,
      partnership: {
        standing: 'active',
        counts: true,
        notCounting: [],
        crossSector: true,
        intensity: 2,
        evidence: 'C',
      },
      receipt: { counts: true, headline: { id: 'first-between-sectors' } },
    })
    expect(body.partnership.parties.map((p) => [p.name, p.role, p.sectorId])).toEqual([
      ['Kopi Contoh Satu', 'business', 'kuliner'],
      ['Batik Contoh Dua', 'business', 'batik'],
    ])
    expect((await app.get<ActorPage>('/api/actors')).body.rows.map((r) => r.partners)).toEqual([1, 1])
  })

  it('says why a record does not count', async () => {
    const outside = [
      newBusiness('Jauh Contoh', 'kuliner', { inCity: false }),
      newBusiness('Foto Contoh', 'fotografi'),
    ]
    const cases: [object, string][] = [
      [coProduction(two(), { evidence: 'D' }), 'evidence-too-low'],
      [coProduction(two(), { intensity: 1, notDuplicate: true }), 'intensity-too-low'],
      [coProduction(two(), { status: 'proposed', startedOn: null, notDuplicate: true }), 'not-active'],
      [coProduction(two(), { startedOn: '2025-06-14', notDuplicate: true }), 'expired'],
      [coProduction(two(), { kind: 'mou_pks', notDuplicate: true }), 'kind-does-not-count'],
      [coProduction(outside), 'party-outside-city'],
    ]
    for (const [body, reason] of cases) {
      const answer = await log(body)
      expect([answer.status, answer.body.partnership.notCounting]).toEqual([201, [reason]])
      expect(answer.body.receipt).toMatchObject({ counts: false, headline: { id: 'does-not-count' } })
    }
  })

  it('counts until twelve months after the last proof, that day included', async () => {
    const { body } = await log(coProduction(two(), { startedOn: '2025-06-15' }))
    expect(body.partnership).toMatchObject({ standing: 'active', expiresOn: TODAY, counts: true })
  })

  it('names every field that is wrong at once, and writes nothing', async () => {
    const body = {
      parties: [
        { actorId: 'nobody' },
        newBusiness('Kopi Contoh', 'no-sector', {
          regionCode: '99.99',
          registeredOn: '2027-01-01',
          role: 'boss',
        }),
      ],
      kind: 'friendship',
      startedOn: '2026-06-16',
    }
    expect(await refused(body)).toEqual([
      'kind unknown-kind',
      'startedOn later-than-today',
      'parties.0.actorId unknown-actor',
      'parties.1.newActor.role unknown-role',
      'parties.1.newActor.regionCode unknown-region',
      'parties.1.newActor.sectorId unknown-sector',
      'parties.1.newActor.registeredOn later-than-today',
    ])
    expect(await currentRevision(app.db)).toBe(0)
  })

  it('says which day a start must not be later than', async () => {
    const answer = await log<Problem>(coProduction(two(), { startedOn: '2026-06-16' }))
    expect(answer.body.issues?.[0]?.params).toEqual({ today: TODAY, date: '2026-06-16' })
  })

  it('takes no start before 1900, which is a slip of the hand', async () => {
    expect(await refused(coProduction(two(), { startedOn: '1899-12-31' }))).toEqual(['startedOn too-early'])
    const old = newBusiness('Tua Contoh', 'kuliner', { registeredOn: '0202-06-15' })
    expect(await refused(coProduction([old, ...two()]))).toEqual([
      'parties.0.newActor.registeredOn too-early',
    ])
    expect((await log(coProduction(two(), { startedOn: '1900-01-01' }))).status).toBe(201)
  })

  it('refuses what is no partnership', async () => {
    expect(await refused(coProduction([]))).toEqual(['parties too-small'])
    expect(await refused(coProduction([newBusiness('Sendiri Contoh')]))).toEqual(['parties too-small'])
    expect(await refused({ ...coProduction(two()), intensity: 6 })).toEqual(['intensity too-big'])
    expect(await refused({ ...coProduction(two()), evidence: 'E' })).toEqual(['evidence not-allowed'])
    expect(await refused({ ...coProduction(two()), startedOn: '2026-02-30' })).toEqual([
      'startedOn not-a-date',
    ])
    expect(await refused({ ...coProduction(two()), colour: 'red' })).toEqual(['colour unknown-field'])
    expect(await refused({ ...coProduction(two()), evidenceUrl: 'javascript:alert(1)' })).toEqual([
      'evidenceUrl not-an-address',
    ])
    expect(await refused(coProduction([{ actorId: 'a', extra: 1 } as never, ...two()]))).toEqual([
      'parties.0.extra unknown-field',
    ])
  })

  it('refuses an actor with itself', async () => {
    const { partnership } = await logFirst(app)
    const actorId = partnership.parties[0]!.actorId
    expect(await refused(coProduction([{ actorId }, { actorId }]))).toEqual(['parties.1.actorId same-party'])
  })

  it('wants a direction where the kind has one, between the parties, with everybody in it', async () => {
    const supply = (arcs?: unknown, parties: unknown[] = two()) => ({
      ...coProduction(parties as never),
      kind: 'supply',
      ...(arcs === undefined ? {} : { arcs }),
    })
    expect(await refused(supply())).toEqual(['arcs direction-missing'])
    expect(await refused(supply([[0, 2]]))).toEqual(['arcs.0 arc-outside-parties'])
    expect(await refused(supply([[1, 1]]))).toEqual(['arcs.0 arc-to-itself'])
    expect(await refused(supply([[0, 1]], [...two(), newBusiness('Foto Contoh', 'fotografi')]))).toEqual([
      'arcs party-without-direction',
    ])
    expect(await refused(coProduction(two(), { arcs: [[0, 1]] }))).toEqual(['arcs kind-without-direction'])
    const { status, body } = await log(supply([[1, 0]]))
    const [giver, receiver] = body.partnership.arcs[0]!
    expect([status, giver, receiver]).toEqual([
      201,
      body.partnership.parties[1]!.actorId,
      body.partnership.parties[0]!.actorId,
    ])
    expect(await currentRevision(app.db)).toBe(1)
  })

  it('joins every pair of six parties, and of seven only those who confirmed each other', async () => {
    const many = (n: number, about: string) =>
      Array.from({ length: n }, (_, i) => newBusiness(`${about} ${i}`, i % 2 ? 'batik' : 'kuliner'))
    const six = await log(coProduction(many(6, 'Enam Contoh')))
    expect(six.body.partnership.counts).toBe(true)
    const seven = await log(coProduction(many(7, 'Tujuh Contoh')))
    expect(seven.body.partnership).toMatchObject({ counts: false, notCounting: ['pairs-not-confirmed'] })
    const eight = await log(coProduction(many(8, 'Delapan Contoh'), { arcs: [[0, 1]] }))
    expect(eight.body.partnership.counts).toBe(true)
    const { body } = await app.get<ActorPage>('/api/actors?pageSize=100')
    const partners = (about: string) =>
      body.rows.filter((r) => r.name.startsWith(about)).map((r) => r.partners)
    expect(partners('Enam')).toEqual([5, 5, 5, 5, 5, 5])
    // Of the six whom nobody confirmed nothing is known: they have not been asked yet.
    expect(partners('Delapan')).toEqual([1, 1, null, null, null, null, null, null])
  })

  it('takes no pairs of many parties where the register joins every pair of however many', async () => {
    const definitions = STANDARD_REFERENCE.definitions.map((definition) => ({
      ...definition,
      rule: { ...definition.rule, maxParties: null },
    }))
    const db = await openDatabase(':memory:', { reference: { ...STANDARD_REFERENCE, definitions } })
    const joining = await openTestApp({ db })
    const parties = Array.from({ length: 7 }, (_, i) => newBusiness(`Banyak Contoh ${i}`))
    const body = coProduction(parties, { arcs: [[0, 1]] })
    expect(issuesOf(await joining.send<Problem>('POST', '/api/partnerships', body))).toEqual([
      'arcs kind-without-direction',
    ])
    await joining.close()
    await db.destroy()
  })
})

describe('a likely duplicate', () => {
  const again =
    (more: object = {}) =>
    async () => {
      const { partnership } = await logFirst(app)
      const parties = partnership.parties.map(({ actorId }) => ({ actorId })).reverse()
      return { first: partnership, answer: await log<Problem>(coProduction(parties, more)) }
    }

  it('refuses a second partnership of the same kind between the same parties', async () => {
    const { first, answer } = await again()()
    expect(answer.status).toBe(409)
    expect(answer.body.code).toBe('conflict')
    expect(issuesOf(answer)).toEqual(['parties duplicate-partnership'])
    expect(
      (answer.body.duplicates as PartnershipRow[]).map((d) => [d.id, d.kind, d.parties.length, d.revision]),
    ).toEqual([[first.id, 'co_production', 2, 1]])
  })

  it('takes it when a person says it is another one', async () => {
    const { answer } = await again({ notDuplicate: true })()
    expect(answer.status).toBe(201)
  })

  it('is not one of another kind, but is told of when asked', async () => {
    const { first, answer } = await again({ kind: 'joint_promotion' })()
    expect(answer.status).toBe(201)
    const parties = first.parties.map((p) => p.actorId).join(',')
    const ask = async (query: string) =>
      (await app.get<PartnershipDuplicates>(`/api/partnerships/duplicates?parties=${parties}${query}`)).body
        .rows
    expect((await ask('')).map((r) => r.kind).sort()).toEqual(['co_production', 'joint_promotion'])
    expect((await ask('&kind=co_production')).map((r) => r.id)).toEqual([first.id])
    const unknown = await app.get<Problem>('/api/partnerships/duplicates?parties=x,y')
    expect(issuesOf(unknown)).toEqual(['parties unknown-actor', 'parties unknown-actor'])
  })

  it('is not one that ended before the new one began', async () => {
    const { partnership } = await logFirst(app)
    await patch(partnership.id, 1, { mode: 'from', from: '2026-05-20', changes: { status: 'ended' } })
    const parties = partnership.parties.map(({ actorId }) => ({ actorId }))
    expect((await log(coProduction(parties, { startedOn: '2026-05-10' }))).status).toBe(409)
    expect((await log(coProduction(parties, { startedOn: '2026-06-01' }))).status).toBe(201)
  })

  it('is a lapsed one too, and a paused one', async () => {
    const lapsed = await log(coProduction(two(), { startedOn: '2024-01-01' }))
    expect(lapsed.body.partnership.standing).toBe('expired')
    const parties = lapsed.body.partnership.parties.map(({ actorId }) => ({ actorId }))
    expect((await log(coProduction(parties))).status).toBe(409)
    await patch(lapsed.body.partnership.id, 1, { mode: 'from', from: TODAY, changes: { status: 'paused' } })
    expect((await log(coProduction(parties))).status).toBe(409)
  })

  it('refuses a new actor who seems to be in the register, at its place, and writes nothing', async () => {
    await logFirst(app)
    const answer = await log<Problem>(
      coProduction([newBusiness('kopi  contoh SATU'), newBusiness('Foto Contoh', 'fotografi')]),
    )
    expect(answer.status).toBe(409)
    expect(issuesOf(answer)).toEqual(['parties.0.newActor.name likely-duplicate'])
    expect(answer.body.duplicates).toMatchObject([
      { name: 'Kopi Contoh Satu', sectorId: 'kuliner', revision: 1 },
    ])
    expect(await currentRevision(app.db)).toBe(1)
  })
})

describe('what becomes of a partnership', () => {
  it('needs If-Match, and refuses a stale one with both versions', async () => {
    const { partnership } = await logFirst(app)
    const path = `/api/partnerships/${partnership.id}`
    const change = { mode: 'confirm', on: TODAY }
    const without = await app.send<Problem>('PATCH', path, change)
    expect([without.status, ...issuesOf(without)]).toEqual([400, 'If-Match missing'])
    const odd = await app.send<Problem>('PATCH', path, change, { 'if-match': 'abc' })
    expect([odd.status, ...issuesOf(odd)]).toEqual([400, 'If-Match wrong-format'])
    expect((await patch(partnership.id, 1, change)).status).toBe(200)
    const stale = await patch<Problem>(partnership.id, 1, change)
    expect(stale.status).toBe(412)
    expect(stale.body).toMatchObject({
      code: 'stale',
      based: { revision: 1, record: { id: partnership.id, confirmations: [] } },
      current: { revision: 2, record: { id: partnership.id, confirmations: [TODAY] } },
    })
    expect((await patch<Problem>('nothing', 1, change)).status).toBe(404)
  })

  it('takes the ETag of the detail as the revision', async () => {
    const { partnership } = await logFirst(app)
    const detail = await app.get<PartnershipDetail>(`/api/partnerships/${partnership.id}`)
    const etag = detail.headers.get('etag')!
    expect(etag).toBe('"1"')
    const path = `/api/partnerships/${partnership.id}`
    const answer = await app.send<LoggedPartnership>(
      'PATCH',
      path,
      { mode: 'confirm', on: TODAY },
      { 'if-match': etag },
    )
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"2"'])
  })

  it('keeps every confirmation, so that the past reads as it did', async () => {
    const { body } = await log(coProduction(two(), { startedOn: '2024-01-10' }))
    const { id } = body.partnership
    await patch(id, 1, { mode: 'confirm', on: '2025-12-01' })
    const standing = async (on: string) =>
      (await app.get<PartnershipDetail>(`/api/partnerships/${id}?on=${on}`)).body.standing
    expect(await standing('2024-01-09')).toBe('future')
    expect(await standing('2025-01-10')).toBe('active')
    expect(await standing('2025-01-11')).toBe('expired')
    expect(await standing('2025-12-01')).toBe('active')
    expect(await standing(TODAY)).toBe('active')
  })

  it('goes from proposal to work to pause to work to its end', async () => {
    const { body } = await log(coProduction(two(), { status: 'proposed', startedOn: null }))
    const { id } = body.partnership
    const turns: [string, string, object?][] = [
      ['2026-06-15', 'introduced'],
      ['2026-06-15', 'active'],
      ['2026-06-15', 'paused'],
      ['2026-06-15', 'active'],
      ['2026-06-15', 'ended', { endReason: 'completed' }],
    ]
    let revision = 1
    for (const [from, status, more] of turns) {
      const turned = await patch(id, revision, { mode: 'from', from, changes: { status, ...more } })
      expect([turned.status, turned.body.partnership?.standing]).toEqual([200, status])
      revision = turned.body.revision
    }
    const { record } = (await app.get<PartnershipDetail>(`/api/partnerships/${id}`)).body
    expect(record).toMatchObject({ startedOn: TODAY, endedOn: TODAY, endReason: 'completed' })
  })

  it('begins again what had ended, and that it had ended in between stays', async () => {
    const { partnership } = await logFirst(app)
    const turn = (revision: number, from: string, changes: object) =>
      patch(partnership.id, revision, { mode: 'from', from, changes })
    await turn(1, '2026-05-20', { status: 'ended', endReason: 'completed' })
    const again = await turn(2, '2026-06-10', { status: 'active' })
    expect(again.body.partnership).toMatchObject({
      standing: 'active',
      record: { endedOn: null, endReason: null, confirmations: ['2026-06-10'] },
    })
    const on = async (day: string) =>
      (await app.get<PartnershipDetail>(`/api/partnerships/${partnership.id}?on=${day}`)).body.standing
    expect([await on('2026-05-19'), await on('2026-06-01'), await on(TODAY)]).toEqual([
      'active',
      'ended',
      'active',
    ])
  })

  it('refuses a turn that its status does not allow', async () => {
    const { partnership } = await logFirst(app)
    const turn = async (changes: object, from = TODAY, revision = 1) =>
      issuesOf(await patch<Problem>(partnership.id, revision, { mode: 'from', from, changes }))
    expect(await turn({ status: 'declined' })).toEqual(['changes.status status-not-reachable'])
    expect(await turn({ status: 'active' })).toEqual(['changes.status status-not-reachable'])
    expect(await turn({ status: 'paused', endReason: 'other' })).toEqual(['changes.endReason not-ended'])
    expect(await turn({ status: 'paused' }, '2026-06-16')).toEqual(['from later-than-today'])
    expect(await turn({ status: 'ended' }, '2026-04-01')).toContain('from before-start')
    await patch(partnership.id, 1, { mode: 'from', from: '2026-06-01', changes: { status: 'ended' } })
    expect(await turn({ status: 'paused' }, TODAY, 2)).toEqual(['changes.status status-not-reachable'])
    expect(await turn({ status: 'paused' }, '2026-05-20', 2)).toEqual(['from before-last-status'])
  })

  it('confirms only what is going on, not before it began and not ahead of time', async () => {
    const { partnership } = await logFirst(app)
    const confirm = async (on: string, revision = 1) =>
      issuesOf(await patch<Problem>(partnership.id, revision, { mode: 'confirm', on }))
    expect(await confirm('2026-04-30')).toEqual(['on before-start'])
    expect(await confirm('2026-06-16')).toEqual(['on later-than-today'])
    await patch(partnership.id, 1, { mode: 'from', from: '2026-06-01', changes: { status: 'paused' } })
    expect(await confirm(TODAY, 2)).toEqual(['on not-active'])
  })

  it('lapses no sooner for having been paused', async () => {
    const { body } = await log(coProduction(two(), { startedOn: '2025-01-01' }))
    const { id } = body.partnership
    await patch(id, 1, { mode: 'from', from: '2025-06-01', changes: { status: 'paused' } })
    const resumed = await patch(id, 2, { mode: 'from', from: '2026-06-01', changes: { status: 'active' } })
    expect(resumed.body.partnership).toMatchObject({ standing: 'active', lastConfirmedOn: '2026-06-01' })
  })

  it('corrects what always was so, start, end and kind included', async () => {
    const { partnership } = await logFirst(app)
    const correct = (revision: number, changes: object) =>
      patch(partnership.id, revision, { mode: 'correct', changes })
    const started = await correct(1, { startedOn: '2026-03-01', note: 'salah tanggal', intensity: 4 })
    expect(started.body.partnership.record).toMatchObject({
      startedOn: '2026-03-01',
      note: 'salah tanggal',
      intensity: 4,
      statuses: [{ from: '2026-03-01', value: 'active' }],
    })
    const ended = await correct(2, { endedOn: '2026-06-01', endReason: 'dispute' })
    expect(ended.body.partnership).toMatchObject({
      standing: 'ended',
      endedOn: '2026-06-01',
      endReason: 'dispute',
    })
    const reopened = await correct(3, { endedOn: null })
    expect(reopened.body.partnership).toMatchObject({ standing: 'active', endedOn: null, endReason: null })
    const [a, b] = partnership.record.parties
    const directed = await correct(4, { kind: 'supply', arcs: [[b, a]] })
    expect(directed.body.partnership).toMatchObject({ kind: 'supply', arcs: [[b, a]] })
    const undirected = await correct(5, { kind: 'co_branding' })
    expect(undirected.body.partnership).toMatchObject({ kind: 'co_branding', arcs: [] })
  })

  it('that ended on its first day and did not end after all goes on from that day', async () => {
    const { partnership } = await logFirst(app)
    const { id } = partnership
    const correct = (revision: number, changes: object) => patch(id, revision, { mode: 'correct', changes })
    const end = (revision: number) =>
      patch(id, revision, { mode: 'from', from: '2026-05-01', changes: { status: 'ended' } })
    await end(1)
    const reopened = await correct(2, { endedOn: null })
    expect(reopened.body.partnership).toMatchObject({ standing: 'active', endedOn: null })
    expect(reopened.body.partnership.record.statuses).toEqual(partnership.record.statuses)
    await end(3)
    const later = await correct(4, { endedOn: '2026-06-01' })
    expect(later.body.partnership.record.statuses).toEqual([
      { from: '2026-05-01', value: 'active' },
      { from: '2026-06-01', value: 'ended' },
    ])
    await correct(5, { endedOn: '2026-05-01' })
    const earlier = await correct(6, { startedOn: '2026-04-01' })
    expect(earlier.body.partnership.record.statuses).toEqual([
      { from: '2026-04-01', value: 'active' },
      { from: '2026-05-01', value: 'ended' },
    ])
    const paused = await log(coProduction(two(), { notDuplicate: true }))
    const turned = { mode: 'from', from: '2026-05-01', changes: { status: 'paused' } }
    await patch(paused.body.partnership.id, paused.body.revision, turned)
    const moved = await patch(paused.body.partnership.id, paused.body.revision + 1, {
      mode: 'correct',
      changes: { startedOn: '2026-04-01' },
    })
    expect(moved.body.partnership.record.statuses).toEqual([
      { from: '2026-04-01', value: 'active' },
      { from: '2026-05-01', value: 'paused' },
    ])
  })

  it('may begin on the day of its first turn, which then takes the place of the beginning', async () => {
    const { partnership } = await logFirst(app)
    await patch(partnership.id, 1, { mode: 'from', from: '2026-05-10', changes: { status: 'paused' } })
    const changes = { startedOn: '2026-05-10' }
    const moved = await patch(partnership.id, 2, { mode: 'correct', changes })
    expect(moved.body.partnership.record).toMatchObject({
      ...changes,
      statuses: [{ from: '2026-05-10', value: 'paused' }],
    })
  })

  it('leaves the past of a proposal as it was when it becomes work', async () => {
    const early = await openTestApp({ db: app.db, today: '2026-04-01' })
    const logged = await early.send<LoggedPartnership>(
      'POST',
      '/api/partnerships',
      coProduction(two(), { status: 'proposed', startedOn: null, evidence: 'B' }),
    )
    await early.close()
    const { id } = logged.body.partnership
    const past = async () => {
      const query = 'on=2026-05-15&definition=generous'
      const { body } = await app.get<PartnershipDetail>(`/api/partnerships/${id}?${query}`)
      return [body.standing, body.counts]
    }
    expect(await past()).toEqual(['proposed', true])
    await patch(id, 1, { mode: 'from', from: '2026-06-01', changes: { status: 'active' } })
    expect(await past()).toEqual(['proposed', true])
    const moved = await patch(id, 2, { mode: 'correct', changes: { startedOn: '2026-06-10' } })
    expect(moved.body.partnership.record.statuses).toEqual([
      { from: '2026-04-01', value: 'proposed' },
      { from: '2026-06-10', value: 'active' },
    ])
  })

  it('has a start where it is work, and an end only then', async () => {
    expect(await refused(coProduction(two(), { startedOn: null }))).toEqual(['startedOn missing'])
    const { partnership } = await logFirst(app)
    const correct = async (id: string, revision: number, changes: object) =>
      issuesOf(await patch<Problem>(id, revision, { mode: 'correct', changes }))
    expect(await correct(partnership.id, 1, { startedOn: null })).toEqual(['changes.startedOn missing'])
    const proposal = await log(
      coProduction(two(), { status: 'proposed', startedOn: null, notDuplicate: true }),
    )
    expect(await correct(proposal.body.partnership.id, 2, { endedOn: TODAY })).toEqual([
      'changes.endedOn status-not-reachable',
    ])
  })

  it('refuses a correction that makes no sense', async () => {
    const { partnership } = await logFirst(app)
    const correct = async (changes: object, revision = 1) =>
      issuesOf(await patch<Problem>(partnership.id, revision, { mode: 'correct', changes }))
    expect(await correct({})).toEqual(['changes empty'])
    expect(await correct({ startedOn: '2026-06-16' })).toEqual(['changes.startedOn later-than-today'])
    expect(await correct({ endedOn: '2026-04-01' })).toEqual(['changes.endedOn start-after-end'])
    expect(await correct({ endReason: 'other' })).toEqual(['changes.endReason not-ended'])
    expect(await correct({ kind: 'friendship' })).toEqual(['changes.kind unknown-kind'])
    expect(await correct({ kind: 'supply' })).toEqual(['changes.arcs direction-missing'])
    expect(await correct({ parties: ['a', 'b'] })).toEqual(['changes.parties unknown-field'])
    await patch(partnership.id, 1, { mode: 'from', from: '2026-05-10', changes: { status: 'paused' } })
    expect(await correct({ startedOn: '2026-05-20' }, 2)).toEqual(['changes.startedOn start-after-status'])
    expect(await currentRevision(app.db)).toBe(2)
  })

  it('uses no revision for a change that changes nothing', async () => {
    const { partnership } = await logFirst(app)
    const same = await patch(partnership.id, 1, { mode: 'correct', changes: { intensity: 2 } })
    expect([same.status, same.body.revision, same.body.partnership.revision]).toEqual([200, 1, 1])
    expect(same.body.receipt?.revision).toBe(1)
    expect(await currentRevision(app.db)).toBe(1)
  })

  it('lets one of two concurrent changes through and refuses the other', async () => {
    const { partnership } = await logFirst(app)
    const answers = await Promise.all([
      patch(partnership.id, 1, { mode: 'correct', changes: { note: 'satu' } }),
      patch(partnership.id, 1, { mode: 'correct', changes: { note: 'dua' } }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 412])
    expect(await currentRevision(app.db)).toBe(2)
  })
})

describe('the register of partnerships', () => {
  beforeEach(async () => {
    await logFirst(app)
    await log(
      coProduction([newBusiness('Élan Contoh', 'fotografi'), newBusiness('Foto Contoh', 'fotografi')], {
        kind: 'joint_promotion',
        evidence: 'A',
        startedOn: '2026-02-01',
        note: 'Pameran',
      }),
    )
  })
  const list = async (query: string) =>
    (await app.get<PartnershipPage>(`/api/partnerships?${query}`)).body.rows.map((r) => r.kind)

  it('is filtered, searched, sorted and cut into pages', async () => {
    expect(await list('')).toEqual(['co_production', 'joint_promotion'])
    expect(await list('order=asc')).toEqual(['joint_promotion', 'co_production'])
    expect(await list('cross=true')).toEqual(['co_production'])
    expect(await list('cross=false')).toEqual(['joint_promotion'])
    expect(await list('kind=co_production,supply')).toEqual(['co_production'])
    expect(await list('evidence=A,B')).toEqual(['joint_promotion'])
    expect(await list('sector=fotografi')).toEqual(['joint_promotion'])
    expect(await list('q=elan')).toEqual(['joint_promotion'])
    expect(await list('q=PAMERAN')).toEqual(['joint_promotion'])
    expect(await list('q=tiada')).toEqual([])
    expect(await list('pageSize=1&page=2')).toEqual(['joint_promotion'])
    expect(await list('counts=false')).toEqual([])
  })

  it('reads as of a date: what had not begun is only there when asked for', async () => {
    expect(await list('on=2026-03-01')).toEqual(['joint_promotion'])
    expect(await list('on=2026-03-01&standing=future')).toEqual(['co_production'])
    expect(await list('on=all')).toEqual(['co_production', 'joint_promotion'])
  })

  it('refuses parameters that are unknown or name nothing', async () => {
    const wrong = async (query: string) => {
      const answer = await app.get<Problem>(`/api/partnerships?${query}`)
      expect(answer.status).toBe(400)
      return issuesOf(answer)
    }
    expect(await wrong('colour=red')).toEqual(['colour unknown-field'])
    expect(await wrong('kind=friendship')).toEqual(['kind unknown-kind'])
    expect(await wrong('sector=no')).toEqual(['sector unknown-sector'])
    expect(await wrong('evidence=Z')).toEqual(['evidence unknown-evidence'])
    expect(await wrong('actor=nobody')).toEqual(['actor unknown-actor'])
    expect(await wrong('on=2026-02-30')).toEqual(['on not-a-date'])
    expect(await wrong('definition=mine')).toEqual(['definition not-allowed'])
    expect(await wrong('page=0')).toEqual(['page too-small'])
    expect(await wrong('pageSize=501')).toEqual(['pageSize too-big'])
    expect(await wrong('sort=colour')).toEqual(['sort not-allowed'])
  })

  it('has the partnerships of one actor', async () => {
    const { rows } = (await app.get<ActorPage>('/api/actors?q=batik')).body
    expect(await list(`actor=${rows[0]?.id}`)).toEqual(['co_production'])
    const detail = await app.get<ActorDetail>(`/api/actors/${rows[0]?.id}`)
    expect(detail.body).toMatchObject({ partners: 1, crossPartners: 1, standing: 'linked' })
  })
})
