import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import { noticeForeignCommits } from '#server/db/commit-feed.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { ActorDetail, ActorPage } from '#shared/contract/actors.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type {
  LoggedPartnership,
  PartnershipDetail,
  PartnershipDuplicates,
  PartnershipPage,
  PartnershipRow,
} from '#shared/contract/partnerships.ts'
import { actor, partnership } from './records.ts'
import { coProduction, openTestApp, type TestApp } from './test-app.ts'

let folder: string
let db: Db
let other: Db
let app: TestApp
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jejaring-revisions-'))
  const url = `file:${join(folder, 'register.db')}`
  db = await openDatabase(url)
  other = await openDatabase(url)
  app = await openTestApp({ db })
  await put(db, 'Nama Lama')
})
afterEach(async () => {
  await app.close()
  await db.destroy()
  await other.destroy()
  rmSync(folder, { recursive: true, force: true })
})

const put = (into: Db, name: string, ...more: ReturnType<typeof partnership>[]) =>
  commitChangeset(into, { author: 'lain', action: 'test' }, async (tx) => {
    await tx.putAll(actorStore, [actor('a', { name }), actor('b')])
    await tx.putAll(partnershipStore, [...more])
  })

describe('between a commit of another process and the day it is noticed', () => {
  it('a line never has old content under a new revision', async () => {
    await put(other, 'Nama Baru')
    const line = async () => {
      const { rows, revision } = (await app.get<ActorPage>('/api/actors?sort=registeredOn')).body
      const { name, revision: own } = rows.find(({ id }) => id === 'a')!
      return { name, own, revision }
    }
    const detail = async () => {
      const { body, headers } = await app.get<ActorDetail>('/api/actors/a')
      return [body.name, body.record.name, body.revision, headers.get('etag')]
    }
    expect(await line()).toEqual({ name: 'Nama Lama', own: 1, revision: 1 })
    expect(await detail()).toEqual(['Nama Lama', 'Nama Lama', 1, '"1"'])
    const blind = await app.send<Problem>(
      'PATCH',
      '/api/actors/a',
      { mode: 'correct', changes: { website: 'https://contoh.example' } },
      { 'if-match': '"1"' },
    )
    expect(blind.status).toBe(412)
    await noticeForeignCommits(db)
    expect(await line()).toEqual({ name: 'Nama Baru', own: 2, revision: 2 })
    expect(await detail()).toEqual(['Nama Baru', 'Nama Baru', 2, '"2"'])
  })

  it('its partnership is not there yet, and nothing fails for it', async () => {
    await put(other, 'Nama Lama', partnership('p', ['a', 'b'], { startedOn: '2026-02-01' }))
    const status = async () => (await app.get<PartnershipDetail>('/api/partnerships/p')).status
    const duplicates = async () =>
      (await app.get<PartnershipDuplicates>('/api/partnerships/duplicates?parties=a,b')).body
    expect(await status()).toBe(404)
    expect(await duplicates()).toEqual({ rows: [], revision: 1 })
    expect((await app.get<PartnershipPage>('/api/partnerships')).body).toMatchObject({
      total: 0,
      revision: 1,
    })
    await noticeForeignCommits(db)
    expect(await status()).toBe(200)
    expect(await duplicates()).toMatchObject({ rows: [{ id: 'p', revision: 2 }], revision: 2 })
  })

  it('a refusal for it names it', async () => {
    await put(other, 'Nama Lama', partnership('p', ['a', 'b'], { startedOn: '2026-02-01' }))
    const answer = await app.send<Problem>(
      'POST',
      '/api/partnerships',
      coProduction([{ actorId: 'a' }, { actorId: 'b' }]),
    )
    expect(answer.status).toBe(409)
    expect((answer.body.duplicates as PartnershipRow[]).map(({ id, revision }) => [id, revision])).toEqual([
      ['p', 2],
    ])
  })

  it('a change of it that changes nothing is answered', async () => {
    await put(other, 'Nama Lama', partnership('p', ['a', 'b'], { startedOn: '2026-02-01' }))
    const answer = await app.send<LoggedPartnership>(
      'PATCH',
      '/api/partnerships/p',
      { mode: 'correct', changes: { intensity: 2 } },
      { 'if-match': '"2"' },
    )
    expect([answer.status, answer.body.revision, answer.body.partnership.revision]).toEqual([200, 2, 2])
  })
})
