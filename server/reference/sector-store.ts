import type { Sector } from '#shared/contract/reference.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { insertRows } from '../db/insert-rows.ts'
import { sectorOf } from './read-reference.ts'

/** A sector with the partition that it is of: the same id may stand in several. */
export interface SectorRecord extends Sector {
  /** `<partition>:<sector>`. */
  id: string
  sectorId: string
  partitionId: string
}

export const sectorRecordId = (partitionId: string, sectorId: string) => `${partitionId}:${sectorId}`

/** Sectors: they are retired and taken up again, never deleted. */
export const sectorStore: EntityStore<SectorRecord> = {
  entity: 'sector',

  async read(db, ids) {
    const wanted = ids && new Set(ids)
    const read = new Map<string, Stored<SectorRecord>>()
    const rows = await db.selectFrom('sector').selectAll().orderBy('partition_id').orderBy('id').execute()
    for (const row of rows) {
      const id = sectorRecordId(row.partition_id, row.id)
      if (wanted && !wanted.has(id)) continue
      const record = { ...sectorOf(row), id, sectorId: row.id, partitionId: row.partition_id }
      read.set(id, { record, revision: row.revision })
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'sector',
      [
        'partition_id',
        'id',
        'name_id',
        'name_en',
        'short_id',
        'short_en',
        'code',
        'colour_group',
        'shape',
        'position',
        'angle',
        'retired',
        'revision',
      ],
      records.map((s) => [
        s.partitionId,
        s.sectorId,
        s.nameId,
        s.nameEn,
        s.shortId,
        s.shortEn,
        s.code,
        s.group,
        s.shape,
        s.position,
        s.angle,
        s.retired ? 1 : 0,
        revision,
      ]),
    )
  },

  async remove(db, ids) {
    const stored = await sectorStore.read(db, ids)
    for (const { record } of stored.values())
      await db
        .deleteFrom('sector')
        .where('partition_id', '=', record.partitionId)
        .where('id', '=', record.sectorId)
        .execute()
  },

  references: () => [],
  referrers: async () => [],
  repoint: (record) => record,
}
