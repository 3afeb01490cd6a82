import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashOfToken } from '#server/accounts/hashed-tokens.ts'
import { openDatabase } from '#server/db/database.ts'
import { keptSecrets } from '#server/db/migrations/0006-kept-secrets.ts'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Changeset } from '#shared/contract/changesets.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { oldRegister } from './old-register.ts'
import { openTestApp } from './test-app.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jejaring-migrate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('brings a register of the first version up to date, with its log', async () => {
  const path = join(folder, 'lama.db')
  await oldRegister(path)
  const db = await openDatabase(`file:${path}`)
  const app = await openTestApp({ db })
  const { kinds, partitions } = (await app.get<Reference>('/api/reference')).body
  expect(kinds.every(({ retired }) => !retired)).toBe(true)
  expect(partitions[0]!.sectors.every(({ retired }) => !retired)).toBe(true)
  expect((await app.get<ActorPage>('/api/actors')).body.rows.map(({ name }) => name)).toEqual([
    'Batik Contoh Lama',
  ])
  const undone = await app.send<Changeset>('POST', '/api/changesets/1/undo', {})
  expect(undone.body).toMatchObject({ undoes: 1, partial: false })
  expect((await app.get<ActorPage>('/api/actors')).body.total).toBe(0)
  const person = { name: 'Rina', email: 'rina@uji.example', role: 'staff' }
  expect((await app.send('POST', '/api/people', person)).status).toBe(201)
  await app.close()
  await db.destroy()
})

it('leaves people signed in whose token it begins to keep as a hash', async () => {
  const raw = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new SqliteDialect({ database: new BetterSqlite(':memory:') }),
  })
  await raw.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token', 'text')
    .execute()
  await raw.insertInto('session').values({ id: 'a', token: 'token-lama' }).execute()
  await keptSecrets(raw as unknown as Kysely<unknown>)
  const [session] = await raw.selectFrom('session').selectAll().execute()
  expect(session?.token).toBe(hashOfToken('token-lama'))
  await raw.destroy()
})
