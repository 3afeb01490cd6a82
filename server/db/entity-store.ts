import type { Db } from './schema.ts'

export interface EntityKey {
  entity: string
  id: string
}

/** A record and the revision of its last change (its `If-Match`). */
export interface Stored<R> {
  record: R
  revision: number
}

/** Of their last changes the last; 0 of none. Any number of records: they are not spread over the stack. */
export const lastRevision = (stored: Iterable<Stored<unknown>>): number => {
  let last = 0
  for (const { revision } of stored) last = Math.max(last, revision)
  return last
}

/**
 * How the records of one entity type are kept in tables. Each domain has one; the changeset spine does with it
 * what every write needs: before and after, the revision of the record, undo, bulk.
 */
export interface EntityStore<R extends { id: string }> {
  readonly entity: string
  /** The records with these ids; of all when `ids` is absent, in order of id. */
  read(db: Db, ids?: readonly string[]): Promise<Map<string, Stored<R>>>
  /** Inserts records known to be new. */
  insert(db: Db, revision: number, records: readonly R[]): Promise<void>
  /** Takes records out of the tables (the log keeps them). */
  remove(db: Db, ids: readonly string[]): Promise<void>
  /** The records that this one names and cannot be without. */
  references(record: R): EntityKey[]
  /** The records of this store that name one of those. */
  referrers(db: Db, entity: string, ids: readonly string[]): Promise<EntityKey[]>
  /** The record naming another actor wherever it names this one. */
  repoint(record: R, from: string, to: string): R
}
