import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDemonstration } from '#seed/demonstration.ts'
import { actorStore } from '#server/actors/actor-store.ts'
import { createApp } from '#server/app.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import type { ActorDetail, ActorPage, CardPage } from '#shared/contract/actors.ts'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import type { Changeset, ChangesetDetail, UndoStates } from '#shared/contract/changesets.ts'
import type { CodeLists, Retired } from '#shared/contract/code-lists.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { EvidenceList, UploadedFile } from '#shared/contract/evidence.ts'
import type { Merged, MergePreview, MergeRequestInput } from '#shared/contract/merging.ts'
import type { LoggedPartnership, PartnershipDetail, PartnershipPage } from '#shared/contract/partnerships.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { coProduction, issuesOf, logFirst, newBusiness, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const register = async (name: string, more: object = {}) =>
  (await app.send<ActorDetail>('POST', '/api/actors', { name, role: 'business', ...more })).body

const log = async (parties: string[], more: object = {}) => {
  const logged = await app.send<LoggedPartnership>(
    'POST',
    '/api/partnerships',
    coProduction(
      parties.map((actorId) => ({ actorId })),
      more,
    ),
  )
  expect(logged.status).toBe(201)
  return logged.body.partnership
}

const actor = async (id: string) => (await app.get<ActorDetail>(`/api/actors/${id}`)).body
const undo = <T = Changeset>(revision: number, records?: { entity: string; id: string }[]) =>
  app.send<T>('POST', `/api/changesets/${revision}/undo`, records ? { records } : {})

describe('a change of many actors', () => {
  const bulk = <T = BulkOutcome>(body: object) => app.send<T>('POST', '/api/actors/bulk', body)

  it('is counted first, done as one change, and taken back as one', async () => {
    const made = [
      await register('Satu'),
      await register('Dua'),
      await register('Tiga', { sectorId: 'kriya' }),
    ]
    const ask = {
      selection: { ids: made.map(({ id }) => id) },
      change: { mode: 'correct', changes: { sectorId: 'kriya', regionCode: '35.74.03.1002' } },
    }
    const dry = (await bulk({ ...ask, dryRun: true })).body
    expect(dry).toMatchObject({ selected: 3, changes: 3, unchanged: 0, refused: 0, revision: 3 })
    expect((await actor(made[0]!.id)).sectorId).toBeNull()
    const done = await bulk({
      ...ask,
      dryRun: false,
      counted: { revision: dry.revision, changes: dry.changes },
      reason: 'Survei',
    })
    expect(done.status).toBe(200)
    for (const { id } of made)
      expect(await actor(id)).toMatchObject({ sectorId: 'kriya', regionCode: '35.74.03.1002' })
    const { body } = await app.get<ChangesetDetail>(`/api/changesets/${done.body.revision}`)
    expect(body).toMatchObject({ action: 'correct-actor', reason: 'Survei', changes: 3 })
    await undo(done.body.revision)
    for (const { id, record } of made) expect((await actor(id)).record).toEqual(record)
  })

  it('takes all that match, and tells of those that are so already or cannot be', async () => {
    await register('Satu', { registeredOn: '2026-01-10' })
    await register('Dua', { registeredOn: '2026-06-01' })
    await register('Lain', { role: 'community' })
    const ask = {
      selection: { matching: { role: 'business' } },
      change: { mode: 'from', from: '2026-03-01', changes: { presence: 'left' } },
      dryRun: true,
    }
    const { body } = await bulk(ask)
    expect(body).toMatchObject({ selected: 2, changes: 1, refused: 1 })
    expect(body.examples[0]!.issues[0]!.code).toBe('before-registration')
  })

  it('is refused where the selection is another than the one that was counted', async () => {
    const { id, revision } = await register('Satu')
    const ask = { selection: { ids: [id] }, change: { mode: 'correct', changes: { sectorId: 'kriya' } } }
    const counted = { revision: (await bulk({ ...ask, dryRun: true })).body.revision, changes: 1 }
    await app.send(
      'PATCH',
      `/api/actors/${id}`,
      { mode: 'correct', changes: { name: 'Satu Baru' } },
      { 'if-match': `"${revision}"` },
    )
    expect((await bulk<Problem>({ ...ask, dryRun: false, counted })).status).toBe(412)
    expect((await bulk<Problem>({ ...ask, dryRun: false })).status).toBe(412)
    expect((await actor(id)).sectorId).toBeNull()
  })

  it('names what is in no list, and asks for something to change', async () => {
    const { id } = await register('Satu')
    const ask = (changes: object) =>
      bulk<Problem>({ selection: { ids: [id] }, change: { mode: 'correct', changes }, dryRun: true })
    expect(issuesOf(await ask({ sectorId: 'tidak-ada' }))).toEqual(['changes.sectorId unknown-sector'])
    expect(issuesOf(await ask({}))).toEqual(['changes empty'])
    expect((await ask({ name: 'Semua sama' })).status).toBe(400)
  })
})

