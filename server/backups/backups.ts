import { join } from 'node:path'
import {
  backupFileName,
  type KeptBackup,
  listBackups,
  removeLeftovers,
  removeOldBackups,
} from '../db/backup/backup-folder.ts'
import type { BackupReason } from '../db/backup/backup-note.ts'
import { backUpAside } from './back-up-aside.ts'

export interface BackupOptions {
  /** path of the register's database */
  database: string
  folder: string
  /** 0: only when somebody asks */
  everyHours: number
  /** how many of each reason */
  keep: number
}

export interface Backups {
  folder: string
  everyHours: number
  keep: number
  /** the newest first */
  list(): KeptBackup[]
  /** the last attempt, where it failed and none has succeeded since */
  failure(): { at: string; message: string } | null
  /** Makes one; a second call while one is being made waits for the same. */
  make(reason: Extract<BackupReason, 'asked' | 'scheduled'>): Promise<KeptBackup>
  /** Whether the clock asks for one now. */
  isDue(now?: number): boolean
  stop(): Promise<void>
}

const HOUR_MS = 60 * 60_000
/** Not at once: a server that starts has other things to do, and one that is only tried makes none. */
const FIRST_LOOK_MS = 5 * 60_000
const LOOK_EVERY_MS = 15 * 60_000

/** Makes backups by the clock and when asked, keeps the newest, and remembers what went wrong until the next succeeds. */
export function startBackups({ database, folder, everyHours, keep }: BackupOptions): Backups {
  let failure: { at: string; message: string } | null = null
  let underWay: Promise<KeptBackup> | null = null

  const failed = (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error)
    failure = { at: new Date().toISOString(), message }
    console.error('No backup could be made:', message)
  }
  const list = () => listBackups(folder)
  const makeNow = async (reason: BackupReason): Promise<KeptBackup> => {
    try {
      removeLeftovers(folder)
      const file = backupFileName(reason)
      const earlier = list()[0]
      await backUpAside({
        database,
        target: join(folder, file),
        reason,
        earlier: earlier && join(folder, earlier.file),
      })
      const made = list().find((one) => one.file === file)
      if (!made) throw new Error(`The backup ${file} cannot be read.`)
      removeOldBackups(folder, keep)
      failure = null
      return made
    } catch (error) {
      failed(error)
      throw error
    }
  }
  const make: Backups['make'] = (reason) => {
    underWay ??= makeNow(reason).finally(() => {
      underWay = null
    })
    return underWay
  }
  const isDue = (now = Date.now()) => {
    if (everyHours === 0) return false
    const last = list().find(({ reason }) => reason === 'scheduled' || reason === 'asked')
    return last === undefined || now - Date.parse(last.madeAt) >= everyHours * HOUR_MS
  }
  const look = () => {
    try {
      // told and remembered where it is made
      if (isDue()) make('scheduled').catch(() => undefined)
    } catch (error) {
      failed(error)
    }
  }
  const first = setTimeout(look, FIRST_LOOK_MS)
  const timer = setInterval(look, LOOK_EVERY_MS)
  first.unref()
  timer.unref()
  return {
    folder,
    everyHours,
    keep,
    list,
    failure: () => failure,
    make,
    isDue,
    async stop() {
      clearTimeout(first)
      clearInterval(timer)
      await underWay?.catch(() => undefined)
    },
  }
}
