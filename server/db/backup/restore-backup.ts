import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { filesFolder } from '../files-folder.ts'
import { backupFileName, backupFolder } from './backup-folder.ts'
import { type BackupNote, dropNote, readNote, writeNote } from './backup-note.ts'
import { checkDatabase } from './check-database.ts'
import { describeRegister } from './describe-register.ts'
import { bringProofs, isWhole, namedProofs, syncFile, syncFolder } from './proof-files.ts'
import { NOT_KEPT, registerHash } from './register-hash.ts'

export interface Restored {
  note: BackupNote
  /** where the register that was there lies now; null where there was none */
  aside: string | null
  /** the revision that says so in the log, above all that were given before */
  revision: number
}

/** Above every revision that may have been given since the backup, where the register that gave them is not there to ask. */
const GIVEN_SINCE = 1000

/**
 * Puts a backup in the place of a register. The copy is checked first: whole, of the hash that the backup noted, with every proof. What
 * was there is put among the backups in `folder`, in one step, so that at any moment one of both is in place. Everybody signs in anew. The log goes on
 * with a revision of its own above all that were ever given, so that no browser takes an answer kept from before for a present one.
 * Throws one sentence, and then nothing was changed; so too while a server or a command uses the register.
 */
export function restoreBackup(backup: string, database: string, folder = backupFolder(database)): Restored {
  if (!existsSync(backup)) throw new Error(`There is no backup ${backup}.`)
  if (existsSync(`${backup}-wal`) && statSync(`${backup}-wal`).size > 0)
    throw new Error(`${backup} is a register in use, not a backup.`)
  if (existsSync(database) && statSync(backup).ino === statSync(database).ino)
    throw new Error(`${backup} is the register itself.`)
  mkdirSync(dirname(database), { recursive: true })
  const coming = `${database}.restoring-${process.pid}`
  try {
    copyFileSync(backup, coming)
    const note = checkBackup(coming, backup)
    const there = holdRegister(database)
    try {
      const aside = there && putBeside(database, folder)
      const revision = finish(coming, note, there ? there.revision : note.revision + GIVEN_SINCE)
      syncFile(coming)
      bringProofs(proofsIn(coming), { from: filesFolder(backup), to: filesFolder(database) })
      there?.release()
      // What was never brought into the old database belongs to it, and must not be taken for the new one's.
      for (const suffix of ['-wal', '-shm'])
        if (existsSync(database + suffix))
          if (aside) renameSync(database + suffix, aside + suffix)
          else rmSync(database + suffix)
      renameSync(coming, database)
      syncFolder(dirname(database))
      if (aside) noteAside(aside)
      return { note, aside, revision }
    } finally {
      there?.release()
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${coming}${suffix}`, { force: true })
  }
}

function onDatabase<T>(path: string, work: (sqlite: BetterSqlite.Database) => T): T {
  const sqlite = new BetterSqlite(path, { fileMustExist: true })
  try {
    return work(sqlite)
  } finally {
    sqlite.close()
  }
}

const proofsIn = (path: string) => onDatabase(path, namedProofs)

/** @returns what the backup says of itself, which was found to be so */
function checkBackup(copy: string, backup: string): BackupNote {
  return onDatabase(copy, (sqlite) => {
    const note = readNoteOf(sqlite, backup)
    checkDatabase(sqlite)
    if (registerHash(sqlite) !== note.hash)
      throw new Error(`${backup} does not hold what it held when it was made: its hash is another.`)
    const folder = filesFolder(backup)
    const known = new Set(note.missingFiles)
    const gone = namedProofs(sqlite).filter((file) => !known.has(file) && !isWhole(folder, file))
    if (gone.length > 0)
      throw new Error(
        `${folder} lacks ${gone.length} of the files that prove partnerships, or they are damaged (the first is ${gone[0]}).`,
      )
    return note
  })
}

function readNoteOf(sqlite: BetterSqlite.Database, backup: string): BackupNote {
  let note: BackupNote | undefined
  try {
    note = readNote(sqlite)
  } catch {
    note = undefined
  }
  if (!note) throw new Error(`${backup} is no backup that "jejaring backup" made.`)
  return note
}

interface Held {
  /** the highest revision given; that of a damaged register is not known */
  revision: number
  release: () => void
}

/** Nobody else has it open, and nobody can until it is released; null where there is none. */
function holdRegister(database: string): Held | null {
  if (!existsSync(database)) return null
  const sqlite = new BetterSqlite(database)
  const release = () => {
    if (sqlite.open) sqlite.close()
  }
  try {
    sqlite.pragma('busy_timeout = 500')
    // Leaving the write-ahead log asks for the file alone: refused as long as anybody else has it open.
    sqlite.pragma('journal_mode = DELETE')
    sqlite.exec('BEGIN EXCLUSIVE')
    const revision = sqlite.prepare('SELECT max(revision) FROM changeset').pluck().get() as number | null
    return { revision: revision ?? 0, release }
  } catch (error) {
    const code = String((error as { code?: unknown }).code)
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      release()
      throw new Error(
        `${database} is in use by a running server or another command. Stop it first; nothing was changed.`,
      )
    }
    // Too damaged to be asked: that is what backups are for.
    return { revision: GIVEN_SINCE * GIVEN_SINCE, release }
  }
}

/** Gives the register that is in place a second name among the backups, with its proofs. */
function putBeside(database: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  const aside = join(folder, backupFileName('restore'))
  linkOrCopy(database, aside)
  const proofs = filesFolder(database)
  if (existsSync(proofs))
    for (const entry of readdirSync(proofs, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && !entry.name.endsWith('.part')) {
        const from = join(entry.parentPath ?? entry.path, entry.name)
        const to = join(filesFolder(aside), entry.name.slice(0, 2), entry.name)
        mkdirSync(dirname(to), { recursive: true })
        linkOrCopy(from, to)
      }
  return aside
}

function linkOrCopy(from: string, to: string) {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

/** Makes a register of the checked copy: nobody is signed in, and the log says where it comes from. */
function finish(copy: string, note: BackupNote, given: number): number {
  return onDatabase(copy, (sqlite) => {
    const revision = Math.max(note.revision, given) + 1
    sqlite.transaction(() => {
      for (const table of NOT_KEPT) if (table !== 'backup_note') emptied(sqlite, table)
      dropNote(sqlite)
      sqlite
        .prepare('INSERT INTO changeset (revision, author, at, action, reason) VALUES (?, ?, ?, ?, ?)')
        .run(revision, 'lokal', new Date().toISOString(), 'restore', note.madeAt)
    })()
    return revision
  })
}

function emptied(sqlite: BetterSqlite.Database, table: string) {
  const there = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table)
  if (there) sqlite.exec(`DELETE FROM ${table}`)
}

/** Makes a backup of what was put aside, where it is not damaged: so a restore can be taken back by another. */
function noteAside(aside: string) {
  try {
    onDatabase(aside, (sqlite) =>
      writeNote(
        sqlite,
        describeRegister(sqlite, 'restore', (files) =>
          files.filter((file) => !isWhole(filesFolder(aside), file)),
        ),
      ),
    )
  } catch {
    // A damaged one stays as it was found.
  }
}
