import type { EvidenceRecord } from '#shared/contract/evidence.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { Db, EvidenceTable } from '../db/schema.ts'

const COLUMNS = [
  'id',
  'partnership_id',
  'file',
  'media_type',
  'bytes',
  'name',
  'added_on',
  'revision',
] as const

/** Which files prove which partnership: one row each. The files themselves lie in a folder, see `evidence-files.ts`. */
export const evidenceStore: EntityStore<EvidenceRecord> = {
  entity: 'evidence',

  async read(db, ids) {
    const read = new Map<string, Stored<EvidenceRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) {
      let rows = db.selectFrom('evidence').selectAll().orderBy('id')
      if (part) rows = rows.where('id', 'in', part)
      for (const row of await rows.execute())
        read.set(row.id, { record: decode(row), revision: row.revision })
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'evidence',
      COLUMNS,
      records.map((r) => [r.id, r.partnershipId, r.file, r.mediaType, r.bytes, r.name, r.addedOn, revision]),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('evidence').where('id', 'in', part).execute()
  },

  references: ({ partnershipId }) => [{ entity: 'partnership', id: partnershipId }],

  async referrers(db, entity, ids) {
    if (entity !== 'partnership') return []
    const found: { entity: string; id: string }[] = []
    for (const part of chunksOf(ids))
      for (const row of await db
        .selectFrom('evidence')
        .select('id')
        .where('partnership_id', 'in', part)
        .execute())
        found.push({ entity: 'evidence', id: row.id })
    return found
  },

  repoint: (record, from, to) => (record.partnershipId === from ? { ...record, partnershipId: to } : record),
}

/** The files of one partnership, in the order in which they came. */
export async function listEvidence(db: Db, partnershipId: string): Promise<EvidenceRecord[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('partnership_id', '=', partnershipId)
    .orderBy('revision')
    .orderBy('id')
    .execute()
  return rows.map(decode)
}

/** Key order is that of the contract, so that two encodings of one record are one text. */
const decode = (row: EvidenceTable): EvidenceRecord => ({
  id: row.id,
  partnershipId: row.partnership_id,
  file: row.file,
  mediaType: row.media_type as EvidenceRecord['mediaType'],
  bytes: row.bytes,
  name: row.name,
  addedOn: row.added_on,
})
