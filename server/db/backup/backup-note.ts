import type BetterSqlite from 'better-sqlite3'

/** Why a backup was made: asked for, by the clock, before a migration, or of what a restore put aside. */
export const BACKUP_REASONS = ['asked', 'scheduled', 'migration', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** What a backup says of itself, in a table of its own within it. */
export interface BackupNote {
  /** ISO time */
  madeAt: string
  reason: BackupReason
  /** of the last changeset */
  revision: number
  /** `registerHash` */
  hash: string
  actors: number
  partnerships: number
  /** proofs that lie beside it, in the folder of its name with `.files` */
  files: number
  /** names of proofs that were not beside the register either */
  missingFiles: string[]
}

export function writeNote(sqlite: BetterSqlite.Database, note: BackupNote): void {
  sqlite.exec('DROP TABLE IF EXISTS backup_note; CREATE TABLE backup_note (note TEXT NOT NULL)')
  sqlite.prepare('INSERT INTO backup_note (note) VALUES (?)').run(JSON.stringify(note))
}

/** Undefined where the database is no backup. */
export function readNote(sqlite: BetterSqlite.Database): BackupNote | undefined {
  const table = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'backup_note'")
  if (!table.get()) return undefined
  const text = sqlite.prepare('SELECT note FROM backup_note').pluck().get()
  return typeof text === 'string' ? (JSON.parse(text) as BackupNote) : undefined
}

export function dropNote(sqlite: BetterSqlite.Database): void {
  sqlite.exec('DROP TABLE IF EXISTS backup_note')
}
