import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { databasePath, prepareFolder } from '../db/database.ts'
import { moveIntoPlace } from '../db/move-into-place.ts'
import type { Db } from '../db/schema.ts'

interface Demonstration {
  /** Opens a database that does not exist yet and fills it. */
  openDemonstration: (url: string) => Promise<Db>
}

/**
 * Fills the default database with the demonstration when nobody chose a database and it does not exist yet. It is filled
 * beside its place and moved there whole, so that one cut short leaves nothing.
 */
export async function prepareDatabase(config: Config, say: (line: string) => void): Promise<void> {
  const path = databasePath(config.databaseUrl)
  if (!config.databaseIsDefault || existsSync(path)) return
  prepareFolder(path)
  removeLeftovers(path)
  say('Filling the demonstration network (once) …')
  const filling = `${path}.filling-${process.pid}`
  try {
    const { openDemonstration } = await loadDemonstration()
    const db = await openDemonstration(`file:${filling}`)
    await db.destroy()
    // Another process may have been faster; its database stays.
    moveIntoPlace(filling, path)
  } finally {
    removeWithLogs(filling)
  }
}

/** By name, so that only a process that fills loads it; the template is what a bundler can follow. */
async function loadDemonstration(): Promise<Demonstration> {
  const name = 'demonstration'
  return import(`../../seed/${name}.ts`)
}

/** What a process that no longer runs left behind. */
function removeLeftovers(path: string): void {
  const prefix = `${basename(path)}.filling-`
  for (const file of readdirSync(dirname(path))) {
    const pid = file.startsWith(prefix) ? Number.parseInt(file.slice(prefix.length), 10) : Number.NaN
    if (!Number.isNaN(pid) && !isRunning(pid)) rmSync(join(dirname(path), file), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const removeWithLogs = (path: string) => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true })
}
