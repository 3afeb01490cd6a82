import type { Db } from '../db/schema.ts'
import { actorStore } from './actor-store.ts'
import { mergerStore } from './merger-store.ts'

/** Where the ids of actors lead that became another one. One that is an actor again leads nowhere, whatever was left of its merge. */
export async function mergedInto(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const mergers = await mergerStore.read(db, ids)
  const again = mergers.size > 0 ? await actorStore.read(db, [...mergers.keys()]) : new Map()
  return new Map(
    [...mergers].flatMap(([id, { record }]): [string, string][] =>
      again.has(id) ? [] : [[id, record.intoId]],
    ),
  )
}