describe('a sector that a KBLI code proposes', () => {
  it('is shown as a proposal, written by nobody, and accepted for many at once', async () => {
    const photo = await register('Foto', { kbli: { code: '74201', version: '2020' } })
    const batik = await register('Batik', { kbli: { code: '13134', version: '2020' } })
    const bank = await register('Bank', { kbli: { code: '64121', version: '2020' } })
    expect(photo.suggestion).toMatchObject({ sectorId: 'fotografi', kbli: { code: '74201' } })
    expect(photo.sectorId).toBeNull()
    // the city's own partition knows batik, the national one does not
    expect(batik.suggestion?.sectorId).toBe('batik')
    expect(bank.suggestion).toBeNull()
    const ask = { selection: { matching: { sector: 'none' } }, change: { mode: 'suggestion' } }
    const dry = (await app.send<BulkOutcome>('POST', '/api/actors/bulk', { ...ask, dryRun: true })).body
    expect(dry).toMatchObject({ selected: 3, changes: 2, refused: 1, values: { fotografi: 1, batik: 1 } })
    const counted = { revision: dry.revision, changes: 2 }
    await app.send('POST', '/api/actors/bulk', { ...ask, dryRun: false, counted })
    const accepted = await actor(batik.id)
    expect(accepted).toMatchObject({ sectorId: 'batik', suggestion: null })
    expect(accepted.record.sectors['ekraf-17@1']).toEqual([{ from: null, value: 'kriya' }])
    expect((await actor(bank.id)).sectorId).toBeNull()
  })

  it('is given for the edition of KBLI that the code is of', async () => {
    const of = async (code: string, version: string) =>
      (await register(`${code} ${version}`, { kbli: { code, version } })).suggestion?.sectorId
    expect(await of('56101', '2020')).toBe('kuliner')
    expect(await of('56101', '2025')).toBeUndefined()
    expect(await of('74201', '2025')).toBe('fotografi')
  })
})

