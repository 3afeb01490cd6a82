import type { EventRecord } from '#shared/contract/events.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { EventTable } from '../db/schema.ts'

const COLUMNS = ['id', 'title', 'type', 'starts_on', 'ends_on', 'host_id', 'region_code', 'revision'] as const

/** Dated events, one row each. */
export const eventStore: EntityStore<EventRecord> = {
  entity: 'event',

  async read(db, ids) {
    const read = new Map<string, Stored<EventRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) {
      let rows = db.selectFrom('event').selectAll().orderBy('id')
      if (part) rows = rows.where('id', 'in', part)
      for (const row of await rows.execute())
        read.set(row.id, { record: decode(row), revision: row.revision })
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'event',
      COLUMNS,
      records.map((r) => [r.id, r.title, r.type, r.startsOn, r.endsOn, r.hostId, r.regionCode, revision]),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('event').where('id', 'in', part).execute()
  },

  references: (record) => (record.hostId === null ? [] : [{ entity: 'actor', id: record.hostId }]),

  async referrers(db, entity, ids) {
    if (entity !== 'actor') return []
    const found: string[] = []
    for (const part of chunksOf(ids))
      for (const row of await db.selectFrom('event').select('id').where('host_id', 'in', part).execute())
        found.push(row.id)
    return found.map((id) => ({ entity: 'event', id }))
  },

  repoint: (record, from, to) => (record.hostId === from ? { ...record, hostId: to } : record),
}

/** Key order is that of the contract, so that two encodings of one record are one text. */
const decode = (row: EventTable): EventRecord => ({
  id: row.id,
  title: row.title,
  type: row.type as EventRecord['type'],
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  hostId: row.host_id,
  regionCode: row.region_code,
})
