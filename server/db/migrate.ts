import type { Kysely } from 'kysely'
import { registerTables } from './migrations/0001-register.ts'
import { accountTables } from './migrations/0002-accounts.ts'
import { loggingTables } from './migrations/0004-logging.ts'
import { mergesAndCodeLists } from './migrations/0005-register.ts'
import { keptSecrets } from './migrations/0006-kept-secrets.ts'
import { taskTables } from './migrations/0007-tasks.ts'
import { spreadsheetTables } from './migrations/0008-spreadsheets.ts'
import type { Db } from './schema.ts'

/** In order; a name never changes once it has been released. */
const MIGRATIONS: readonly { name: string; up: (db: Kysely<unknown>) => Promise<void> }[] = [
  { name: '0001-register', up: registerTables },
  { name: '0002-accounts', up: accountTables },
  { name: '0004-logging', up: loggingTables },
  { name: '0005-register', up: mergesAndCodeLists },
  { name: '0006-kept-secrets', up: keptSecrets },
  { name: '0007-tasks', up: taskTables },
  { name: '0008-spreadsheets', up: spreadsheetTables },
]

/**
 * Brings the schema up to date. Each migration and the row that says it ran are one transaction, which the
 * Migrator of Kysely does not give on SQLite. Refuses a database that a newer program has migrated. `beforeChange` comes before the
 * first migration of a register that was there before.
 */
export async function migrate(db: Db, beforeChange?: () => Promise<void>): Promise<void> {
  const log = db.withTables<{ migration: { name: string; at: string } }>()
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  const done = new Set((await log.selectFrom('migration').select('name').execute()).map((row) => row.name))
  const known = new Set(MIGRATIONS.map((m) => m.name))
  const unknown = [...done].filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(
      `The database was made by a newer version of Jejaring (it has ${unknown.join(', ')}). ` +
        'Update the program, or name another database with DATABASE_URL. Nothing was changed.',
    )
  if (done.size > 0 && MIGRATIONS.some(({ name }) => !done.has(name))) await beforeChange?.()
  for (const { name, up } of MIGRATIONS)
    if (!done.has(name))
      await log.transaction().execute(async (trx) => {
        // Written first, so that of two processes that start at once one waits for the other.
        await trx.insertInto('migration').values({ name, at: new Date().toISOString() }).execute()
        await up(trx as unknown as Kysely<unknown>)
      })
}
