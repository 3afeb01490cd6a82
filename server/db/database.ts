import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { backUp } from './backup/back-up.ts'
import { backupFileName, backupFolder, removeOldBackups } from './backup/backup-folder.ts'
import { migrate } from './migrate.ts'
import type { ReferenceData } from './reference/reference-data.ts'
import { STANDARD_REFERENCE } from './reference/standard-reference.ts'
import { writeReference } from './reference/write-reference.ts'
import type { Db, Schema } from './schema.ts'

/** `file:data/jejaring.db` → an absolute path; `file::memory:` and `:memory:` stay in memory. */
export function databasePath(url: string): string {
  const path = url.replace(/^file:(\/\/(?=\/))?/, '')
  return path === ':memory:' ? path : resolve(path)
}

export interface OpenOptions {
  /** The code lists for a database that has none yet; null leaves it without, for one who brings their own. */
  reference?: ReferenceData | null
  /** Where the backup goes that is made before a migration; beside the register otherwise. */
  backups?: string | undefined
}

/** Opens the database, makes it where it is absent, and migrates it. Throws one clear sentence. */
export async function openDatabase(
  url: string,
  { reference = STANDARD_REFERENCE, backups }: OpenOptions = {},
): Promise<Db> {
  const path = databasePath(url)
  if (path !== ':memory:') prepareFolder(path)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openSqlite(path) }) })
  try {
    await migrate(db, () => keepBeforeMigration(path, backups ?? backupFolder(path)))
    if (reference) await startWith(db, reference)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** So many backups of before a migration are kept. */
const MIGRATION_BACKUPS = 5

/** A migration that goes wrong in a way nobody thought of must not cost the register: without a backup there is none. */
async function keepBeforeMigration(path: string, folder: string) {
  if (path === ':memory:') return
  try {
    await backUp({ database: path, target: join(folder, backupFileName('migration')), reason: 'migration' })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The register must be brought up to date, and no backup of it could be made before: ${why} Nothing was changed.`,
    )
  }
  removeOldBackups(folder, MIGRATION_BACKUPS)
}

async function startWith(db: Db, reference: ReferenceData) {
  const setting = await db.selectFrom('setting').select('key').where('key', '=', 'city').executeTakeFirst()
  if (!setting) await db.transaction().execute((trx) => writeReference(trx, reference))
}

/** Makes the folder of a database file; throws one clear sentence where it may not be written to. */
export function prepareFolder(path: string) {
  const folder = dirname(path)
  try {
    makeFolder(folder)
    // By its dot: a plain file of that name is no folder.
    accessSync(`${folder}/.`, constants.W_OK)
  } catch {
    throw new Error(
      `The database folder ${folder} cannot be written to. Give it write permission, or set DATABASE_URL.`,
    )
  }
}

/** One level after the other: made recursively, a folder below /proc never comes to an end. */
function makeFolder(folder: string) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

function openSqlite(path: string): BetterSqlite.Database {
  let sqlite: BetterSqlite.Database | undefined
  try {
    sqlite = new BetterSqlite(path)
    // Set before anything that takes a lock, so that a second process waits instead of failing.
    sqlite.pragma('busy_timeout = 10000')
    sqlite.pragma('journal_mode = WAL')
    // What was answered must outlast the machine, not the process alone: NORMAL would lose the last commits with the power.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('cache_size = -65536')
    return sqlite
  } catch (error) {
    sqlite?.close()
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The database ${path} cannot be opened: ${why}.`)
  }
}
