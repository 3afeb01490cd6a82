import type { Selectable } from 'kysely'
import type { Kind, Partition, Reference, Sector, Target } from '#shared/contract/reference.ts'
import { currentRevision } from '../db/changeset-log.ts'
import type { CitySettings } from '../db/reference/reference-data.ts'
import type { Db, KindTable, SectorTable } from '../db/schema.ts'
import { type Clock, todayOf } from '../today.ts'

/** Everything slow-changing, as the pages and the rules read it, of one revision. */
export async function readReference(db: Db, clock?: Clock): Promise<Reference> {
  if (!db.isTransaction) return db.transaction().execute((trx) => readReference(trx, clock))
  const settings = await readCitySettings(db)
  return {
    revision: await currentRevision(db),
    city: await readCity(db, settings, clock),
    roles: await readRoles(db),
    kinds: await readKinds(db),
    partitions: await readPartitions(db),
    regions: await readRegions(db),
    definitions: await readDefinitions(db),
    target: await readSetting<Target>(db, 'target'),
  }
}

export async function readCitySettings(db: Db): Promise<CitySettings> {
  const settings = await readSetting<CitySettings>(db, 'city')
  if (!settings)
    throw new Error('The database has no settings of a city; it was opened without reference data.')
  return settings
}

async function readSetting<T>(db: Db, key: string): Promise<T | null> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row ? (JSON.parse(row.value) as T) : null
}

async function readCity(db: Db, settings: CitySettings, clock?: Clock): Promise<Reference['city']> {
  const today = todayOf(settings, clock)
  const { defaultOn = today, lastOn = today, firstOn, ...rest } = settings
  return { ...rest, firstOn: firstOn ?? (await firstStart(db)), today, defaultOn, lastOn }
}

async function firstStart(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('partnership')
    .select((eb) => eb.fn.min('started_on').as('first'))
    .executeTakeFirst()
  return row?.first ?? null
}

async function readRoles(db: Db): Promise<Reference['roles']> {
  const rows = await db.selectFrom('role').selectAll().orderBy('position').execute()
  return rows.map((r) => ({ id: r.id, nameId: r.name_id, nameEn: r.name_en, position: r.position }))
}

async function readKinds(db: Db): Promise<Kind[]> {
  const rows = await db.selectFrom('kind').selectAll().orderBy('position').execute()
  return rows.map(kindOf)
}

export const kindOf = (row: Selectable<KindTable>): Kind => ({
  id: row.id,
  nameId: row.name_id,
  nameEn: row.name_en,
  position: row.position,
  directed: row.directed === 1,
  forwardId: row.forward_id,
  forwardEn: row.forward_en,
  backwardId: row.backward_id,
  backwardEn: row.backward_en,
  twoMode: row.two_mode === 1,
  retired: row.retired === 1,
})

/** The official partition first. */
async function readPartitions(db: Db): Promise<Partition[]> {
  const partitions = await db
    .selectFrom('partition')
    .selectAll()
    .orderBy('official', 'desc')
    .orderBy('id')
    .execute()
  const sectors = await db.selectFrom('sector').selectAll().orderBy('position').execute()
  return partitions.map((p) => ({
    id: p.id,
    nameId: p.name_id,
    nameEn: p.name_en,
    version: p.version,
    official: p.official === 1,
    sectors: sectors.filter((s) => s.partition_id === p.id).map(sectorOf),
  }))
}

export const sectorOf = (row: Selectable<SectorTable>): Sector => ({
  id: row.id,
  nameId: row.name_id,
  nameEn: row.name_en,
  shortId: row.short_id,
  shortEn: row.short_en,
  code: row.code,
  group: row.colour_group as Sector['group'],
  shape: row.shape as Sector['shape'],
  position: row.position,
  angle: row.angle,
  retired: row.retired === 1,
})

async function readRegions(db: Db): Promise<Reference['regions']> {
  const rows = await db.selectFrom('region').selectAll().orderBy('code').execute()
  return rows.map((r) => ({
    code: r.code,
    bpsCode: r.bps_code,
    level: r.level as Reference['regions'][number]['level'],
    name: r.name,
    parentCode: r.parent_code,
  }))
}

async function readDefinitions(db: Db): Promise<Reference['definitions']> {
  const rows = await db.selectFrom('definition').selectAll().execute()
  const order = ['official', 'strict', 'generous', 'helix']
  return rows
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((d) => ({
      id: d.id as Reference['definitions'][number]['id'],
      version: d.version,
      nameId: d.name_id,
      nameEn: d.name_en,
      rule: JSON.parse(d.rule),
      partitionId: d.partition_id,
    }))
}
