import type { AffiliationRecord } from '#shared/contract/events.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { AffiliationTable, Db } from '../db/schema.ts'

const COLUMNS = [
  'id',
  'actor_id',
  'target_type',
  'target_id',
  'role',
  'valid_from',
  'valid_to',
  'invited',
  'registered',
  'attended',
  'revision',
] as const

const flag = (value: boolean) => (value ? 1 : 0)

/** Who was where, and who belongs to which forum: one row each. */
export const affiliationStore: EntityStore<AffiliationRecord> = {
  entity: 'affiliation',

  async read(db, ids) {
    const read = new Map<string, Stored<AffiliationRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) {
      let rows = db.selectFrom('affiliation').selectAll().orderBy('id')
      if (part) rows = rows.where('id', 'in', part)
      for (const row of await rows.execute())
        read.set(row.id, { record: decode(row), revision: row.revision })
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'affiliation',
      COLUMNS,
      records.map((r) => [
        r.id,
        r.actorId,
        r.target.type,
        r.target.id,
        r.role,
        r.from,
        r.to,
        flag(r.invited),
        flag(r.registered),
        flag(r.attended),
        revision,
      ]),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('affiliation').where('id', 'in', part).execute()
  },

  references: ({ actorId, target }) => [
    { entity: 'actor', id: actorId },
    { entity: entityOfTarget(target.type), id: target.id },
  ],

  async referrers(db, entity, ids) {
    const found = new Set<string>()
    for (const part of chunksOf(ids)) for (const id of await naming(db, entity, part)) found.add(id)
    return [...found].map((id) => ({ entity: 'affiliation', id }))
  },

  repoint: (record, from, to) => ({
    ...record,
    actorId: record.actorId === from ? to : record.actorId,
    target:
      record.target.type === 'forum' && record.target.id === from ? { type: 'forum', id: to } : record.target,
  }),
}

/** A forum is an actor that others are members of. */
const entityOfTarget = (type: AffiliationRecord['target']['type']) => (type === 'event' ? 'event' : 'actor')

async function naming(db: Db, entity: string, ids: string[]): Promise<string[]> {
  if (entity !== 'actor' && entity !== 'event') return []
  const targetType = entity === 'event' ? 'event' : 'forum'
  const rows = await db
    .selectFrom('affiliation')
    .select('id')
    .where((eb) => {
      const asTarget = eb.and([eb('target_type', '=', targetType), eb('target_id', 'in', ids)])
      return entity === 'actor' ? eb.or([eb('actor_id', 'in', ids), asTarget]) : asTarget
    })
    .execute()
  return rows.map((row) => row.id)
}

/** Key order is that of the contract, so that two encodings of one record are one text. */
const decode = (row: AffiliationTable): AffiliationRecord => ({
  id: row.id,
  actorId: row.actor_id,
  target: { type: row.target_type as AffiliationRecord['target']['type'], id: row.target_id },
  role: row.role as AffiliationRecord['role'],
  from: row.valid_from,
  to: row.valid_to,
  invited: row.invited === 1,
  registered: row.registered === 1,
  attended: row.attended === 1,
})
