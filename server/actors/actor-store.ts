import type { ActorRecord, Consent } from '#shared/contract/actors.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'
import type { ActorStateTable, ActorTable } from '../db/schema.ts'

const SECTOR = 'sector:'
const CONSENT = 'consent:'

/** Actors: one row each, and one row per dated fact. */
export const actorStore: EntityStore<ActorRecord> = {
  entity: 'actor',

  async read(db, ids) {
    const read = new Map<string, Stored<ActorRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) {
      let actors = db.selectFrom('actor').selectAll().orderBy('id')
      let states = db
        .selectFrom('actor_state')
        .selectAll()
        .orderBy('actor_id')
        .orderBy('valid_from')
        .orderBy('aspect')
      if (part) {
        actors = actors.where('id', 'in', part)
        states = states.where('actor_id', 'in', part)
      }
      for (const row of await actors.execute())
        read.set(row.id, { record: decodeActor(row), revision: row.revision })
      for (const state of await states.execute()) {
        const stored = read.get(state.actor_id)
        if (stored) addState(stored.record, state)
      }
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'actor',
      ACTOR_COLUMNS,
      records.map((r) => encodeActor(r, revision)),
    )
    await insertRows(
      db,
      'actor_state',
      ['actor_id', 'aspect', 'valid_from', 'value'],
      records.flatMap(encodeStates),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('actor').where('id', 'in', part).execute()
  },

  references: (record) => (record.parentId === null ? [] : [{ entity: 'actor', id: record.parentId }]),

  async referrers(db, entity, ids) {
    if (entity !== 'actor') return []
    const children = await byChunks(ids, (part) =>
      db.selectFrom('actor').select('id').where('parent_id', 'in', part).execute(),
    )
    return children.map(({ id }) => ({ entity: 'actor', id }))
  },

  repoint: (record, from, to) => (record.parentId === from ? { ...record, parentId: to } : record),
}

async function byChunks<T>(ids: readonly string[], read: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = []
  for (const part of chunksOf(ids)) rows.push(...(await read(part)))
  return rows
}

const ACTOR_COLUMNS = [
  'id',
  'name',
  'aliases',
  'in_city',
  'parent_id',
  'website',
  'year_started',
  'size_class',
  'size_basis',
  'kbli_code',
  'kbli_version',
  'products',
  'needs',
  'offers',
  'attributes',
  'nib',
  'phone',
  'revision',
] as const

function encodeActor(r: ActorRecord, revision: number): unknown[] {
  return [
    r.id,
    r.name,
    JSON.stringify(r.aliases),
    r.inCity ? 1 : 0,
    r.parentId,
    r.website,
    r.yearStarted,
    r.sizeClass,
    r.sizeBasis,
    r.kbli?.code ?? null,
    r.kbli?.version ?? null,
    JSON.stringify(r.products),
    JSON.stringify(r.needs),
    JSON.stringify(r.offers),
    JSON.stringify(r.attributes),
    r.nib ?? null,
    r.phone ?? null,
    revision,
  ]
}

function encodeStates(r: ActorRecord): unknown[][] {
  const rows: unknown[][] = []
  const add = (aspect: string, dated: readonly { from: string | null; value: string | null }[]) => {
    for (const { from, value } of dated) rows.push([r.id, aspect, from ?? '', value])
  }
  add('presence', r.presence)
  add('role', r.roles)
  add('region', r.regions)
  add('census', r.census)
  for (const [partition, dated] of Object.entries(r.sectors)) add(SECTOR + partition, dated)
  for (const { purpose, from, value, channel } of r.consents ?? [])
    rows.push([r.id, CONSENT + purpose, from, `${value}:${channel}`])
  return rows
}

/** Key order is that of the contract, so that two encodings of one record are one text. */
function decodeActor(row: ActorTable): ActorRecord {
  return {
    id: row.id,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    inCity: row.in_city === 1,
    parentId: row.parent_id,
    website: row.website,
    yearStarted: row.year_started,
    sizeClass: row.size_class as ActorRecord['sizeClass'],
    sizeBasis: row.size_basis as ActorRecord['sizeBasis'],
    kbli:
      row.kbli_code === null
        ? null
        : { code: row.kbli_code, version: row.kbli_version as NonNullable<ActorRecord['kbli']>['version'] },
    products: JSON.parse(row.products),
    needs: JSON.parse(row.needs),
    offers: JSON.parse(row.offers),
    attributes: JSON.parse(row.attributes),
    presence: [],
    roles: [],
    regions: [],
    census: [],
    sectors: {},
    ...(row.nib === null ? {} : { nib: row.nib }),
    ...(row.phone === null ? {} : { phone: row.phone }),
  }
}

function addState(record: ActorRecord, state: ActorStateTable) {
  const from = state.valid_from || null
  const { value } = state
  if (state.aspect === 'presence') record.presence.push({ from, value: value as 'present' | 'left' })
  else if (state.aspect === 'role') record.roles.push({ from, value })
  else if (state.aspect === 'region') record.regions.push({ from, value })
  else if (state.aspect === 'census')
    record.census.push({ from, value: value as 'none' | 'partial' | 'complete' })
  else if (state.aspect.startsWith(SECTOR)) {
    const partition = state.aspect.slice(SECTOR.length)
    record.sectors[partition] ??= []
    record.sectors[partition].push({ from, value })
  } else if (state.aspect.startsWith(CONSENT)) {
    record.consents ??= []
    record.consents.push(consentOf(state))
  }
}

function consentOf({ aspect, valid_from, value }: ActorStateTable): Consent {
  const [said, channel] = (value ?? '').split(':')
  return {
    purpose: aspect.slice(CONSENT.length) as Consent['purpose'],
    from: valid_from,
    value: said as Consent['value'],
    channel: channel as Consent['channel'],
  }
}
