import type { MergerRecord } from '#shared/contract/merging.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { Db } from '../db/schema.ts'

/** Actors that became another one: what is left of each is where its id leads. */
export const mergerStore: EntityStore<MergerRecord> = {
  entity: 'merger',

  async read(db, ids) {
    const read = new Map<string, Stored<MergerRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) {
      let rows = db.selectFrom('merger').selectAll().orderBy('id')
      if (part) rows = rows.where('id', 'in', part)
      for (const { id, into_id, name, revision } of await rows.execute())
        read.set(id, { record: { id, intoId: into_id, name }, revision })
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'merger',
      ['id', 'into_id', 'name', 'revision'],
      records.map((r) => [r.id, r.intoId, r.name, revision]),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('merger').where('id', 'in', part).execute()
  },

  references: (record) => [{ entity: 'actor', id: record.intoId }],

  async referrers(db: Db, entity, ids) {
    if (entity !== 'actor') return []
    const found: string[] = []
    for (const part of chunksOf(ids))
      for (const row of await db.selectFrom('merger').select('id').where('into_id', 'in', part).execute())
        found.push(row.id)
    return found.map((id) => ({ entity: 'merger', id }))
  },

  repoint: (record, from, to) => (record.intoId === from ? { ...record, intoId: to } : record),
}
