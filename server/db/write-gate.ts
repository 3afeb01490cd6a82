import type { Db } from './schema.ts'

const closed = new WeakMap<Db, Promise<void>>()

/** Resolves when no thread of this process holds the database for writing. */
export async function untilWritable(db: Db): Promise<void> {
  for (let gate = closed.get(db); gate; gate = closed.get(db)) await gate
}

/** A transaction of what is no changeset: accounts, positions. */
export async function writeAside<T>(db: Db, write: (trx: Db) => Promise<T>): Promise<T> {
  await untilWritable(db)
  return db.transaction().execute(write)
}

/**
 * Lets whoever writes in this process wait while another thread does: SQLite would let them wait too, and the event loop with them.
 * Returns how to let them go on.
 */
export async function holdWriters(db: Db): Promise<() => void> {
  await untilWritable(db)
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  closed.set(db, gate)
  return () => {
    if (closed.get(db) === gate) closed.delete(db)
    open()
  }
}
