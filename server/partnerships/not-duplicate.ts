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
  let matching = db
    .selectFrom('not_duplicate')
    .innerJoin('changeset', 'changeset.revision', 'not_duplicate.revision')
    .where('entity', '=', entity)
  if (id !== undefined)
    matching = matching.where((eb) => eb.or([eb('first_id', '=', id), eb('second_id', '=', id)]))
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .select(['first_id as first', 'second_id as second', 'author', 'at', 'changeset.revision'])
    .orderBy('changeset.revision', 'desc')
    .orderBy('first_id')
    .orderBy('second_id')
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
