import { createHash } from 'node:crypto'
import type BetterSqlite from 'better-sqlite3'

/**
 * What a restored copy does not bring back: who was signed in, links that were under way, and what a backup says of itself.
 * Whoever signed out since the backup must not be signed in again by it.
 */
export const NOT_KEPT = ['session', 'one_time_link', 'verification', 'backup_note'] as const

/**
 * SHA-256 of all that a database holds: every row of every table in the order of its key, the log of changesets among them. Two
 * databases of one hash hold the same register at the same revision, whatever order their pages have.
 */
export function registerHash(sqlite: BetterSqlite.Database): string {
  const hash = createHash('sha256')
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[]
  const leftOut = new Set<string>(NOT_KEPT)
  for (const table of tables) if (!leftOut.has(table)) addTable(hash, sqlite, table)
  return hash.digest('hex')
}

function addTable(hash: ReturnType<typeof createHash>, sqlite: BetterSqlite.Database, table: string) {
  const columns = sqlite.pragma(`table_info(${quoted(table)})`) as { name: string; pk: number }[]
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const order = key.length > 0 ? key.map(({ name }) => quoted(name)).join(', ') : 'rowid'
  // by name, so that columns which a migration added stand where a fresh table has them
  const names = columns.map(({ name }) => name).sort()
  hash.update(`${JSON.stringify([table, ...names])}\n`)
  const rows = sqlite
    .prepare(`SELECT ${names.map(quoted).join(', ')} FROM ${quoted(table)} ORDER BY ${order}`)
    .raw()
  for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`)
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
