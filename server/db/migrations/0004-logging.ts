import type { Kysely } from 'kysely'

/** What logging leaves beside the records: the files that prove them, the answers kept for a retry, and what is no duplicate. */
export async function loggingTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('evidence')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('partnership_id', 'text', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('added_on', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addForeignKeyConstraint('evidence_partnership', ['partnership_id'], 'partnership', ['id'], (c) =>
      c.deferrable().initiallyDeferred(),
    )
    .execute()
  await schema.createIndex('evidence_by_partnership').on('evidence').column('partnership_id').execute()
  await schema
    .createTable('kept_answer')
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('record_id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('kept_answer_pk', ['author', 'key'])
    .execute()
  await schema.createIndex('kept_answer_by_time').on('kept_answer').column('at').execute()
  await schema
    .createTable('not_duplicate')
    .addColumn('entity', 'text', (c) => c.notNull())
    .addColumn('first_id', 'text', (c) => c.notNull())
    .addColumn('second_id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('not_duplicate_pk', ['entity', 'first_id', 'second_id'])
    .execute()
}
