import { isDeepStrictEqual } from 'node:util'
import { AppError, notFound } from '../errors.ts'
import { type RecordChange, recordAt } from './changeset-log.ts'
import { noticeForeignCommits, publishCommit } from './commit-feed.ts'
import type { EntityStore, Stored } from './entity-store.ts'
import { insertRows } from './insert-rows.ts'
import type { Db, Schema } from './schema.ts'
import { untilWritable } from './write-gate.ts'

export interface ChangesetHead {
  author: string
  /** What the person did, as a code: `log-partnership`, `undo`, `import`, … */
  action: string
  reason?: string | null | undefined
  undoes?: number
  /** Something of what it takes back still stands after it. */
  partial?: boolean
  /** Record time; the real clock unless a log is being copied. */
  at?: string
}

export interface Committed<T> {
  /** The revision of this changeset; the present one where nothing changed. */
  revision: number
  result: T
  changes: RecordChange[]
}

/** What a writer sees: reads include what the changeset has written so far. */
export interface ChangesetTx {
  /** For reading by query; facts are written through the methods below alone. */
  readonly db: Db
  readonly revision: number
  find<R extends { id: string }>(store: EntityStore<R>, id: string): Promise<Stored<R> | undefined>
  /** As `find`, or throws `not-found`. */
  get<R extends { id: string }>(store: EntityStore<R>, id: string): Promise<Stored<R>>
  findMany<R extends { id: string }>(
    store: EntityStore<R>,
    ids: readonly string[],
  ): Promise<Map<string, Stored<R>>>
  /** As `get`, or throws `stale` with both versions when it is no longer at the expected revision. */
  expect<R extends { id: string }>(store: EntityStore<R>, id: string, revision: number): Promise<Stored<R>>
  /** Writes a record, new or not. Writing what is there already is no change. */
  put<R extends { id: string }>(store: EntityStore<R>, record: R): Promise<void>
  putAll<R extends { id: string }>(store: EntityStore<R>, records: readonly R[]): Promise<void>
  /** Writes records that are known to be new: the bulk path, without a look at what was. */
  add<R extends { id: string }>(store: EntityStore<R>, records: readonly R[]): Promise<void>
  removeAll<R extends { id: string }>(store: EntityStore<R>, ids: readonly string[]): Promise<void>
  /** Empties the register with its log and reference data; the revisions go on counting. Comes before other writes. */
  clear(): Promise<void>
}

/**
 * Every write of a fact: one transaction, one author, one reason, the next revision, and each touched record before
 * and after. All or nothing; where nothing changed no revision is used. Listeners hear of it only after the commit.
 */
export async function commitChangeset<T>(
  db: Db,
  head: ChangesetHead,
  write: (tx: ChangesetTx) => Promise<T>,
): Promise<Committed<T>> {
  await untilWritable(db)
  const { cleared, ...committed } = await db.transaction().execute(async (trx) => {
    const revision = await nextRevision(trx, head)
    const work: Work = { trx, revision, touched: new Map(), cleared: false }
    const result = await write(changesetTx(work))
    const changes = [...work.touched.values()].filter((c) => !isDeepStrictEqual(c.before, c.after))
    if (changes.length === 0 && !work.cleared) {
      await trx.deleteFrom('changeset').where('revision', '=', revision).execute()
      return { revision: revision - 1, result, changes, cleared: false }
    }
    await insertRows(
      trx,
      'change',
      ['revision', 'entity', 'entity_id', 'before', 'after'],
      changes.map((c) => [revision, c.entity, c.id, encode(c.before), encode(c.after)]),
    )
    return { revision, result, changes, cleared: work.cleared }
  })
  const { revision, changes } = committed
  if (changes.length > 0 || cleared) await publishCommit(db, { revision, changes, reset: cleared })
  // What was found unchanged may be by another process: whoever answers from memory must know it too.
  else await noticeForeignCommits(db)
  return committed
}

const encode = (record: unknown) => (record === null ? null : JSON.stringify(record))

