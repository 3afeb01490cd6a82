import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { filesFolder } from '../files-folder.ts'
import { type BackupNote, type BackupReason, readNote } from './backup-note.ts'

/** A backup in the folder of them. */
export interface KeptBackup extends BackupNote {
  /** name of its file within the folder */
  file: string
  /** of the database alone */
  bytes: number
}

/** Where backups go that nobody gave a place: beside the register. */
export const backupFolder = (databasePath: string) => `${databasePath}.backups`

/** `2026-11-24T22-10-05-123Z-scheduled.db`: sorts by time, and is a name on every system. */
export const backupFileName = (reason: BackupReason, now = new Date()) =>
  `${now.toISOString().replaceAll(/[:.]/g, '-')}-${reason}.db`

const NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z-(asked|scheduled|migration|restore)\.db$/

/** The newest first; what cannot be read is none. */
export function listBackups(folder: string): KeptBackup[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => NAME.test(name))
  return names
    .sort()
    .reverse()
    .flatMap((file) => {
      const path = join(folder, file)
      const note = noteOf(path)
      return note ? [{ ...note, file, bytes: statSync(path).size }] : []
    })
}

function noteOf(path: string): BackupNote | undefined {
  let sqlite: BetterSqlite.Database | undefined
  try {
    sqlite = new BetterSqlite(path, { readonly: true, fileMustExist: true })
    return readNote(sqlite)
  } catch {
    return undefined
  } finally {
    sqlite?.close()
  }
}

/** A backup must not outlive what was erased from the register: after this many days it goes. */
const EXPIRES_DAYS = 90

/**
 * Takes away what is no longer to be kept: of each reason all but the newest `keep`, and everything older than 90 days, but never the
 * newest backup of all. Answers their names.
 */
export function removeOldBackups(folder: string, keep: number, now = Date.now()): string[] {
  const all = listBackups(folder)
  const oldest = new Date(now - EXPIRES_DAYS * 24 * 60 * 60_000).toISOString()
  const seen = new Map<BackupReason, number>()
  const old = all.filter(({ reason, madeAt }, i) => {
    const newer = seen.get(reason) ?? 0
    seen.set(reason, newer + 1)
    return i > 0 && (newer >= keep || madeAt < oldest)
  })
  for (const { file } of old) {
    rmSync(join(folder, file), { force: true })
    rmSync(filesFolder(join(folder, file)), { recursive: true, force: true })
  }
  return old.map(({ file }) => file)
}

/** Takes away what a process that was killed in the middle of a backup has left. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  const names = new Set(readdirSync(folder))
  for (const name of names) {
    const part = /^(.*\.db)\.part-(\d+)(-wal|-shm|-journal)?$/.exec(name)
    if (!part || isRunning(Number(part[2]))) continue
    rmSync(join(folder, name), { force: true })
    if (!names.has(part[1]!)) rmSync(filesFolder(join(folder, part[1]!)), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // somebody else's process is one too
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
