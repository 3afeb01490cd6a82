import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { Changeset, ChangesetDetail, ChangesetPage } from '#shared/contract/changesets.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import { coProduction, logFirst, newBusiness, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const undo = <T>(revision: number) => app.send<T>('POST', `/api/changesets/${revision}/undo`, {})

describe('undo', () => {
  it('takes a partnership back together with the actors that came with it', async () => {
    await logFirst(app)
    const { status, body } = await undo<Changeset>(1)
    expect(status).toBe(200)
    expect(body).toMatchObject({ revision: 2, action: 'undo', undoes: 1, undoneBy: null, changes: 3 })
    expect((await actorStore.read(app.db)).size).toBe(0)
    expect((await partnershipStore.read(app.db)).size).toBe(0)
  })

  it('is itself undone: all is as it was', async () => {
    const { partnership } = await logFirst(app)
    const before = (await partnershipStore.read(app.db)).get(partnership.id)?.record
    await undo(1)
    expect((await undo(2)).status).toBe(200)
    expect((await partnershipStore.read(app.db)).get(partnership.id)?.record).toEqual(before)
  })

  it('restores what a change overwrote, also dated facts', async () => {
    const { partnership } = await logFirst(app)
    const before = (await partnershipStore.read(app.db)).get(partnership.id)?.record
    await app.send(
      'PATCH',
      `/api/partnerships/${partnership.id}`,
      { mode: 'from', from: '2026-06-01', changes: { status: 'ended', endReason: 'completed' } },
      { 'if-match': '"1"' },
    )
    await undo(2)
    const stored = (await partnershipStore.read(app.db)).get(partnership.id)
    expect(stored).toEqual({ record: before, revision: 3 })
  })

  it('is refused with the records in the way where a later change touched the same record', async () => {
    const { partnership } = await logFirst(app)
    await app.send(
      'PATCH',
      `/api/partnerships/${partnership.id}`,
      { mode: 'confirm', on: '2026-06-01' },
      { 'if-match': '"1"' },
    )
    const { status, body } = await undo<Problem>(1)
    expect(status).toBe(409)
    expect(body.code).toBe('stale')
    expect(body.blocking).toEqual([{ revision: 2, entity: 'partnership', id: partnership.id }])
    expect((await partnershipStore.read(app.db)).size).toBe(1)
  })

  it('goes back step by step, and tells only of what is still in the way', async () => {
    const { partnership } = await logFirst(app)
    const correct = async (note: string, revision: number) =>
      (
        await app.send<LoggedPartnership>(
          'PATCH',
          `/api/partnerships/${partnership.id}`,
          { mode: 'correct', changes: { note } },
          { 'if-match': `"${revision}"` },
        )
      ).status
    expect(await correct('satu', 1)).toBe(200)
    expect((await undo(2)).status).toBe(200)
    // The undo undone: the correction stands again, and is what is in the way.
    expect((await undo(3)).status).toBe(200)
    const blocking = async (revision: number) => (await undo<Problem>(revision)).body.blocking
    expect(await blocking(1)).toEqual([{ revision: 2, entity: 'partnership', id: partnership.id }])
    expect((await undo(2)).status).toBe(200)
    expect(await correct('dua', 5)).toBe(200)
    expect(await blocking(1)).toEqual([{ revision: 6, entity: 'partnership', id: partnership.id }])
    expect((await undo(6)).status).toBe(200)
    expect((await undo(1)).status).toBe(200)
    expect((await partnershipStore.read(app.db)).size).toBe(0)
    expect((await actorStore.read(app.db)).size).toBe(0)
    expect(await blocking(1)).toHaveLength(3)
  })

  it('is refused where a later partnership hangs on an actor that would go', async () => {
    const { partnership } = await logFirst(app)
    const first = partnership.parties[0]!.actorId
    const later = await app.send<LoggedPartnership>(
      'POST',
      '/api/partnerships',
      coProduction([{ actorId: first }, newBusiness('Foto Contoh Tiga', 'fotografi')]),
    )
    const { status, body } = await undo<Problem>(1)
    expect(status).toBe(409)
    expect(body.blocking).toEqual([{ revision: 2, entity: 'partnership', id: later.body.partnership.id }])
    expect((await actorStore.read(app.db)).size).toBe(3)
  })

  it('is refused where it would bring back a partnership of an actor who is gone', async () => {
    const actor = (await app.send<ActorDetail>('POST', '/api/actors', newBusiness('Kopi Contoh').newActor))
      .body
    await app.send(
      'POST',
      '/api/partnerships',
      coProduction([{ actorId: actor.id }, newBusiness('Foto Contoh', 'fotografi')]),
    )
    await undo(2)
    await undo(1)
    const { status, body } = await undo<Problem>(3)
    expect(status).toBe(409)
    expect(body.blocking).toEqual([{ revision: 4, entity: 'actor', id: actor.id }])
    expect((await partnershipStore.read(app.db)).size).toBe(0)
  })

  it('knows no changeset that is not there', async () => {
    expect((await undo<Problem>(7)).body).toMatchObject({ status: 404, code: 'not-found' })
    expect((await undo<Problem>('x' as never)).body).toMatchObject({ status: 400 })
  })
})

describe('the history', () => {
  it('lists the changes, latest first, and says what was undone by what', async () => {
    await logFirst(app)
    await undo(1)
    const { body } = await app.get<ChangesetPage>('/api/changesets')
    expect(body.total).toBe(2)
    expect(body.rows.map((r) => [r.revision, r.action, r.undoes, r.undoneBy, r.changes])).toEqual([
      [2, 'undo', 1, null, 3],
      [1, 'log-partnership', null, 2, 3],
    ])
  })

  it('lists the history of one record, page by page', async () => {
    const { partnership } = await logFirst(app)
    await app.send(
      'PATCH',
      `/api/partnerships/${partnership.id}`,
      { mode: 'confirm', on: '2026-06-01', reason: 'telepon' },
      { 'if-match': '"1"' },
    )
    await app.send('POST', '/api/actors', newBusiness('Lain Contoh').newActor)
    const path = `/api/changesets?entity=partnership&id=${partnership.id}&pageSize=1`
    const { body } = await app.get<ChangesetPage>(`${path}&page=1`)
    expect([body.total, body.rows[0]?.action, body.rows[0]?.reason]).toEqual([
      2,
      'confirm-partnership',
      'telepon',
    ])
    expect((await app.get<ChangesetPage>(`${path}&page=2`)).body.rows[0]?.action).toBe('log-partnership')
    expect((await app.get<Problem>('/api/changesets?id=x')).body.issues?.[0]?.path).toBe('entity')
  })

  it('shows each touched record before and after', async () => {
    const { partnership } = await logFirst(app)
    const { body } = await app.get<ChangesetDetail>('/api/changesets/1')
    expect(body.records.map((r) => [r.entity, r.before])).toEqual([
      ['actor', null],
      ['actor', null],
      ['partnership', null],
    ])
    expect(body.records[2]?.after).toEqual(partnership.record)
    expect((await app.get<Problem>('/api/changesets/99')).status).toBe(404)
  })
})