describe('a change of many partnerships', () => {
  const bulk = <T = BulkOutcome>(body: object) => app.send<T>('POST', '/api/partnerships/bulk', body)

  it('ends what goes on, with the reason, and leaves alone what cannot end', async () => {
    const [a, b, c] = [await register('Satu'), await register('Dua'), await register('Tiga')]
    const going = await log([a.id, b.id])
    const late = await log([a.id, c.id], { startedOn: '2026-06-10' })
    const ask = {
      selection: { ids: [going.id, late.id] },
      change: { mode: 'from', from: '2026-06-05', changes: { status: 'ended', endReason: 'completed' } },
      reason: 'Musim selesai',
    }
    const dry = (await bulk({ ...ask, dryRun: true })).body
    expect(dry).toMatchObject({ changes: 1, refused: 1 })
    const done = (await bulk({ ...ask, dryRun: false, counted: { revision: dry.revision, changes: 1 } })).body
    const read = async (id: string) => (await app.get<PartnershipDetail>(`/api/partnerships/${id}`)).body
    expect(await read(going.id)).toMatchObject({ standing: 'ended', endReason: 'completed' })
    expect((await read(late.id)).standing).toBe('active')
    const { body } = await app.get<ChangesetDetail>(`/api/changesets/${done.revision}`)
    expect(body).toMatchObject({ action: 'end-partnership', reason: 'Musim selesai', changes: 1 })
  })

  it('confirms all that match', async () => {
    const [a, b, c] = [await register('Satu'), await register('Dua'), await register('Tiga')]
    await log([a.id, b.id])
    await log([b.id, c.id])
    const ask = { selection: { matching: { actor: b.id } }, change: { mode: 'confirm', on: '2026-06-15' } }
    const dry = (await bulk({ ...ask, dryRun: true })).body
    await bulk({ ...ask, dryRun: false, counted: { revision: dry.revision, changes: dry.changes } })
    const { rows } = (await app.get<PartnershipPage>('/api/partnerships')).body
    expect(rows.map((row) => row.lastConfirmedOn)).toEqual(['2026-06-15', '2026-06-15'])
  })
})

describe('one change of many', () => {
  it('is taken back by itself, and then the rest', async () => {
    const made = [await register('Satu'), await register('Dua')]
    const ask = {
      selection: { ids: made.map(({ id }) => id) },
      change: { mode: 'correct', changes: { sectorId: 'kriya' } },
      dryRun: false,
      counted: { revision: 2, changes: 2 },
    }
    const { revision } = (await app.send<BulkOutcome>('POST', '/api/actors/bulk', ask)).body
    const one = { entity: 'actor', id: made[0]!.id }
    const part = await undo(revision, [one])
    expect(part.body).toMatchObject({ undoes: revision, partial: true, changes: 1 })
    expect((await actor(made[0]!.id)).sectorId).toBeNull()
    expect((await actor(made[1]!.id)).sectorId).toBe('kriya')
    const detail = (await app.get<ChangesetDetail>(`/api/changesets/${revision}`)).body
    expect(detail.undoneBy).toBeNull()
    expect(detail.records.find(({ id }) => id === one.id)?.state).toBe('undone')
    expect((await undo<Problem>(revision, [one])).status).toBe(409)
    const rest = await undo(revision)
    expect(rest.body).toMatchObject({ partial: false, changes: 1 })
    expect((await app.get<ChangesetDetail>(`/api/changesets/${revision}`)).body.undoneBy).toBe(
      rest.body.revision,
    )
    expect((await undo<Problem>(revision)).status).toBe(409)
  })

  it('says before it is pressed what is in the way', async () => {
    const { partnership } = await logFirst(app)
    const end = { mode: 'from', from: '2026-06-01', changes: { status: 'ended' } }
    await app.send('PATCH', `/api/partnerships/${partnership.id}`, end, { 'if-match': '"1"' })
    const states = async () =>
      (await app.get<UndoStates>('/api/changesets/undo-states?revisions=1,2')).body.rows.map((row) => [
        row.revision,
        row.state,
        row.by.map(({ revision, action }) => `${revision} ${action}`),
      ])
    expect(await states()).toEqual([
      [2, 'open', []],
      [1, 'blocked', ['2 end-partnership']],
    ])
    await undo(2)
    expect(await states()).toEqual([
      [2, 'undone', []],
      [1, 'open', []],
    ])
    // an actor cannot go alone: the partnership of the same change names it
    const { body, status } = await undo<Problem>(1, [
      { entity: 'actor', id: partnership.parties[0]!.actorId },
    ])
    expect(status).toBe(409)
    expect(body.blocking?.map(({ entity }) => entity)).toEqual(['partnership'])
  })

  it('stands again when its undo is taken back', async () => {
    await logFirst(app)
    await undo(1)
    await undo(2)
    const { rows } = (await app.get<UndoStates>('/api/changesets/undo-states?revisions=1,2,3')).body
    expect(rows.map(({ state }) => state)).toEqual(['open', 'undone', 'open'])
    expect((await undo(1)).status).toBe(200)
  })
})

