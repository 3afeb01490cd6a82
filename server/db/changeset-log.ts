import { setImmediate } from 'node:timers/promises'
import type { Db } from './schema.ts'

/** One touched record: null where it did not exist. */
export interface RecordChange {
  entity: string
  id: string
  before: unknown
  after: unknown
}

const decode = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

/** The touched records of a changeset, as logged; the first so many where a limit is given. */
export async function readChanges(db: Db, revision: number, limit?: number): Promise<RecordChange[]> {
  let query = db
    .selectFrom('change')
    .selectAll()
    .where('revision', '=', revision)
    .orderBy('entity')
    .orderBy('entity_id')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => ({
    entity: row.entity,
    id: row.entity_id,
    before: decode(row.before),
    after: decode(row.after),
  }))
}

const PAGE = 250

/** As `readChanges`, letting other work through between pages: an import of a whole list touches fifty thousand records. */
export async function readChangesUnhurried(db: Db, revision: number): Promise<RecordChange[]> {
  const changes: RecordChange[] = []
  let after = { entity: '', entity_id: '' }
  for (;;) {
    const rows = await db
      .selectFrom('change')
      .selectAll()
      .where('revision', '=', revision)
      .where((eb) => eb(eb.refTuple('entity', 'entity_id'), '>', eb.tuple(after.entity, after.entity_id)))
      .orderBy('entity')
      .orderBy('entity_id')
      .limit(PAGE)
      .execute()
    for (const row of rows)
      changes.push({
        entity: row.entity,
        id: row.entity_id,
        before: decode(row.before),
        after: decode(row.after),
      })
    if (rows.length < PAGE) return changes
    after = rows.at(-1)!
    await setImmediate()
  }
}

/** A record as it was after a revision: what somebody who read it then had before them. Undefined where the log holds none. */
export async function recordAt(db: Db, entity: string, id: string, revision: number): Promise<unknown> {
  const row = await db
    .selectFrom('change')
    .select('after')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .where('revision', '<=', revision)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (decode(row.after) ?? undefined)
}

/** The revision of the last changeset; 0 in an empty register. */
export async function currentRevision(db: Db): Promise<number> {
  const row = await db
    .selectFrom('changeset')
    .select((eb) => eb.fn.max('revision').as('revision'))
    .executeTakeFirst()
  return row?.revision ?? 0
}
