import type { Problem } from '#shared/contract/errors.ts'
import { type RecordChange, readChanges } from './changeset-log.ts'
import type { EntityKey, EntityStore } from './entity-store.ts'
import type { Db } from './schema.ts'

export type Blocking = NonNullable<Problem['blocking']>
type Store = EntityStore<{ id: string }>

/** One change of a changeset: whether it can still be taken back, and if not, what is in the way. */
export interface ChangeState {
  change: RecordChange
  /** `undone`: taken back already. `blocked`: later changes stand on the record, or hang on it. */
  state: 'open' | 'undone' | 'blocked'
  blocking: Blocking
}

/** So many records in the way are named; whoever is stopped by more begins with these. */
const SHOWN_BLOCKING = 100

/**
 * How each change of a changeset stands, in the order of the log; empty for a revision that changed nothing. `taken` are the changes
 * that would be taken back together, all of them where it is left out: what hangs on one of them is in the way unless it goes too.
 */
export async function readChangeStates(
  db: Db,
  stores: readonly Store[],
  revision: number,
  taken?: readonly EntityKey[],
): Promise<ChangeState[]> {
  const changes = await readChanges(db, revision)
  const touches = await touchesFrom(db, revision)
  const states = changes.map((change): ChangeState => {
    const standing = standingTouches(touches.get(keyOf(change)) ?? [])
    if (!standing.some((touch) => touch.revision === revision))
      return { change, state: 'undone', blocking: [] }
    const later = standing.filter((touch) => touch.revision > revision)
    return {
      change,
      state: later.length > 0 ? 'blocked' : 'open',
      blocking: later
        .slice(0, SHOWN_BLOCKING)
        .map((touch) => ({ revision: touch.revision, entity: change.entity, id: change.id })),
    }
  })
  const wanted = taken && new Set(taken.map(keyOf))
  const going = states.filter(
    ({ change, state }) => state === 'open' && (!wanted || wanted.has(keyOf(change))),
  )
  await addHanging(db, stores, going)
  return states
}

/** Records in the way, each once, in the order in which they came to be there; the first hundred. */
export function eachOnce(blocking: Blocking): Blocking {
  const seen = new Map(blocking.map((one) => [`${one.revision} ${keyOf(one)}`, one]))
  const order = (a: Blocking[number], b: Blocking[number]) =>
    a.revision - b.revision || (keyOf(a) < keyOf(b) ? -1 : 1)
  return [...seen.values()].sort(order).slice(0, SHOWN_BLOCKING)
}

export const keyOf = ({ entity, id }: EntityKey) => `${entity} ${id}`

interface Touch {
  revision: number
  undoes: number | null
}

/** Of each record of a changeset, the changes from it on, by record. */
async function touchesFrom(db: Db, revision: number): Promise<Map<string, Touch[]>> {
  const rows = await db
    .selectFrom('change as later')
    .innerJoin('change as mine', (join) =>
      join.onRef('mine.entity', '=', 'later.entity').onRef('mine.entity_id', '=', 'later.entity_id'),
    )
    .innerJoin('changeset', 'changeset.revision', 'later.revision')
    .select(['later.revision', 'later.entity', 'later.entity_id as id', 'changeset.undoes'])
    .where('mine.revision', '=', revision)
    .where('later.revision', '>=', revision)
    .orderBy('later.revision')
    .execute()
  const touches = new Map<string, Touch[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = touches.get(key)
    if (known) known.push(row)
    else touches.set(key, [row])
  }
  return touches
}

/** Without what was taken back and what took it back: together they left the record as it was. */
function standingTouches(touches: readonly Touch[]): Touch[] {
  const there = new Set(touches.map((touch) => touch.revision))
  const cancelled = new Set<number>()
  // Latest first: an undo that was itself undone cancels nothing.
  for (const { revision, undoes } of [...touches].reverse())
    if (undoes !== null && there.has(undoes) && !cancelled.has(revision)) cancelled.add(revision).add(undoes)
  return touches.filter((touch) => !cancelled.has(touch.revision))
}

/** Records that would be left naming one that is gone: theirs if it was taken away, or one brought back. */
async function addHanging(db: Db, stores: readonly Store[], going: readonly ChangeState[]) {
  const byKey = new Map(going.map((state) => [keyOf(state.change), state]))
  const restored = new Set([...byKey].filter(([, { change }]) => change.before !== null).map(([key]) => key))
  const add = async (state: ChangeState, key: EntityKey) => {
    if (state.blocking.length >= SHOWN_BLOCKING) return
    state.state = 'blocked'
    state.blocking.push({ revision: await lastTouch(db, key), ...key })
  }
  for (const store of stores) {
    const mine = going.filter(({ change }) => change.entity === store.entity)
    const made = mine.filter(({ change }) => change.before === null).map(({ change }) => change.id)
    for (const other of stores)
      for (const [named, by] of await staying(db, other, store.entity, made, byKey)) {
        const state = byKey.get(keyOf(named))
        if (state) await add(state, by)
      }
    const back = mine.flatMap((state) =>
      state.change.before === null
        ? []
        : store.references(state.change.before as { id: string }).map((named) => ({ state, named })),
    )
    const absent = await missing(
      db,
      stores,
      back.map(({ named }) => named),
      restored,
    )
    for (const { state, named } of back) if (absent.has(keyOf(named))) await add(state, named)
  }
}

/** Who of a store names one that would go, and does not go itself: what is named, and by whom. */
async function staying(
  db: Db,
  store: Store,
  entity: string,
  made: readonly string[],
  going: ReadonlyMap<string, ChangeState>,
): Promise<[EntityKey, EntityKey][]> {
  const referrers = made.length > 0 ? await store.referrers(db, entity, made) : []
  const stay = [...new Set(referrers.filter((key) => !going.has(keyOf(key))).map(({ id }) => id))]
  if (stay.length === 0) return []
  return [...(await store.read(db, stay)).values()].flatMap(({ record }) =>
    store
      .references(record)
      .filter((named) => named.entity === entity)
      .map((named): [EntityKey, EntityKey] => [named, { entity: store.entity, id: record.id }]),
  )
}

/** Those of the named that are not there and are not brought back either, by key. */
async function missing(
  db: Db,
  stores: readonly Store[],
  named: readonly EntityKey[],
  restored: ReadonlySet<string>,
): Promise<Set<string>> {
  const absent = new Set<string>()
  for (const store of stores) {
    const { entity } = store
    const wanted = new Set(named.filter((key) => key.entity === entity).map(({ id }) => id))
    const ids = [...wanted].filter((id) => !restored.has(keyOf({ entity, id })))
    const there = ids.length > 0 ? await store.read(db, ids) : new Map()
    for (const id of ids) if (!there.has(id)) absent.add(keyOf({ entity, id }))
  }
  return absent
}

/** The change to take back: the last of the record that stands, else the last of all; 0 where the log has none. */
async function lastTouch(db: Db, { entity, id }: EntityKey): Promise<number> {
  const rows = await db
    .selectFrom('change')
    .innerJoin('changeset', 'changeset.revision', 'change.revision')
    .select(['change.revision', 'changeset.undoes'])
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .orderBy('change.revision')
    .execute()
  return (standingTouches(rows).at(-1) ?? rows.at(-1))?.revision ?? 0
}