describe('a merge', () => {
  const preview = async (keep: string, absorb: string) =>
    (await app.get<MergePreview>(`/api/actors/${keep}/merge?absorb=${absorb}`)).body
  const merge = <T = Merged>(keep: string, body: MergeRequestInput) =>
    app.send<T>('POST', `/api/actors/${keep}/merge`, body)

  async function twins() {
    const kept = await register('Batik Contoh', { sectorId: 'batik', products: ['kain'] })
    const absorbed = await register('Batik Contoh Kedua', {
      notDuplicate: true,
      sectorId: 'kriya',
      yearStarted: 2011,
      products: ['selendang'],
      regionCode: '35.74.03.1002',
    })
    const other = await register('Kopi', { sectorId: 'kuliner' })
    return { kept, absorbed, other }
  }

  it('shows first what becomes of every record', async () => {
    const { kept, absorbed, other } = await twins()
    const third = await register('Foto', { sectorId: 'fotografi' })
    const self = await log([kept.id, absorbed.id])
    await log([kept.id, other.id], { startedOn: '2026-01-01' })
    const again = await log([absorbed.id, other.id], { startedOn: '2026-02-01' })
    const alone = await log([absorbed.id, third.id])
    const three = await log([kept.id, absorbed.id, third.id])
    const shown = await preview(kept.id, absorbed.id)
    const outcome = Object.fromEntries(
      shown.partnerships.map((row) => [row.partnership.id, [row.outcome, row.proposed]]),
    )
    expect(outcome).toEqual({
      [self.id]: ['self', 'withdraw'],
      [again.id]: ['duplicate', 'withdraw'],
      [alone.id]: ['moves', 'move'],
      // with one party fewer it says what the one before it says already
      [three.id]: ['duplicate', 'withdraw'],
    })
    expect(Object.fromEntries(shown.fields.map(({ field, proposed }) => [field, proposed]))).toEqual({
      name: 'kept',
      yearStarted: 'absorbed',
      products: 'both',
      regions: 'absorbed',
      sectors: 'kept',
    })
    expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(4)
  })

  it('moves the ties, chooses field by field, and leads from the old address to the new', async () => {
    const { kept, absorbed, other } = await twins()
    const moved = await log([absorbed.id, other.id])
    const { revision } = await preview(kept.id, absorbed.id)
    const done = await merge(kept.id, {
      absorb: absorbed.id,
      revision,
      fields: { name: 'absorbed', sectors: 'absorbed' },
      reason: 'Usaha yang sama',
    })
    expect(done.body).toMatchObject({ moved: 1, withdrawn: 0 })
    expect(done.body.actor.record).toMatchObject({
      name: 'Batik Contoh Kedua',
      aliases: ['Batik Contoh'],
      yearStarted: 2011,
      products: ['kain', 'selendang'],
    })
    expect(done.body.actor).toMatchObject({ sectorId: 'kriya', partners: 1, regionCode: '35.74.03.1002' })
    const row = (await app.get<PartnershipDetail>(`/api/partnerships/${moved.id}`)).body
    expect(row.parties.map(({ actorId }) => actorId)).toEqual([kept.id, other.id])
    const old = await app.get(`/api/actors/${absorbed.id}?on=2026-06-15`)
    expect(old.status).toBe(307)
    expect(old.headers.get('location')).toBe(`/api/actors/${kept.id}?on=2026-06-15`)
    const listed = await app.get<PartnershipPage>(`/api/partnerships?actor=${absorbed.id}`)
    expect(listed.body.rows.map(({ id }) => id)).toEqual([moved.id])
    // who filled the form in before the merge names the one that is left
    const late = await log([absorbed.id, other.id], { kind: 'co_branding' })
    expect(late.parties.map(({ actorId }) => actorId)).toEqual([kept.id, other.id])
    const history = await app.get<{ rows: Changeset[] }>(`/api/changesets?entity=actor&id=${absorbed.id}`)
    expect(history.body.rows.map(({ action }) => action)).toEqual(['merge-actors', 'create-actor'])
  })

  it('keeps what proves a record that says another again, and gives it back when it is undone', async () => {
    const { kept, absorbed, other } = await twins()
    const stays = await log([kept.id, other.id], { startedOn: '2026-01-01' })
    const again = await log([absorbed.id, other.id], { startedOn: '2026-02-01' })
    const self = await log([kept.id, absorbed.id])
    const path = (id: string) => `/api/partnerships/${id}/evidence`
    const proofs = async ({ id }: { id: string }) => (await app.get<EvidenceList>(path(id))).body.rows?.length
    const upload = await app.request('/api/evidence', {
      method: 'POST',
      body: Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    })
    const { file } = (await upload.json()) as UploadedFile
    for (const { id } of [again, self])
      expect((await app.send('POST', path(id), { files: [{ file, name: 'nota.png' }] })).status).toBe(201)
    const { revision } = await preview(kept.id, absorbed.id)
    const done = await merge(kept.id, { absorb: absorbed.id, revision })
    expect(done.body).toMatchObject({ withdrawn: 2 })
    expect(await proofs(stays)).toBe(1)
    await undo(done.body.revision)
    expect([await proofs(stays), await proofs(again), await proofs(self)]).toEqual([0, 1, 1])
  })

  it('loses no withdrawal of a consent, whichever of the two it was said for', async () => {
    const { kept, absorbed } = await twins()
    const say = async (id: string, purpose: string, value: string, from: string) => {
      const { revision } = await actor(id)
      const word = { purpose, from, value, channel: 'written' }
      const said = await app.send('POST', `/api/actors/${id}/consents`, word, { 'if-match': `"${revision}"` })
      expect(said.status).toBe(200)
    }
    await say(kept.id, 'display', 'granted', '2025-03-01')
    await say(absorbed.id, 'display', 'withdrawn', '2026-02-01')
    await say(kept.id, 'contact', 'withdrawn', '2026-01-05')
    await say(absorbed.id, 'contact', 'granted', '2026-01-05')
    const before = [await actor(kept.id), await actor(absorbed.id)]
    const cards = async () => (await app.get<CardPage>('/api/cards')).body.rows.map(({ id }) => id)
    expect(await cards()).toEqual([kept.id])
    const { revision } = await preview(kept.id, absorbed.id)
    const done = await merge(kept.id, { absorb: absorbed.id, revision })
    expect(
      done.body.actor.record.consents?.map(({ purpose, from, value }) => [purpose, from, value]),
    ).toEqual([
      ['display', '2025-03-01', 'granted'],
      ['contact', '2026-01-05', 'withdrawn'],
      ['display', '2026-02-01', 'withdrawn'],
    ])
    expect(await cards()).toEqual([])
    await undo(done.body.revision)
    expect((await actor(kept.id)).record).toEqual(before[0]!.record)
    expect((await actor(absorbed.id)).record).toEqual(before[1]!.record)
  })

  it('says nothing of consents where neither was asked', async () => {
    const { kept, absorbed } = await twins()
    const { revision } = await preview(kept.id, absorbed.id)
    const done = await merge(kept.id, { absorb: absorbed.id, revision })
    expect(done.body.actor.record).not.toHaveProperty('consents')
  })

  it('moves what proves a record past others that go as well, and refuses where none of them stays', async () => {
    const { kept, absorbed, other } = await twins()
    const third = await register('Foto', { sectorId: 'fotografi' })
    const span = async (parties: string[], startedOn: string, endedOn: string) => {
      const { id, revision } = await log(parties, { startedOn, notDuplicate: true })
      const end = { mode: 'from', from: endedOn, changes: { status: 'ended' } }
      const ended = await app.send('PATCH', `/api/partnerships/${id}`, end, { 'if-match': `"${revision}"` })
      expect(ended.status).toBe(200)
      return id
    }
    const stays = await span([kept.id, other.id], '2020-01-01', '2021-12-31')
    const first = await span([absorbed.id, other.id], '2020-01-01', '2023-12-31')
    const second = await span([absorbed.id, other.id], '2022-06-01', '2024-12-31')
    const early = await span([absorbed.id, third.id], '2020-01-01', '2023-12-31')
    const later = await span([absorbed.id, third.id], '2022-06-01', '2024-12-31')
    const path = (id: string) => `/api/partnerships/${id}/evidence`
    const upload = await app.request('/api/evidence', {
      method: 'POST',
      body: Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    })
    const { file } = (await upload.json()) as UploadedFile
    await app.send('POST', path(second), { files: [{ file, name: 'nota.png' }] })
    const shown = await preview(kept.id, absorbed.id)
    const likes = Object.fromEntries(
      shown.partnerships.map(({ partnership, like }) => [partnership.id, like?.id]),
    )
    expect(likes).toEqual({ [first]: stays, [second]: first, [early]: undefined, [later]: early })
    const both = { [first]: 'withdraw', [second]: 'withdraw' } as const
    const request = { absorb: absorbed.id, revision: shown.revision }
    const refused = await merge<Problem>(kept.id, {
      ...request,
      partnerships: { ...both, [early]: 'withdraw', [later]: 'withdraw' },
    })
    expect(issuesOf(refused)).toEqual([`partnerships.${later} none-stays`])
    const done = await merge(kept.id, { ...request, partnerships: both })
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({ moved: 2, withdrawn: 2 })
    expect((await app.get<EvidenceList>(path(stays))).body.rows).toHaveLength(1)
    await undo(done.body.revision)
    expect((await app.get<EvidenceList>(path(second))).body.rows).toHaveLength(1)
  })

  it('leads nowhere once the one that was taken in is an actor again', async () => {
    const { kept, absorbed, other } = await twins()
    const { revision } = await preview(kept.id, absorbed.id)
    const done = await merge(kept.id, { absorb: absorbed.id, revision })
    const part = await undo(done.body.revision, [{ entity: 'actor', id: absorbed.id }])
    expect(part.body).toMatchObject({ partial: true, changes: 2 })
    expect((await log([absorbed.id, other.id])).parties[0]!.actorId).toBe(absorbed.id)
    // by whatever way it came back
    const again = await merge(kept.id, {
      absorb: absorbed.id,
      revision: (await preview(kept.id, absorbed.id)).revision,
    })
    expect(again.status).toBe(200)
    await commitChangeset(app.db, { author: 'test', action: 'undo' }, (tx) =>
      tx.put(actorStore, absorbed.record),
    )
    expect((await app.get(`/api/actors/${absorbed.id}`)).status).toBe(200)
    const late = await log([absorbed.id, other.id], { kind: 'co_branding' })
    expect(late.parties[0]!.actorId).toBe(absorbed.id)
    const listed = await app.get<PartnershipPage>(`/api/partnerships?actor=${absorbed.id}`)
    expect(listed.body.rows.map(({ id }) => id)).toEqual([late.id])
  })

  it('leads nobody to an actor whose id is kept from them', async () => {
    const { kept, absorbed, other } = await twins()
    await log([absorbed.id, other.id])
    const { revision } = await preview(kept.id, absorbed.id)
    await merge(kept.id, { absorb: absorbed.id, revision })
    const researcher = await app.as('researcher')
    const asked = async (id: string) => {
      const { status, body } = await researcher.get<Problem>(`/api/partnerships?actor=${id}`)
      return { status, body: JSON.stringify({ ...body, requestId: '' }).replaceAll(id, '…') }
    }
    expect(await asked(absorbed.id)).toEqual(await asked('tidak-ada'))
    expect((await researcher.get(`/api/actors/${absorbed.id}`)).status).toBe(404)
  })

  it('is refused where something of it changed after the preview', async () => {
    const { kept, absorbed, other } = await twins()
    const { revision } = await preview(kept.id, absorbed.id)
    await log([absorbed.id, other.id])
    expect((await merge<Problem>(kept.id, { absorb: absorbed.id, revision })).status).toBe(412)
    expect(issuesOf(await merge<Problem>(kept.id, { absorb: kept.id, revision }))).toEqual([
      'absorb same-actor',
    ])
    expect((await merge<Problem>('tidak-ada', { absorb: kept.id, revision })).status).toBe(404)
  })

  it('is no part of itself, and follows a chain of merges', async () => {
    const { kept, absorbed, other } = await twins()
    const child = await register('Cabang', { parentId: absorbed.id })
    await merge(kept.id, { absorb: absorbed.id, revision: (await preview(kept.id, absorbed.id)).revision })
    expect((await actor(child.id)).record.parentId).toBe(kept.id)
    const second = await merge(child.id, {
      absorb: kept.id,
      revision: (await preview(child.id, kept.id)).revision,
    })
    expect(second.body.actor.record.parentId).toBeNull()
    expect((await app.get(`/api/actors/${absorbed.id}`)).headers.get('location')).toBe(
      `/api/actors/${child.id}`,
    )
    // the first is under the second
    const first = (await app.get<{ rows: Changeset[] }>(`/api/changesets?entity=actor&id=${absorbed.id}`))
      .body.rows[0]!
    expect((await undo<Problem>(first.revision)).status).toBe(409)
    expect((await undo(second.body.revision)).status).toBe(200)
    expect((await undo(first.revision)).status).toBe(200)
    expect((await actor(absorbed.id)).record).toEqual(absorbed.record)
    expect((await actor(other.id)).record).toEqual(other.record)
  })
})

