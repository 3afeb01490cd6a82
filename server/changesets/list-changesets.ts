import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type {
  Changeset,
  ChangesetDetail,
  ChangesetPage,
  ChangesetQuery,
  UndoState,
} from '#shared/contract/changesets.ts'
import { currentRevision, readChanges } from '../db/changeset-log.ts'
import type { EntityStore } from '../db/entity-store.ts'
import type { Db, Schema } from '../db/schema.ts'
import { eachOnce, readChangeStates } from '../db/undo-state.ts'
import { invalidInput, issue, notFound } from '../errors.ts'

/** The log, latest first; with `entity` and `id` the history of one record. */
export async function listChangesets(
  db: Db,
  { entity, id, revision, page, pageSize }: z.infer<typeof ChangesetQuery>,
): Promise<ChangesetPage> {
  if (id !== undefined && entity === undefined)
    throw invalidInput(issue('entity', 'missing', 'Say which kind of record the id is of.'))
  let matching = db.selectFrom('changeset')
  if (revision !== undefined) matching = matching.where('changeset.revision', '=', revision)
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

export async function getChangeset(
  db: Db,
  stores: readonly EntityStore<{ id: string }>[],
  revision: number,
): Promise<ChangesetDetail> {
  const [changeset] = await readChangesets(db, [revision])
  if (!changeset) throw notFound('changeset', String(revision))
  const records = await shownChanges(db, stores, changeset)
  return { ...changeset, records: records as ChangesetDetail['records'] }
}

/** The head of one changeset. */
export async function changesetHead(db: Db, revision: number): Promise<Changeset> {
  const [changeset] = await readChangesets(db, [revision])
  if (!changeset) throw notFound('changeset', String(revision))
  return changeset
}

async function shownChanges(
  db: Db,
  stores: readonly EntityStore<{ id: string }>[],
  { revision, changes }: Changeset,
) {
  if (changes > SHOWN_RECORDS)
    return (await readChanges(db, revision, SHOWN_RECORDS)).map((change) => ({
      ...change,
      state: 'open' as const,
      blocking: [],
    }))
  const states = await readChangeStates(db, stores, revision)
  return states.map(({ change, state, blocking }) => ({ ...change, state, blocking }))
}

/** How each of these changesets can be taken back; of those that touch very many records it is found out on trying. */
export async function readUndoStates(
  db: Db,
  stores: readonly EntityStore<{ id: string }>[],
  revisions: readonly number[],
): Promise<UndoState[]> {
  const found: UndoState[] = []
  for (const { revision, changes } of await readChangesets(db, revisions)) {
    if (changes > SHOWN_RECORDS) {
      found.push({ revision, state: 'large', blocking: [], open: changes, by: [] })
      continue
    }
    const states = await readChangeStates(db, stores, revision)
    const counted = (wanted: string) => states.filter(({ state }) => state === wanted).length
    const [open, undone, blocked] = [counted('open'), counted('undone'), counted('blocked')]
    const state = blocked > 0 ? 'blocked' : open === 0 ? 'undone' : undone > 0 ? 'partly' : 'open'
    const blocking = eachOnce(states.flatMap((one) => one.blocking))
    const by = await readChangesets(db, [...new Set(blocking.map((one) => one.revision))])
    found.push({
      revision,
      state,
      blocking,
      open,
      by: by.map(({ revision, action, author, at }) => ({ revision, action, author, at })),
    })
  }
  return found
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
        .selectFrom('account')
        .select('account.name')
        .whereRef('account.id', '=', 'changeset.author')
        .as('author_name'),
    ])
    .where('changeset.revision', 'in', [...revisions])
    .orderBy('changeset.revision', 'desc')
    .execute()
  const undos = await standingUndos(db, revisions)
  return rows.map((row) => ({
    revision: row.revision,
    author: row.author,
    authorName: row.author_name,
    at: row.at,
    action: row.action,
    reason: row.reason,
    undoes: row.undoes,
    undoneBy: undos.get(row.revision) ?? null,
    partial: row.partial === 1,
    changes: Number(row.changes),
  }))
}

interface UndoHead {
  revision: number
  undoes: number | null
  partial: 0 | 1
}

/** Of each of these changesets the undo that took it back wholly and was not taken back itself. */
async function standingUndos(db: Db, revisions: readonly number[]): Promise<Map<number, number>> {
  const undosOf = new Map<number, UndoHead[]>()
  // undos of undos of … : each round looks for those of the round before
  for (let asked = [...revisions]; asked.length > 0; ) {
    const found: UndoHead[] = await db
      .selectFrom('changeset')
      .select(['revision', 'undoes', 'partial'])
      .where('undoes', 'in', asked)
      .orderBy('revision', 'desc')
      .execute()
    for (const undo of found) undosOf.set(undo.undoes!, [...(undosOf.get(undo.undoes!) ?? []), undo])
    asked = found.map((undo) => undo.revision).filter((revision) => !undosOf.has(revision))
  }
  const standing = (revision: number): number | undefined =>
    undosOf.get(revision)?.find((undo) => undo.partial === 0 && standing(undo.revision) === undefined)
      ?.revision
  return new Map(
    revisions.flatMap((revision) => {
      const by = standing(revision)
      return by === undefined ? [] : [[revision, by] as const]
    }),
  )
}
