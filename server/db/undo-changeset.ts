import { AppError, notFound } from '../errors.ts'
import { type ChangesetTx, type Committed, commitChangeset } from './changeset.ts'
import { type RecordChange, readChanges } from './changeset-log.ts'
import type { EntityKey, EntityStore } from './entity-store.ts'
import type { Db } from './schema.ts'
import { type Blocking, type ChangeState, eachOnce, keyOf, readChangeStates } from './undo-state.ts'

type Store = EntityStore<{ id: string }>

export interface Undo {
  revision: number
  author: string
  reason?: string | null | undefined
  /** Only the changes of these records, and of what goes with them; all that still stand where it is left out. */
  records?: readonly EntityKey[] | undefined
}

/**
 * Appends the inverse of a changeset, or of some of its changes: each of those records is as it was before. All or nothing. Refused
 * (409 `stale`, with the records in the way) where later changesets touched those records, or hang on what would go, and
 * where it was taken back already.
 */
export async function undoChangeset(
  db: Db,
  stores: readonly Store[],
  { revision, author, reason, records: asked }: Undo,
): Promise<Committed<null>> {
  const records = asked && (await withMergers(db, revision, asked))
  // Of a changeset that is over, what is left after this undo can only shrink: read before, it may at worst say "partial" too often.
  const partial = records !== undefined && (await leavesSome(db, stores, revision, records))
  const head = { author, action: 'undo', reason, undoes: revision, partial }
  return commitChangeset(db, head, async (tx) => {
    const states = await readChangeStates(tx.db, stores, revision, records)
    if (states.length === 0) throw notFound('changeset', String(revision))
    const taken = chosen(states, records)
    refuse(taken.flatMap(({ blocking }) => blocking))
    const open = taken.filter(({ state }) => state === 'open')
    if (open.length === 0) refuse(await takenBackBy(tx.db, revision, taken))
    await restore(
      tx,
      stores,
      open.map(({ change }) => change),
    )
    return null
  })
}

/** An actor that was merged into another goes and comes together with what is left of it, which has its id. */
async function withMergers(db: Db, revision: number, records: readonly EntityKey[]): Promise<EntityKey[]> {
  const there = new Set((await readChanges(db, revision)).map(keyOf))
  const keys = records.flatMap((record): EntityKey[] => {
    const pair = MERGED.map((entity) => ({ entity, id: record.id }))
    return MERGED.includes(record.entity) && pair.every((key) => there.has(keyOf(key))) ? pair : [record]
  })
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()]
}

const MERGED: readonly string[] = ['actor', 'merger']

function chosen(states: readonly ChangeState[], records: readonly EntityKey[] | undefined): ChangeState[] {
  if (!records) return [...states]
  const byKey = new Map(states.map((state) => [keyOf(state.change), state]))
  return records.map((record) => {
    const state = byKey.get(keyOf(record))
    if (!state) throw notFound(record.entity, record.id)
    return state
  })
}

async function leavesSome(
  db: Db,
  stores: readonly Store[],
  revision: number,
  records: readonly EntityKey[],
): Promise<boolean> {
  const taken = new Set(records.map(keyOf))
  const states = await readChangeStates(db, stores, revision, records)
  return states.some(({ change, state }) => state !== 'undone' && !taken.has(keyOf(change)))
}

function refuse(found: Blocking) {
  const blocking = eachOnce(found)
  if (blocking.length === 0) return
  throw new AppError('stale', {
    status: 409,
    detail: 'Later changes touched the same records; take those back first.',
    blocking,
  })
}

/** The undo that was there before: what whoever asks for another is told of. */
async function takenBackBy(db: Db, revision: number, states: readonly ChangeState[]): Promise<Blocking> {
  const last = await db
    .selectFrom('changeset')
    .select((eb) => eb.fn.max('revision').as('revision'))
    .where('undoes', '=', revision)
    .executeTakeFirst()
  return states.map(({ change: { entity, id } }) => ({ revision: last?.revision ?? 0, entity, id }))
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
