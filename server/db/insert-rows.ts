import { CompiledQuery } from 'kysely'
import type { Db, Schema } from './schema.ts'

/** SQLite stops at 32,766 bound values per statement. */
const MAX_PARAMETERS = 30_000
const MAX_ROWS = 400

/**
 * Inserts many rows of one table in statements of many rows each. The text is built here rather than by the query
 * builder, whose tree of one object per value is what a bulk import would spend its time on.
 */
export async function insertRows<T extends keyof Schema>(
  db: Db,
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / columns.length))
  const head = `insert into "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) values `
  const row = `(${columns.map(() => '?').join(', ')})`
  let full: string | undefined
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size)
    full ??= head + Array(size).fill(row).join(', ')
    const text = chunk.length === size ? full : head + Array(chunk.length).fill(row).join(', ')
    await db.executeQuery(CompiledQuery.raw(text, chunk.flat()))
  }
}

/** Splits a list of ids so that each part fits into one `in (…)`. */
export function* chunksOf<T>(items: readonly T[], size = 5_000): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
