import type { CreateTableBuilder, Kysely } from 'kysely'

/** The register, its reference data and the changeset log. */
export async function registerTables(db: Kysely<unknown>): Promise<void> {
  await referenceTables(db)
  await actorTables(db)
  await partnershipTables(db)
  await eventTables(db)
  await logTables(db)
}

const names = <T extends string, C extends string>(table: CreateTableBuilder<T, C>) =>
  table.addColumn('name_id', 'text', (c) => c.notNull()).addColumn('name_en', 'text', (c) => c.notNull())

async function referenceTables(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute()
  await names(schema.createTable('role').addColumn('id', 'text', (c) => c.primaryKey()))
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute()
  await names(schema.createTable('kind').addColumn('id', 'text', (c) => c.primaryKey()))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('directed', 'integer', (c) => c.notNull())
    .addColumn('forward_id', 'text')
    .addColumn('forward_en', 'text')
    .addColumn('backward_id', 'text')
    .addColumn('backward_en', 'text')
    .addColumn('two_mode', 'integer', (c) => c.notNull())
    .addColumn('retired', 'integer', (c) => c.notNull())
    .execute()
  await schema
    .createTable('region')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('bps_code', 'text')
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('parent_code', 'text')
    .execute()
  await names(schema.createTable('partition').addColumn('id', 'text', (c) => c.primaryKey()))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('official', 'integer', (c) => c.notNull())
    .execute()
  await names(schema.createTable('sector'))
    .addColumn('partition_id', 'text', (c) => c.notNull().references('partition.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('short_id', 'text', (c) => c.notNull())
    .addColumn('short_en', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('colour_group', 'text')
    .addColumn('shape', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('angle', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('sector_pk', ['partition_id', 'id'])
    .execute()
  await names(schema.createTable('definition').addColumn('id', 'text', (c) => c.primaryKey()))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('partition_id', 'text', (c) => c.notNull().references('partition.id'))
    .execute()
}

async function actorTables({ schema }: Kysely<unknown>) {
  await schema
    .createTable('actor')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('aliases', 'text', (c) => c.notNull())
    .addColumn('in_city', 'integer', (c) => c.notNull())
    .addColumn('parent_id', 'text')
    .addColumn('website', 'text')
    .addColumn('year_started', 'integer')
    .addColumn('size_class', 'text')
    .addColumn('size_basis', 'text')
    .addColumn('kbli_code', 'text')
    .addColumn('kbli_version', 'text')
    .addColumn('products', 'text', (c) => c.notNull())
    .addColumn('needs', 'text', (c) => c.notNull())
    .addColumn('offers', 'text', (c) => c.notNull())
    .addColumn('attributes', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    // Deferred: one changeset may write its records in any order.
    .addForeignKeyConstraint('actor_parent', ['parent_id'], 'actor', ['id'], (c) =>
      c.deferrable().initiallyDeferred(),
    )
    .execute()
  await schema.createIndex('actor_by_parent').on('actor').column('parent_id').execute()
  await schema
    .createTable('actor_state')
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('aspect', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('value', 'text')
    .addPrimaryKeyConstraint('actor_state_pk', ['actor_id', 'aspect', 'valid_from'])
    .addForeignKeyConstraint('actor_state_actor', ['actor_id'], 'actor', ['id'], (c) => c.onDelete('cascade'))
    .execute()
  await schema
    .createTable('position')
    .addColumn('actor_id', 'text', (c) => c.primaryKey())
    .addColumn('x', 'double precision', (c) => c.notNull())
    .addColumn('y', 'double precision', (c) => c.notNull())
    .execute()
}

async function partnershipTables({ schema }: Kysely<unknown>) {
  await schema
    .createTable('partnership')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('intensity', 'integer', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('evidence_url', 'text')
    .addColumn('note', 'text')
    .addColumn('started_on', 'text')
    .addColumn('ended_on', 'text')
    .addColumn('end_reason', 'text')
    .addColumn('weight', 'double precision')
    .addColumn('projects', 'text', (c) => c.notNull())
    .addColumn('recorded_on', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute()
  await schema
    .createTable('partnership_party')
    .addColumn('partnership_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('partnership_party_pk', ['partnership_id', 'position'])
    .addForeignKeyConstraint('party_partnership', ['partnership_id'], 'partnership', ['id'], (c) =>
      c.onDelete('cascade'),
    )
    .addForeignKeyConstraint('party_actor', ['actor_id'], 'actor', ['id'], (c) =>
      c.deferrable().initiallyDeferred(),
    )
    .execute()
  await schema.createIndex('party_by_actor').on('partnership_party').column('actor_id').execute()
  await schema
    .createTable('partnership_arc')
    .addColumn('partnership_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('from_id', 'text', (c) => c.notNull())
    .addColumn('to_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('partnership_arc_pk', ['partnership_id', 'position'])
    .addForeignKeyConstraint('arc_partnership', ['partnership_id'], 'partnership', ['id'], (c) =>
      c.onDelete('cascade'),
    )
    .execute()
  await schema
    .createTable('partnership_status')
    .addColumn('partnership_id', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('partnership_status_pk', ['partnership_id', 'valid_from'])
    .addForeignKeyConstraint('status_partnership', ['partnership_id'], 'partnership', ['id'], (c) =>
      c.onDelete('cascade'),
    )
    .execute()
  await schema
    .createTable('partnership_confirmation')
    .addColumn('partnership_id', 'text', (c) => c.notNull())
    .addColumn('confirmed_on', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('partnership_confirmation_pk', ['partnership_id', 'confirmed_on'])
    .addForeignKeyConstraint('confirmation_partnership', ['partnership_id'], 'partnership', ['id'], (c) =>
      c.onDelete('cascade'),
    )
    .execute()
}

async function eventTables({ schema }: Kysely<unknown>) {
  await schema
    .createTable('event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text')
    .addColumn('host_id', 'text')
    .addColumn('region_code', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('event_host', ['host_id'], 'actor', ['id'], (c) =>
      c.deferrable().initiallyDeferred(),
    )
    .execute()
  await schema.createIndex('event_by_host').on('event').column('host_id').execute()
  await schema
    .createTable('affiliation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('target_type', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .addColumn('invited', 'integer', (c) => c.notNull())
    .addColumn('registered', 'integer', (c) => c.notNull())
    .addColumn('attended', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('affiliation_actor', ['actor_id'], 'actor', ['id'], (c) =>
      c.deferrable().initiallyDeferred(),
    )
    .execute()
  await schema.createIndex('affiliation_by_actor').on('affiliation').column('actor_id').execute()
  await schema
    .createIndex('affiliation_by_target')
    .on('affiliation')
    .columns(['target_type', 'target_id'])
    .execute()
}

async function logTables({ schema }: Kysely<unknown>) {
  await schema
    .createTable('changeset')
    .addColumn('revision', 'integer', (c) => c.primaryKey())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('undoes', 'integer')
    .execute()
  await schema.createIndex('changeset_by_undoes').on('changeset').column('undoes').execute()
  await schema
    .createTable('change')
    .addColumn('revision', 'integer', (c) => c.notNull().references('changeset.revision').onDelete('cascade'))
    .addColumn('entity', 'text', (c) => c.notNull())
    .addColumn('entity_id', 'text', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addPrimaryKeyConstraint('change_pk', ['revision', 'entity', 'entity_id'])
    .execute()
  await schema.createIndex('change_by_record').on('change').columns(['entity', 'entity_id']).execute()
}
