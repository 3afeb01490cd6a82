import type { Kind } from '#shared/contract/reference.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { insertRows } from '../db/insert-rows.ts'
import { kindOf } from './read-reference.ts'

const flag = (value: boolean) => (value ? 1 : 0)

/** Kinds of partnership: they are retired and taken up again, never deleted. */
export const kindStore: EntityStore<Kind> = {
  entity: 'kind',

  async read(db, ids) {
    let rows = db.selectFrom('kind').selectAll().orderBy('id')
    if (ids) rows = rows.where('id', 'in', ids)
    const read = new Map<string, Stored<Kind>>()
    for (const row of await rows.execute()) read.set(row.id, { record: kindOf(row), revision: row.revision })
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'kind',
      [
        'id',
        'name_id',
        'name_en',
        'position',
        'directed',
        'forward_id',
        'forward_en',
        'backward_id',
        'backward_en',
        'two_mode',
        'retired',
        'revision',
      ],
      records.map((k) => [
        k.id,
        k.nameId,
        k.nameEn,
        k.position,
        flag(k.directed),
        k.forwardId,
        k.forwardEn,
        k.backwardId,
        k.backwardEn,
        flag(k.twoMode),
        flag(k.retired),
        revision,
      ]),
    )
  },

  async remove(db, ids) {
    if (ids.length > 0) await db.deleteFrom('kind').where('id', 'in', ids).execute()
  },

  references: () => [],
  referrers: async () => [],
  repoint: (record) => record,
}
