import type { Kysely } from 'kysely'

/** Merged actors, code-list values that are retired through changesets, and undo of a part of a changeset. */
export async function mergesAndCodeLists(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('merger')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('into_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    // Deferred: one changeset may write its records in any order.
    .addForeignKeyConstraint('merger_into', ['into_id'], 'actor', ['id'], (c) =>
      c.deferrable().initiallyDeferred(),
    )
    .execute()
  await schema.createIndex('merger_by_into').on('merger').column('into_id').execute()
  const number = (table: string, column: string) =>
    schema
      .alterTable(table)
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  await number('kind', 'revision')
  await number('sector', 'revision')
  await number('sector', 'retired')
  await number('changeset', 'partial')
}
