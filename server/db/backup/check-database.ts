import type BetterSqlite from 'better-sqlite3'

/** Throws one sentence where the file is damaged or a row points at one that is not there. */
export function checkDatabase(sqlite: BetterSqlite.Database): void {
  const [found] = sqlite.pragma('integrity_check(1)') as { integrity_check: string }[]
  if (found?.integrity_check !== 'ok')
    throw new Error(`The database file is damaged: ${found?.integrity_check ?? 'no answer'}.`)
  const astray = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (astray.length > 0)
    throw new Error(
      `${astray.length} rows point at a row that is not there (the first in ${astray[0]!.table}, at ${astray[0]!.parent}).`,
    )
}
