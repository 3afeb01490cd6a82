import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentRevision } from '#server/db/changeset-log.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { NotDuplicatePage } from '#shared/contract/evidence.ts'
import type { LoggedPartnership, NewPartnershipInput } from '#shared/contract/partnerships.ts'
import { coProduction, issuesOf, logFirst, newBusiness, openTestApp, type TestApp } from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const KEY = '01JDEMOKEY0000000000000001'
const entry = () => coProduction([newBusiness('Kopi Contoh Satu'), newBusiness('Batik Contoh Dua', 'batik')])
const send = <T = LoggedPartnership>(body: NewPartnershipInput, key = KEY) =>
  app.send<T>('POST', '/api/partnerships', body, { 'idempotency-key': key })

describe('the same entry sent again under its key', () => {
  it('is answered as the first time and written once', async () => {
    const first = await send(entry())
    expect(first.status).toBe(201)
    // What comes in between moves the numbers, not the answer.
    await send(
      coProduction([newBusiness('Batik Contoh Lain', 'batik'), newBusiness('Roti Contoh')]),
      `${KEY}x`,
    )
    const again = await send(entry())
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await currentRevision(app.db)).toBe(2)
  })

  it('is written once also when both are under way at a time', async () => {
    const answers = await Promise.all([send(entry()), send(entry()), send(entry())])
    expect(new Set(answers.map(({ body }) => body.partnership.id)).size).toBe(1)
    expect(await currentRevision(app.db)).toBe(1)
  })

  it('is answered also where the answer was never put together', async () => {
    const first = await send(entry())
    await app.db.updateTable('kept_answer').set({ answer: null }).execute()
    expect((await send(entry())).body).toEqual(first.body)
  })

  it('is not written anew after it was undone', async () => {
    const { body } = await send(entry())
    await app.send('POST', `/api/changesets/${body.revision}/undo`, {})
    expect((await send(entry())).body.revision).toBe(body.revision)
    expect(await currentRevision(app.db)).toBe(2)
  })

  it('is a conflict that names the record where it says something else', async () => {
    const { body } = await send(entry())
    const other = await send<Problem>({ ...entry(), intensity: 4 })
    expect([other.status, issuesOf(other)]).toEqual([409, ['Idempotency-Key key-used']])
    expect(other.body.duplicates).toMatchObject([{ id: body.partnership.id, intensity: 2 }])
  })

  it('is free for a second try after a refusal', async () => {
    expect((await send({ ...entry(), startedOn: '2027-01-01' })).status).toBe(400)
    expect((await send(entry())).status).toBe(201)
  })

  it('is forgotten after a month', async () => {
    await send(entry())
    const at = new Date(Date.now() - 31 * 24 * 60 * 60_000).toISOString()
    await app.db.updateTable('kept_answer').set({ at }).execute()
    await send(
      coProduction([newBusiness('Batik Contoh Lain', 'batik'), newBusiness('Roti Contoh')]),
      `${KEY}x`,
    )
    const keys = await app.db.selectFrom('kept_answer').select('key').execute()
    expect(keys).toEqual([{ key: `${KEY}x` }])
  })

  it('needs a key that can be one', async () => {
    expect((await send(entry(), 'short')).status).toBe(400)
  })
})

describe('what a person said is no duplicate', () => {
  const parties = async () => {
    const { partnership } = await logFirst(app)
    return { first: partnership.id, parties: partnership.parties.map(({ actorId }) => ({ actorId })) }
  }
  const decided = async (entity = 'partnership') =>
    (await app.get<NotDuplicatePage>(`/api/not-duplicates?entity=${entity}`)).body.rows

  it('is remembered with who said so, and asked again of a record nobody has seen', async () => {
    const { first, parties: both } = await parties()
    const second = await send(coProduction(both, { notDuplicateOf: [first] }), `${KEY}2`)
    expect(second.status).toBe(201)
    expect(await decided()).toMatchObject([
      {
        first: [first, second.body.partnership.id].sort()[0],
        author: 'orang-admin',
        revision: second.body.revision,
      },
    ])
    const third = await send<Problem>(coProduction(both, { notDuplicateOf: [first] }), `${KEY}3`)
    expect(third.status).toBe(409)
    expect(third.body.duplicates).toMatchObject([{ id: second.body.partnership.id }])
  })

  it('is remembered of a record of another kind that was shown beside it', async () => {
    const { first, parties: both } = await parties()
    await send(coProduction(both, { kind: 'co_branding', notDuplicateOf: [first, 'unknown'] }), `${KEY}2`)
    expect(await decided()).toHaveLength(1)
  })

  it('is remembered of actors too', async () => {
    await parties()
    const another = newBusiness('Kopi Contoh Satu', 'kuliner', { notDuplicate: true })
    await send(coProduction([another, newBusiness('Kayu Contoh', 'batik')]), `${KEY}2`)
    expect(await decided('actor')).toHaveLength(1)
    expect(await decided()).toEqual([])
  })

  it('follows an actor into a merge, and back when that is undone', async () => {
    await parties()
    const another = newBusiness('Kopi Contoh Satu', 'kuliner', { notDuplicate: true })
    await send(coProduction([another, newBusiness('Kayu Contoh', 'batik')]), `${KEY}2`)
    const [said] = await decided('actor')
    const { id: kept } = (
      await app.send<{ id: string }>('POST', '/api/actors', newBusiness('Teh Contoh').newActor)
    ).body
    const mergeInto = async (into: string, absorb: string) => {
      const preview = await app.get<{ revision: number }>(`/api/actors/${into}/merge?absorb=${absorb}`)
      const body = { absorb, revision: preview.body.revision }
      return (await app.send<{ revision: number }>('POST', `/api/actors/${into}/merge`, body)).body.revision
    }
    const pairs = async () => (await decided('actor')).map(({ first, second }) => [first, second])
    const merged = await mergeInto(kept, said!.first)
    expect(await pairs()).toEqual([[kept, said!.second].sort()])
    const ofKept = await app.get<NotDuplicatePage>(`/api/not-duplicates?entity=actor&id=${kept}`)
    expect(ofKept.body).toMatchObject({ total: 1, rows: [{ revision: said!.revision }] })
    // somebody thinks better of it: they are one after all
    const united = await mergeInto(kept, said!.second)
    expect(await pairs()).toEqual([])
    for (const revision of [united, merged])
      expect((await app.send('POST', `/api/changesets/${revision}/undo`, {})).status).toBe(200)
    expect(await pairs()).toEqual([[said!.first, said!.second]])
  })

  it('comes back with a record that a merge withdrew, once that is undone', async () => {
    const { first, parties: both } = await parties()
    const branding = { kind: 'co_branding' as const }
    await send(coProduction(both, { ...branding, notDuplicateOf: [first] }), `${KEY}2`)
    const said = await decided()
    expect(said).toHaveLength(1)
    const { id: kept } = (
      await app.send<{ id: string }>('POST', '/api/actors', newBusiness('Teh Contoh').newActor)
    ).body
    await send(coProduction([{ actorId: kept }, both[1]!], branding), `${KEY}3`)
    const address = `/api/actors/${kept}/merge`
    const absorb = both[0]!.actorId
    const { revision } = (await app.get<{ revision: number }>(`${address}?absorb=${absorb}`)).body
    const merged = await app.send<{ revision: number; withdrawn: number }>('POST', address, {
      absorb,
      revision,
    })
    expect(merged.body.withdrawn).toBe(1)
    expect(await decided()).toEqual([])
    await app.send('POST', `/api/changesets/${merged.body.revision}/undo`, {})
    expect(await decided()).toEqual(said)
  })
})
