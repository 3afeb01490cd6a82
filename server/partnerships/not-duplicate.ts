import { sql } from 'kysely'
import type { NotDuplicatePage } from '#shared/contract/evidence.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { Db } from '../db/schema.ts'

type Entity = NotDuplicatePage['rows'][number]['entity']

/** Remembers, with the changeset, that the record is none of these; who said so, and when, says the changeset. */
export async function rememberNotDuplicate(
  { db, revision }: ChangesetTx,
  entity: Entity,
  id: string,
  others: readonly string[],
): Promise<void> {
  for (const other of new Set(others)) {
    if (other === id) continue
    const [first, second] = [id, other].sort()
    await db
      .insertInto('not_duplicate')
      .values({ entity, first_id: first!, second_id: second!, revision })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** What people said are two, the latest first; all about one record where `id` is given. */
export async function listNotDuplicates(
  db: Db,
  { entity, id, page, pageSize }: { entity: Entity; id?: string | undefined; page: number; pageSize: number },
): Promise<NotDuplicatePage> {
  let matching = asTheyAreNow(db, entity)
  if (id !== undefined)
    matching = matching.where((eb) => eb.or([eb('pair.one', '=', id), eb('pair.other', '=', id)]))
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .innerJoin('changeset', 'changeset.revision', 'pair.revision')
    .select(['pair.one as first', 'pair.other as second', 'author', 'at', 'changeset.revision'])
    .orderBy('changeset.revision', 'desc')
    .orderBy('first')
    .orderBy('second')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    rows: rows.map((row) => ({ entity, ...row })),
    total: Number(total),
    page,
    pageSize,
    revision: await currentRevision(db),
  }
}

/**
 * The pairs as records read now: of an actor that was merged, the one that it became, so that what was said follows a merge and its
 * undo; a pair that became one record, or of which one was withdrawn, says nothing until that is taken back. `one` sorts before
 * `other`.
 */
function asTheyAreNow(db: Db, entity: Entity) {
  const read = db
    .selectFrom('not_duplicate')
    .leftJoin('merger as of_first', 'of_first.id', 'first_id')
    .leftJoin('merger as of_second', 'of_second.id', 'second_id')
    .where('entity', '=', entity)
    .select(({ fn }) => [
      fn.coalesce('of_first.into_id', 'first_id').as('first'),
      fn.coalesce('of_second.into_id', 'second_id').as('second'),
      'not_duplicate.revision as revision',
    ])
  const ordered = db
    .selectFrom(read.as('read'))
    .whereRef('first', '<>', 'second')
    .select(({ eb, ref }) => {
      const isFirst = eb('first', '<', ref('second'))
      return [
        eb.case().when(isFirst).then(ref('first')).else(ref('second')).end().as('one'),
        eb.case().when(isFirst).then(ref('second')).else(ref('first')).end().as('other'),
        'revision',
      ]
    })
  return db.selectFrom(
    db
      .selectFrom(ordered.as('ordered'))
      .select(({ fn }) => ['one', 'other', fn.max('revision').as('revision')])
      .where(isThere(entity, 'one'))
      .where(isThere(entity, 'other'))
      .groupBy(['one', 'other'])
      .as('pair'),
  )
}

const isThere = (entity: Entity, side: 'one' | 'other') =>
  sql<boolean>`exists (select 1 from ${sql.table(entity)} where ${sql.ref(`${entity}.id`)} = ${sql.ref(side)})`
