import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type {
  Changeset,
  ChangesetDetail,
  ChangesetPage,
  ChangesetQuery,
} from '#shared/contract/changesets.ts'
import { currentRevision, readChanges } from '../db/changeset-log.ts'
import type { Db, Schema } from '../db/schema.ts'
import { invalidInput, issue, notFound } from '../errors.ts'

/** The log, latest first; with `entity` and `id` the history of one record. */
export async function listChangesets(
  db: Db,
  { entity, id, page, pageSize }: z.infer<typeof ChangesetQuery>,
): Promise<ChangesetPage> {
  if (id !== undefined && entity === undefined)
    throw invalidInput(issue('entity', 'missing', 'Say which kind of record the id is of.'))
  let matching = db.selectFrom('changeset')
  if (entity !== undefined)
    matching = matching.where((eb) =>
      eb.exists(
        eb
          .selectFrom('change')
          .select('change.entity_id')
          .whereRef('change.revision', '=', 'changeset.revision')
          .where((touched) =>
            touched.or([
              touched.and([
                touched('change.entity', '=', entity),
                ...(id === undefined ? [] : [touched('change.entity_id', '=', id)]),
              ]),
              ...(entity === 'partnership' && id !== undefined ? [ofItsFiles(touched, id)] : []),
            ]),
          ),
      ),
    )
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .select('changeset.revision')
    .orderBy('changeset.revision', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const revisions = rows.map((row) => row.revision)
  return {
    rows: await readChangesets(db, revisions),
    total: Number(total),
    page,
    pageSize,
    revision: await currentRevision(db),
  }
}

/** The files that prove a partnership are part of its history. */
function ofItsFiles(touched: ExpressionBuilder<Schema, 'changeset' | 'change'>, id: string) {
  const named = `%"partnershipId":${JSON.stringify(id)}%`
  return touched.and([
    touched('change.entity', '=', 'evidence'),
    touched.or([touched('change.before', 'like', named), touched('change.after', 'like', named)]),
  ])
}

/** An import touches a hundred thousand; nobody reads them on one page. `changes` counts them all. */
const SHOWN_RECORDS = 500

export async function getChangeset(db: Db, revision: number): Promise<ChangesetDetail> {
  const [changeset] = await readChangesets(db, [revision])
  if (!changeset) throw notFound('changeset', String(revision))
  const records = await readChanges(db, revision, SHOWN_RECORDS)
  return { ...changeset, records: records as ChangesetDetail['records'] }
}

/** The heads of these changesets, latest first. */
async function readChangesets(db: Db, revisions: readonly number[]): Promise<Changeset[]> {
  if (revisions.length === 0) return []
  const rows = await db
    .selectFrom('changeset')
    .selectAll('changeset')
    .select((eb) => [
      eb
        .selectFrom('change')
        .select((count) => count.fn.countAll<number>().as('changes'))
        .whereRef('change.revision', '=', 'changeset.revision')
        .as('changes'),
      eb
        .selectFrom('changeset as undo')
        .select((latest) => latest.fn.max('undo.revision').as('undone_by'))
        .whereRef('undo.undoes', '=', 'changeset.revision')
        .as('undone_by'),
      eb
        .selectFrom('account')
        .select('account.name')
        .whereRef('account.id', '=', 'changeset.author')
        .as('author_name'),
    ])
    .where('changeset.revision', 'in', [...revisions])
    .orderBy('changeset.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    author: row.author,
    authorName: row.author_name,
    at: row.at,
    action: row.action,
    reason: row.reason,
    undoes: row.undoes,
    undoneBy: row.undone_by,
    changes: Number(row.changes),
  }))
}
