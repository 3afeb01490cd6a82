import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type BetterSqlite from 'better-sqlite3'

/** Where a proof lies in a folder of them: named by what is in it. */
const placeOf = (folder: string, file: string) => join(folder, file.slice(0, 2), file)

/** The proofs that any revision of the log names, also those taken away: an undo brings them back. */
export function namedProofs(sqlite: BetterSqlite.Database): string[] {
  const table = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'evidence'")
  if (!table.get()) return []
  const rows = sqlite
    .prepare(
      `SELECT json_extract(before, '$.file') FROM change WHERE entity = 'evidence'
       UNION SELECT json_extract(after, '$.file') FROM change WHERE entity = 'evidence'
       UNION SELECT file FROM evidence`,
    )
    .pluck()
    .all()
  return rows.filter((file): file is string => typeof file === 'string').sort()
}

/** Whether the proof lies there whole: what is in it makes its name. */
export function isWhole(folder: string, file: string): boolean {
  const path = placeOf(folder, file)
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === file
}

/**
 * Brings proofs from one folder to another, those there already left alone, and answers which are nowhere whole. Where `earlier`
 * has one it is linked: a proof never changes, and so many backups do not take so many times its room.
 */
export function bringProofs(
  files: readonly string[],
  { from, to, earlier }: { from: string; to: string; earlier?: string | undefined },
): string[] {
  const missing: string[] = []
  for (const file of files) {
    if (isWhole(to, file)) continue
    if (earlier && isWhole(earlier, file) && linked(placeOf(earlier, file), placeOf(to, file))) continue
    if (isWhole(from, file)) copied(placeOf(from, file), placeOf(to, file))
    else missing.push(file)
  }
  return missing
}

function linked(from: string, to: string): boolean {
  mkdirSync(dirname(to), { recursive: true })
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
    return true
  } catch {
    // another disk, or a file system without links
    return false
  }
}

function copied(from: string, to: string) {
  mkdirSync(dirname(to), { recursive: true })
  const part = `${to}.part`
  copyFileSync(from, part)
  syncFile(part)
  renameSync(part, to)
  syncFolder(dirname(to))
}

/** Waits until the file is on the disk. */
export function syncFile(path: string) {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until the names in a folder are on the disk, where the system can. */
export function syncFolder(path: string) {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch {
    // Windows opens no folders
    return
  }
  try {
    fsyncSync(handle)
  } catch {
    // a file system that does not sync folders
  } finally {
    closeSync(handle)
  }
}
