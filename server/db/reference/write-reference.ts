import { insertRows } from '../insert-rows.ts'
import type { Db } from '../schema.ts'
import type { ReferenceData } from './reference-data.ts'

const flag = (value: boolean) => (value ? 1 : 0)

/** Fills the code lists of a register that has none. */
export async function writeReference(db: Db, data: ReferenceData): Promise<void> {
  await insertRows(
    db,
    'role',
    ['id', 'name_id', 'name_en', 'position'],
    data.roles.map((r) => [r.id, r.nameId, r.nameEn, r.position]),
  )
  await writeKinds(db, data.kinds)
  await insertRows(
    db,
    'region',
    ['code', 'bps_code', 'level', 'name', 'parent_code'],
    data.regions.map((r) => [r.code, r.bpsCode, r.level, r.name, r.parentCode]),
  )
  await writePartitions(db, data.partitions)
  await insertRows(
    db,
    'definition',
    ['id', 'version', 'name_id', 'name_en', 'rule', 'partition_id'],
    data.definitions.map((d) => [d.id, d.version, d.nameId, d.nameEn, JSON.stringify(d.rule), d.partitionId]),
  )
  await insertRows(db, 'setting', ['key', 'value', 'revision'], [['city', JSON.stringify(data.city), 0]])
}

async function writeKinds(db: Db, kinds: ReferenceData['kinds']) {
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
    ],
    kinds.map((k) => [
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
    ]),
  )
}

async function writePartitions(db: Db, partitions: ReferenceData['partitions']) {
  await insertRows(
    db,
    'partition',
    ['id', 'version', 'name_id', 'name_en', 'official'],
    partitions.map((p) => [p.id, p.version, p.nameId, p.nameEn, flag(p.official)]),
  )
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
    ],
    partitions.flatMap((p) =>
      p.sectors.map((s) => [
        p.id,
        s.id,
        s.nameId,
        s.nameEn,
        s.shortId,
        s.shortEn,
        s.code,
        s.group,
        s.shape,
        s.position,
        s.angle,
      ]),
    ),
  )
}
