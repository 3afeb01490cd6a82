import type { Problem } from '#shared/contract/errors.ts'
import { AppError, notFound } from '../errors.ts'
import { type ChangesetTx, type Committed, commitChangeset } from './changeset.ts'
import { type RecordChange, readChanges } from './changeset-log.ts'
import type { EntityKey, EntityStore } from './entity-store.ts'
import type { Db } from './schema.ts'

type Blocking = NonNullable<Problem['blocking']>
type Store = EntityStore<{ id: string }>

export interface Undo {
  revision: number
  author: string
  reason?: string | null | undefined
}

/**
 * Appends the inverse of a changeset: each touched record is as it was before. All or nothing. Refused (409 `stale`,
 * with the records in the way) where later changesets touched those records, or hang on what would go.
 */
export async function undoChangeset(
  db: Db,
  stores: readonly Store[],
  { revision, author, reason }: Undo,
): Promise<Committed<null>> {
  return commitChangeset(db, { author, action: 'undo', reason, undoes: revision }, async (tx) => {
    const changes = await undoable(tx.db, revision)
    refuse(await laterTouches(tx.db, revision))
    await restore(tx, stores, changes)
    refuse(await hangingOn(tx.db, stores, changes))
    return null
  })
}

async function undoable(db: Db, revision: number): Promise<RecordChange[]> {
  const changeset = await db
    .selectFrom('changeset')
    .select('action')
    .where('revision', '=', revision)
    .executeTakeFirst()
  const changes = changeset ? await readChanges(db, revision) : []
  if (changes.length === 0) throw notFound('changeset', String(revision))
  return changes
}

function refuse(blocking: Blocking) {
  if (blocking.length > 0)
    throw new AppError('stale', {
      status: 409,
      detail: 'Later changes touched the same records; take those back first.',
      blocking,
    })
}

interface Touch extends EntityKey {
  revision: number
  undoes: number | null
}

async function laterTouches(db: Db, revision: number): Promise<Blocking> {
  const touches: Touch[] = await db
    .selectFrom('change as later')
    .innerJoin('change as mine', (join) =>
      join.onRef('mine.entity', '=', 'later.entity').onRef('mine.entity_id', '=', 'later.entity_id'),
    )
    .innerJoin('changeset', 'changeset.revision', 'later.revision')
    .select(['later.revision', 'later.entity', 'later.entity_id as id', 'changeset.undoes'])
    .where('mine.revision', '=', revision)
    .where('later.revision', '>', revision)
    .orderBy('later.revision')
    .orderBy('later.entity')
    .orderBy('later.entity_id')
    .execute()
  return standing(touches)
    .slice(0, SHOWN_BLOCKING)
    .map(({ revision, entity, id }) => ({ revision, entity, id }))
}

/** So many records in the way are named; whoever is stopped by more begins with these. */
const SHOWN_BLOCKING = 100

/** Without the changes that were taken back and what took them back: together they left the records as they were. */
function standing(touches: readonly Touch[]): Touch[] {
  const there = new Set(touches.map((touch) => touch.revision))
  const cancelled = new Set<number>()
  // Latest first: an undo that was itself undone cancels nothing.
  for (const { revision, undoes } of [...touches].reverse())
    if (undoes !== null && there.has(undoes) && !cancelled.has(revision)) cancelled.add(revision).add(undoes)
  return touches.filter((touch) => !cancelled.has(touch.revision))
}

async function restore(tx: ChangesetTx, stores: readonly Store[], changes: readonly RecordChange[]) {
  for (const store of stores) {
    const mine = changes.filter((c) => c.entity === store.entity)
    const [made, had] = [mine.filter((c) => c.before === null), mine.filter((c) => c.before !== null)]
    await tx.removeAll(
      store,
      made.map((c) => c.id),
    )
    await tx.putAll(
      store,
      had.map((c) => c.before as { id: string }),
    )
  }
}

/** Records that would be left naming one that is gone: theirs if it was taken away, or one brought back. */
async function hangingOn(
  db: Db,
  stores: readonly Store[],
  changes: readonly RecordChange[],
): Promise<Blocking> {
  const hanging: EntityKey[] = []
  for (const store of stores) {
    const gone = changes.filter((c) => c.entity === store.entity && c.before === null).map((c) => c.id)
    if (gone.length > 0)
      for (const other of stores) hanging.push(...(await other.referrers(db, store.entity, gone)))
    const back = changes.filter((c) => c.entity === store.entity && c.before !== null)
    const named = back.flatMap((c) => store.references(c.before as { id: string }))
    hanging.push(...(await missing(db, stores, named)))
  }
  return lastTouches(db, hanging)
}

async function missing(db: Db, stores: readonly Store[], named: readonly EntityKey[]): Promise<EntityKey[]> {
  const absent: EntityKey[] = []
  for (const store of stores) {
    const ids = [...new Set(named.filter((key) => key.entity === store.entity).map((key) => key.id))]
    const there = ids.length > 0 ? await store.read(db, ids) : new Map()
    absent.push(...ids.filter((id) => !there.has(id)).map((id) => ({ entity: store.entity, id })))
  }
  return absent
}

/** The change to take back for each of them: the last that stands, else the last of all. */
async function lastTouches(db: Db, keys: readonly EntityKey[]): Promise<Blocking> {
  const blocking: Blocking = []
  for (const { entity, id } of keys.slice(0, SHOWN_BLOCKING)) {
    const rows = await db
      .selectFrom('change')
      .innerJoin('changeset', 'changeset.revision', 'change.revision')
      .select(['change.revision', 'changeset.undoes'])
      .where('entity', '=', entity)
      .where('entity_id', '=', id)
      .orderBy('change.revision')
      .execute()
    const touches = rows.map((row) => ({ ...row, entity, id }))
    const last = standing(touches).at(-1) ?? touches.at(-1)
    blocking.push({ revision: last?.revision ?? 0, entity, id })
  }
  return blocking
}
