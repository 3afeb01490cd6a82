import type { RecordChange } from './changeset-log.ts'
import type { Db } from './schema.ts'

/** The first and the last changeset of the log, and their times; null while nothing was written. */
export interface LogEnds {
  first: { revision: number; at: string }
  last: { revision: number; at: string }
}

export async function logEnds(db: Db): Promise<LogEnds | null> {
  const end = (direction: 'asc' | 'desc') =>
    db
      .selectFrom('changeset')
      .select(['revision', 'at'])
      .orderBy('revision', direction)
      .limit(1)
      .executeTakeFirst()
  const [first, last] = [await end('asc'), await end('desc')]
  return first && last ? { first, last } : null
}

/** The last revision that was there at a moment (ISO date and time in UTC); null before the first. */
export async function revisionBy(db: Db, moment: string): Promise<number | null> {
  const row = await db
    .selectFrom('changeset')
    .select((eb) => eb.fn.max('revision').as('revision'))
    .where('at', '<=', moment)
    .executeTakeFirst()
  return row?.revision ?? null
}

/**
 * What leads from the present back to a revision: of every record touched after it, its state then, which is what the first of
 * those changesets logged as *before*. Exact for all that goes through changesets; code lists are those of today.
 */
export async function changesBack(db: Db, revision: number): Promise<RecordChange[]> {
  const rows = await db
    .selectFrom('change')
    .innerJoin(
      (eb) =>
        eb
          .selectFrom('change')
          .select((s) => ['entity', 'entity_id', s.fn.min('revision').as('revision')])
          .where('revision', '>', revision)
          .groupBy(['entity', 'entity_id'])
          .as('next'),
      (join) =>
        join
          .onRef('next.entity', '=', 'change.entity')
          .onRef('next.entity_id', '=', 'change.entity_id')
          .onRef('next.revision', '=', 'change.revision'),
    )
    .select(['change.entity', 'change.entity_id', 'change.before'])
    .execute()
  return rows.map((row) => ({
    entity: row.entity,
    id: row.entity_id,
    before: row.before === null ? null : JSON.parse(row.before),
    after: null,
  }))
}