describe('code lists', () => {
  const retire = <T = Retired>(list: string, id: string, retired = true) =>
    app.send<T>('PUT', `/api/code-lists/${list}/${id}`, { retired, reason: 'Tidak dipakai' })

  it('retire a kind: what has it keeps it, nothing new gets it, and that is taken back', async () => {
    const { partnership } = await logFirst(app)
    const { body } = await retire('kind', 'co_production')
    expect(body.lists.kinds.find(({ id }) => id === 'co_production')).toEqual({
      id: 'co_production',
      retired: true,
      uses: 1,
    })
    expect((await app.get<PartnershipDetail>(`/api/partnerships/${partnership.id}`)).body).toMatchObject({
      kind: 'co_production',
      counts: true,
    })
    const again = coProduction([newBusiness('Lain Satu'), newBusiness('Lain Dua')])
    expect(issuesOf(await app.send<Problem>('POST', '/api/partnerships', again))).toEqual([
      'kind retired-kind',
    ])
    await undo(body.revision)
    const { kinds } = (await app.get<Reference>('/api/reference')).body
    expect(kinds.find(({ id }) => id === 'co_production')?.retired).toBe(false)
    expect((await app.send('POST', '/api/partnerships', again)).status).toBe(201)
  })

  it('retire a sector of the official partition', async () => {
    const { id } = await register('Satu', { sectorId: 'kriya' })
    await retire('sector', 'kriya')
    const fresh = await app.send<Problem>('POST', '/api/actors', {
      name: 'Dua',
      role: 'business',
      sectorId: 'kriya',
    })
    expect(issuesOf(fresh)).toEqual(['sectorId retired-sector'])
    expect((await actor(id)).sectorId).toBe('kriya')
    await retire('sector', 'kriya', false)
    const lists = (await app.get<CodeLists>('/api/code-lists')).body
    expect(lists.sectors.find((sector) => sector.id === 'kriya')).toEqual({
      id: 'kriya',
      retired: false,
      uses: 1,
    })
  })

  it('know no value that is not there, and keep one in use', async () => {
    expect((await retire<Problem>('kind', 'tidak-ada')).status).toBe(404)
    expect((await retire<Problem>('sector', 'klaster')).status).toBe(404)
    const { sectors } = (await app.get<CodeLists>('/api/code-lists')).body
    const [last, ...others] = sectors.map(({ id }) => id)
    for (const id of others) expect((await retire('sector', id)).status).toBe(200)
    expect(issuesOf(await retire<Problem>('sector', last!))).toEqual(['retired last-value'])
  })
})

