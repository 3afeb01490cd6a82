import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '#server/db/database.ts'
import { registerTables } from '#server/db/migrations/0001-register.ts'
import type { Schema } from '#server/db/schema.ts'
import { temporaryFolder } from '../cli/run.ts'
import { openTestApp } from './test-app.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A register as the first version left it, with an actor in it. */
async function oldRegister(file: string): Promise<void> {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new BetterSqlite(file) }) })
  await registerTables(db as unknown as Kysely<unknown>)
  await db.schema
    .createTable('migration')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db
    .withTables<{ migration: { name: string; at: string } }>()
    .insertInto('migration')
    .values({ name: '0001-register', at: '2026-10-01T00:00:00.000Z' })
    .execute()
  await db
    .insertInto('changeset')
    .values({
      revision: 1,
      author: 'lokal',
      at: '2026-10-01T00:00:00.000Z',
      action: 'seed',
      reason: null,
      undoes: null,
    })
    .execute()
  await db.destroy()
}

it('brings a register of the first version up to date, with its history, and people can be added to it', async () => {
  const file = join(folder, 'lama.db')
  await oldRegister(file)
  const db = await openDatabase(`file:${file}`)
  const app = await openTestApp({ db })
  const history = await app.get<{ rows: { author: string; authorName: string | null }[] }>('/api/changesets')
  expect(history.body.rows).toMatchObject([{ author: 'lokal', authorName: null }])
  const added = await app.send('POST', '/api/people', {
    name: 'Rina',
    email: 'rina@uji.example',
    role: 'staff',
  })
  expect(added.status).toBe(201)
  await app.close()
  await db.destroy()
})
