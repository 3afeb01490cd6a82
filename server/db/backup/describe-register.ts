import type BetterSqlite from 'better-sqlite3'
import type { BackupNote, BackupReason } from './backup-note.ts'
import { checkDatabase } from './check-database.ts'
import { namedProofs } from './proof-files.ts'
import { registerHash } from './register-hash.ts'

/**
 * Checks a database and says what it holds; `missing` answers which of the proofs it names are not there. Throws one sentence where it
 * is damaged.
 */
export function describeRegister(
  sqlite: BetterSqlite.Database,
  reason: BackupReason,
  missing: (files: readonly string[]) => string[],
): BackupNote {
  checkDatabase(sqlite)
  const files = namedProofs(sqlite)
  const missingFiles = missing(files)
  const number = (query: string) => (sqlite.prepare(query).pluck().get() as number | null) ?? 0
  return {
    madeAt: new Date().toISOString(),
    reason,
    revision: number('SELECT max(revision) FROM changeset'),
    hash: registerHash(sqlite),
    actors: number('SELECT count(*) FROM actor'),
    partnerships: number('SELECT count(*) FROM partnership'),
    files: files.length - missingFiles.length,
    missingFiles,
  }
}