/** The first statement writes, so that of two processes one waits here and none reads what the other replaces. */
async function nextRevision(trx: Db, head: ChangesetHead): Promise<number> {
  const { author, action, reason, undoes, partial = false, at } = head
  const row = await trx
    .insertInto('changeset')
    .columns(['revision', 'author', 'at', 'action', 'reason', 'undoes', 'partial'])
    .expression((eb) =>
      eb
        .selectFrom('changeset')
        .select((s) => [
          s(s.fn.coalesce(s.fn.max('revision'), s.lit(0)), '+', 1).as('revision'),
          s.val(author).as('author'),
          s.val(at ?? new Date().toISOString()).as('at'),
          s.val(action).as('action'),
          s.val(reason || null).as('reason'),
          s.val(undoes ?? null).as('undoes'),
          s.val(partial ? (1 as const) : (0 as const)).as('partial'),
        ]),
    )
    .returning('revision')
    .executeTakeFirstOrThrow()
  return row.revision
}

interface Work {
  trx: Db
  revision: number
  touched: Map<string, RecordChange>
  cleared: boolean
}

function changesetTx(work: Work): ChangesetTx {
  const { trx, revision } = work
  const findMany: ChangesetTx['findMany'] = (store, ids) => store.read(trx, ids)
  const find: ChangesetTx['find'] = async (store, id) => (await store.read(trx, [id])).get(id)
  const get: ChangesetTx['get'] = async (store, id) => {
    const stored = await find(store, id)
    if (!stored) throw notFound(store.entity, id)
    return stored
  }
  return {
    db: trx,
    revision,
    find,
    get,
    findMany,
    async expect(store, id, expected) {
      const stored = await get(store, id)
      if (stored.revision !== expected)
        throw stale(store.entity, stored, {
          revision: expected,
          record: await recordAt(trx, store.entity, id, expected),
        })
      return stored
    },
    put: (store, record) => putRecords(work, store, [record]),
    putAll: (store, records) => putRecords(work, store, records),
    async add(store, records) {
      await store.insert(trx, revision, records)
      for (const record of records) touch(work, store.entity, record.id, null, record)
    },
    async removeAll(store, ids) {
      const before = await store.read(trx, ids)
      await store.remove(trx, [...before.keys()])
      for (const [id, { record }] of before) touch(work, store.entity, id, record, null)
    },
    async clear() {
      for (const table of CLEARED) await trx.deleteFrom(table).execute()
      await trx.deleteFrom('changeset').where('revision', '<', revision).execute()
      work.cleared = true
    },
  }
}

const stale = (entity: string, current: Stored<unknown>, based: { revision: number; record?: unknown }) =>
  new AppError('stale', {
    detail: `The ${entity} was changed since: you have revision ${based.revision}, it is at ${current.revision}.`,
    current,
    based,
  })

async function putRecords<R extends { id: string }>(
  work: Work,
  store: EntityStore<R>,
  records: readonly R[],
) {
  const { trx, revision } = work
  const before = await store.read(
    trx,
    records.map((r) => r.id),
  )
  const changed = records.filter((r) => !isDeepStrictEqual(before.get(r.id)?.record, r))
  await store.remove(
    trx,
    changed.map((r) => r.id).filter((id) => before.has(id)),
  )
  await store.insert(trx, revision, changed)
  for (const record of changed)
    touch(work, store.entity, record.id, before.get(record.id)?.record ?? null, record)
}

/** A record touched twice has the first before and the last after. */
function touch({ touched }: Work, entity: string, id: string, before: unknown, after: unknown) {
  const key = `${entity} ${id}`
  const earlier = touched.get(key)
  if (earlier) earlier.after = after
  else touched.set(key, { entity, id, before, after })
}

/** Children before parents. */
const CLEARED: readonly (keyof Schema)[] = [
  'position',
  'kept_answer',
  'not_duplicate',
  'task',
  'evidence',
  'merger',
  'affiliation',
  'event',
  'partnership',
  'actor',
  'definition',
  'sector',
  'partition',
  'kind',
  'role',
  'region',
  'setting',
]
