import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { Db, PartnershipTable } from '../db/schema.ts'
import { repointPartnership } from './repoint-partnership.ts'

/** Partnerships: one row each, and one row per party, arc, dated status and confirmation. */
export const partnershipStore: EntityStore<PartnershipRecord> = {
  entity: 'partnership',

  async read(db, ids) {
    const read = new Map<string, Stored<PartnershipRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) await readPart(db, part, read)
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'partnership',
      COLUMNS,
      records.map((r) => encode(r, revision)),
    )
    await insertRows(
      db,
      'partnership_party',
      ['partnership_id', 'position', 'actor_id'],
      records.flatMap((r) => r.parties.map((actorId, i) => [r.id, i, actorId])),
    )
    await insertRows(
      db,
      'partnership_arc',
      ['partnership_id', 'position', 'from_id', 'to_id'],
      records.flatMap((r) => r.arcs.map(([from, to], i) => [r.id, i, from, to])),
    )
    await insertRows(
      db,
      'partnership_status',
      ['partnership_id', 'valid_from', 'status'],
      records.flatMap((r) => r.statuses.map(({ from, value }) => [r.id, from ?? '', value])),
    )
    await insertRows(
      db,
      'partnership_confirmation',
      ['partnership_id', 'confirmed_on'],
      records.flatMap((r) => r.confirmations.map((date) => [r.id, date])),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('partnership').where('id', 'in', part).execute()
  },

  references: (record) => record.parties.map((id) => ({ entity: 'actor', id })),

  async referrers(db, entity, ids) {
    if (entity !== 'actor') return []
    const found = new Set<string>()
    for (const part of chunksOf(ids))
      for (const row of await db
        .selectFrom('partnership_party')
        .select('partnership_id')
        .where('actor_id', 'in', part)
        .execute())
        found.add(row.partnership_id)
    return [...found].map((id) => ({ entity: 'partnership', id }))
  },

  repoint: repointPartnership,
}

const COLUMNS = [
  'id',
  'kind',
  'intensity',
  'evidence',
  'evidence_url',
  'note',
  'started_on',
  'ended_on',
  'end_reason',
  'weight',
  'projects',
  'recorded_on',
  'revision',
] as const

function encode(r: PartnershipRecord, revision: number): unknown[] {
  return [
    r.id,
    r.kind,
    r.intensity,
    r.evidence,
    r.evidenceUrl,
    r.note,
    r.startedOn,
    r.endedOn,
    r.endReason,
    r.weight,
    JSON.stringify(r.projects),
    r.recordedOn,
    revision,
  ]
}

/** Key order is that of the contract, so that two encodings of one record are one text. */
function decode(row: PartnershipTable): PartnershipRecord {
  return {
    id: row.id,
    kind: row.kind,
    intensity: row.intensity,
    evidence: row.evidence as PartnershipRecord['evidence'],
    evidenceUrl: row.evidence_url,
    note: row.note,
    parties: [],
    arcs: [],
    startedOn: row.started_on,
    endedOn: row.ended_on,
    endReason: row.end_reason as PartnershipRecord['endReason'],
    statuses: [],
    confirmations: [],
    weight: row.weight,
    projects: JSON.parse(row.projects),
    recordedOn: row.recorded_on,
  }
}

async function readPart(db: Db, ids: string[] | undefined, read: Map<string, Stored<PartnershipRecord>>) {
  let rows = db.selectFrom('partnership').selectAll().orderBy('id')
  let parties = db.selectFrom('partnership_party').selectAll().orderBy('partnership_id').orderBy('position')
  let arcs = db.selectFrom('partnership_arc').selectAll().orderBy('partnership_id').orderBy('position')
  let statuses = db
    .selectFrom('partnership_status')
    .selectAll()
    .orderBy('partnership_id')
    .orderBy('valid_from')
  let confirmations = db
    .selectFrom('partnership_confirmation')
    .selectAll()
    .orderBy('partnership_id')
    .orderBy('confirmed_on')
  if (ids) {
    rows = rows.where('id', 'in', ids)
    parties = parties.where('partnership_id', 'in', ids)
    arcs = arcs.where('partnership_id', 'in', ids)
    statuses = statuses.where('partnership_id', 'in', ids)
    confirmations = confirmations.where('partnership_id', 'in', ids)
  }
  for (const row of await rows.execute()) read.set(row.id, { record: decode(row), revision: row.revision })
  for (const row of await parties.execute()) read.get(row.partnership_id)?.record.parties.push(row.actor_id)
  for (const row of await arcs.execute())
    read.get(row.partnership_id)?.record.arcs.push([row.from_id, row.to_id])
  for (const row of await statuses.execute())
    read.get(row.partnership_id)?.record.statuses.push({
      from: row.valid_from || null,
      value: row.status as PartnershipRecord['statuses'][number]['value'],
    })
  for (const row of await confirmations.execute())
    read.get(row.partnership_id)?.record.confirmations.push(row.confirmed_on)
}
