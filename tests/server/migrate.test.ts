import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hashOfToken } from '#server/accounts/hashed-tokens.ts'
import { openDatabase } from '#server/db/database.ts'
import { registerTables } from '#server/db/migrations/0001-register.ts'
import { keptSecrets } from '#server/db/migrations/0026-kept-secrets.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'
import type { ActorPage } from '#shared/contract/actors.ts'
import type { Changeset } from '#shared/contract/changesets.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { openTestApp } from './test-app.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jejaring-migrate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** As the first version left it: its tables, its code lists, one actor and the changeset that made it. */
async function oldRegister(path: string) {
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new SqliteDialect({ database: new BetterSqlite(path) }),
  })
  await db.schema
    .createTable('migration')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.insertInto('migration').values({ name: '0001-register', at: '2026-10-01T00:00:00.000Z' }).execute()
  await registerTables(db as unknown as Kysely<unknown>)
  const { city, kinds, partitions, definitions, roles } = STANDARD_REFERENCE
  await db
    .insertInto('setting')
    .values({ key: 'city', value: JSON.stringify(city), revision: 0 })
    .execute()
  for (const r of roles)
    await db
      .insertInto('role')
      .values({ id: r.id, name_id: r.nameId, name_en: r.nameEn, position: r.position })
      .execute()
  for (const k of kinds)
    await db
      .insertInto('kind')
      .values({
        id: k.id,
        name_id: k.nameId,
        name_en: k.nameEn,
        position: k.position,
        directed: k.directed ? 1 : 0,
        two_mode: k.twoMode ? 1 : 0,
        retired: 0,
      })
      .execute()
  for (const p of partitions) {
    await db
      .insertInto('partition')
      .values({
        id: p.id,
        name_id: p.nameId,
        name_en: p.nameEn,
        version: p.version,
        official: p.official ? 1 : 0,
      })
      .execute()
    for (const s of p.sectors)
      await db
        .insertInto('sector')
        .values({
          partition_id: p.id,
          id: s.id,
          name_id: s.nameId,
          name_en: s.nameEn,
          short_id: s.shortId,
          short_en: s.shortEn,
          code: s.code,
          colour_group: s.group,
          shape: s.shape,
          position: s.position,
          angle: s.angle,
        })
        .execute()
  }
  for (const d of definitions)
    await db
      .insertInto('definition')
      .values({
        id: d.id,
        version: d.version,
        name_id: d.nameId,
        name_en: d.nameEn,
        rule: JSON.stringify(d.rule),
        partition_id: d.partitionId,
      })
      .execute()
  const record = {
    id: 'lama',
    name: 'Batik Contoh Lama',
    aliases: '[]',
    in_city: 1,
    products: '[]',
    needs: '[]',
    offers: '[]',
    attributes: '{}',
    revision: 1,
  }
  await db.insertInto('actor').values(record).execute()
  await db
    .insertInto('changeset')
    .values({ revision: 1, author: 'lokal', at: '2026-10-01T00:00:00.000Z', action: 'create-actor' })
    .execute()
  const after = JSON.stringify({ id: 'lama', name: 'Batik Contoh Lama' })
  await db.insertInto('change').values({ revision: 1, entity: 'actor', entity_id: 'lama', after }).execute()
  await db.destroy()
}

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
