import BetterSqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { registerTables } from '#server/db/migrations/0001-register.ts'
import { STANDARD_REFERENCE } from '#server/db/reference/standard-reference.ts'

/** As the first version left it: its tables, its code lists, one actor and the changeset that made it. */
export async function oldRegister(path: string) {
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new SqliteDialect({ database: new BetterSqlite(path) }),
  })
  await db.schema
    .createTable('migration')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.insertInto('migration').values({ name: '0001-register', at: '2026-10-01T00:00:00.000Z' }).execute()
  await registerTables(db as unknown as Kysely<unknown>)
  const { city, kinds, partitions, definitions, roles } = STANDARD_REFERENCE
  await db
    .insertInto('setting')
    .values({ key: 'city', value: JSON.stringify(city), revision: 0 })
    .execute()
  for (const r of roles)
    await db
      .insertInto('role')
      .values({ id: r.id, name_id: r.nameId, name_en: r.nameEn, position: r.position })
      .execute()
  for (const k of kinds)
    await db
      .insertInto('kind')
      .values({
        id: k.id,
        name_id: k.nameId,
        name_en: k.nameEn,
        position: k.position,
        directed: k.directed ? 1 : 0,
        two_mode: k.twoMode ? 1 : 0,
        retired: 0,
      })
      .execute()
  for (const p of partitions) {
    await db
      .insertInto('partition')
      .values({
        id: p.id,
        name_id: p.nameId,
        name_en: p.nameEn,
        version: p.version,
        official: p.official ? 1 : 0,
      })
      .execute()
    for (const s of p.sectors)
      await db
        .insertInto('sector')
        .values({
          partition_id: p.id,
          id: s.id,
          name_id: s.nameId,
          name_en: s.nameEn,
          short_id: s.shortId,
          short_en: s.shortEn,
          code: s.code,
          colour_group: s.group,
          shape: s.shape,
          position: s.position,
          angle: s.angle,
        })
        .execute()
  }
  for (const d of definitions)
    await db
      .insertInto('definition')
      .values({
        id: d.id,
        version: d.version,
        name_id: d.nameId,
        name_en: d.nameEn,
        rule: JSON.stringify(d.rule),
        partition_id: d.partitionId,
      })
      .execute()
  const record = {
    id: 'lama',
    name: 'Batik Contoh Lama',
    aliases: '[]',
    in_city: 1,
    products: '[]',
    needs: '[]',
    offers: '[]',
    attributes: '{}',
    revision: 1,
  }
  await db.insertInto('actor').values(record).execute()
  await db
    .insertInto('changeset')
    .values({ revision: 1, author: 'lokal', at: '2026-10-01T00:00:00.000Z', action: 'create-actor' })
    .execute()
  const after = JSON.stringify({ id: 'lama', name: 'Batik Contoh Lama' })
  await db.insertInto('change').values({ revision: 1, entity: 'actor', entity_id: 'lama', after }).execute()
  await db.destroy()
}