describe('the lists', () => {
  it('find a name with a slip in it, and say that it is only near', async () => {
    await register('Batik Manggur Asri')
    const asked = async (q: string) =>
      (await app.get<ActorPage>(`/api/actors?q=${encodeURIComponent(q)}`)).body
    expect(await asked('manggur')).toMatchObject({ total: 1, near: false })
    expect(await asked('batik mangur')).toMatchObject({ total: 1, near: true })
    expect(await asked('zzzzzzz')).toMatchObject({ total: 0, near: false })
  })

  it('sort numbers in names as a reader does, and each shown column', async () => {
    for (const name of ['Kopi 10', 'Kopi 2', 'Álbum']) await register(name)
    const names = async (sort: string) =>
      (await app.get<ActorPage>(`/api/actors?sort=${sort}`)).body.rows.map(({ name }) => name)
    expect(await names('name')).toEqual(['Álbum', 'Kopi 2', 'Kopi 10'])
    for (const sort of ['sector', 'role', 'region', 'size', 'census', 'standing', 'lastVerifiedOn'])
      expect(await names(sort)).toHaveLength(3)
    await logFirst(app)
    for (const sort of ['parties', 'kind', 'standing', 'counts', 'endedOn', 'expiresOn'])
      expect((await app.get<PartnershipPage>(`/api/partnerships?sort=${sort}`)).body.total).toBe(1)
  })
})

