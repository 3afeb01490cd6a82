import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { filesFolder } from '../files-folder.ts'
import { moveIntoPlace } from '../move-into-place.ts'
import { type BackupNote, type BackupReason, writeNote } from './backup-note.ts'
import { describeRegister } from './describe-register.ts'
import { bringProofs, syncFile, syncFolder } from './proof-files.ts'

export interface BackupTask {
  /** path of the register's database */
  database: string
  /** path of the backup, which must not be there yet */
  target: string
  reason: BackupReason
  /** path of an earlier backup, whose proofs are linked instead of copied */
  earlier?: string | undefined
}

/** More pages than any database has: all in one step, so that no write of another process makes it begin anew. */
const ALL_PAGES = 0x7fff_ffff

/**
 * Copies a register while it is in use, with the proofs that lie beside it, checks the copy and notes in it what it holds. The copy
 * is a register of its own that can be opened as it is. It has its name only when it is whole. Throws one sentence.
 */
export async function backUp({ database, target, reason, earlier }: BackupTask): Promise<BackupNote> {
  if (!existsSync(database)) throw new Error(`There is no register ${database}.`)
  if (existsSync(target) || existsSync(filesFolder(target)))
    throw new Error(`${target} is there already; a backup overwrites nothing.`)
  mkdirSync(dirname(target), { recursive: true })
  const part = `${target}.part-${process.pid}`
  try {
    await copyDatabase(database, part)
    const folders = {
      from: filesFolder(database),
      to: filesFolder(target),
      earlier: earlier && filesFolder(earlier),
    }
    const note = noteCopy(part, reason, (files) => bringProofs(files, folders))
    syncFile(part)
    if (!moveIntoPlace(part, target)) throw new Error(`${target} was made by another program meanwhile.`)
    syncFolder(dirname(target))
    return note
  } catch (error) {
    if (!existsSync(target)) rmSync(filesFolder(target), { recursive: true, force: true })
    throw error
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${suffix}`, { force: true })
  }
}

async function copyDatabase(from: string, to: string) {
  const source = new BetterSqlite(from, { fileMustExist: true })
  try {
    source.pragma('busy_timeout = 10000')
    await source.backup(to, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
}

/** Checks a copy and writes its note; `bring` fetches the proofs and answers which are missing. */
function noteCopy(path: string, reason: BackupReason, bring: (files: readonly string[]) => string[]) {
  const sqlite = new BetterSqlite(path)
  try {
    // one file, without a log beside it
    sqlite.pragma('journal_mode = DELETE')
    sqlite.pragma('synchronous = FULL')
    const note = describeRegister(sqlite, reason, bring)
    writeNote(sqlite, note)
    return note
  } finally {
    sqlite.close()
  }
}
