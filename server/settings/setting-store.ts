import type { EntityStore, Stored } from '../db/entity-store.ts'
import { insertRows } from '../db/insert-rows.ts'

/** A setting of the register: `target`, `city`. */
export interface SettingRecord {
  id: string
  value: unknown
}

/** Settings that say something of the city go through changesets like any other fact. */
export const settingStore: EntityStore<SettingRecord> = {
  entity: 'setting',

  async read(db, ids) {
    let rows = db.selectFrom('setting').selectAll().orderBy('key')
    if (ids) rows = rows.where('key', 'in', ids)
    const read = new Map<string, Stored<SettingRecord>>()
    for (const { key, value, revision } of await rows.execute())
      read.set(key, { record: { id: key, value: JSON.parse(value) }, revision })
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'setting',
      ['key', 'value', 'revision'],
      records.map((r) => [r.id, JSON.stringify(r.value), revision]),
    )
  },

  async remove(db, ids) {
    if (ids.length > 0) await db.deleteFrom('setting').where('key', 'in', ids).execute()
  },

  references: () => [],
  referrers: async () => [],
  repoint: (record) => record,
}