describe('the figures of the demonstration', () => {
  let db: Awaited<ReturnType<typeof openDemonstration>>
  beforeAll(async () => {
    db = await openDemonstration('file::memory:')
  })
  afterAll(() => db.destroy())

  const FIGURES = [
    '/api/insights/overview',
    '/api/network',
    '/api/insights/progress',
    '/api/insights/sectors',
  ]
  type Figures = Record<string, unknown>

  it('are after a merge those of a register read anew, and after its undo those of before', async () => {
    const own = await openTestApp({ db, today: '2026-11-24' })
    const read = async (get: (path: string) => Promise<unknown>): Promise<Figures> => {
      const figures: Figures = {}
      for (const path of FIGURES) figures[path] = await get(path)
      return figures
    }
    const present = () => read(async (path) => withoutRevision((await own.get<object>(path)).body))
    const anew = async () => {
      const { app: fresh, close } = await createApp({ db })
      const figures = await read(async (path) =>
        withoutRevision((await (await fresh.request(path)).json()) as object),
      )
      await close()
      return figures
    }
    const before = await present()
    const { rows } = (await own.get<ActorPage>('/api/businesses?sort=partners&order=desc&pageSize=2')).body
    const [kept, absorbed] = rows
    const shown = (await own.get<MergePreview>(`/api/actors/${kept!.id}/merge?absorb=${absorbed!.id}`)).body
    const known = shown.revision
    const done = await own.send<Merged>('POST', `/api/actors/${kept!.id}/merge`, {
      absorb: absorbed!.id,
      revision: shown.revision,
    })
    expect(done.status).toBe(200)
    const after = await present()
    expect(after).not.toEqual(before)
    expect(after).toEqual(await anew())
    // as it was known before the merge, the two are two
    const then = (await own.get<object>(`/api/network?known=${known}`)).body
    expect(withoutRevision(then)).toEqual(before['/api/network'])
    expect((await own.send('POST', `/api/changesets/${done.body.revision}/undo`, {})).status).toBe(200)
    expect(await present()).toEqual(before)
    await own.close()
  })
})

/** The answer without the revisions in it, which move with every change. */
function withoutRevision(body: object): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value) => (/revision/i.test(key) ? undefined : (value as unknown))),
  )
}
