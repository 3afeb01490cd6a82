import type { Kysely } from 'kysely'

/** Spreadsheets on their way into the register, what their columns mean, and what they bring: NIB and telephone. */
export async function spreadsheetTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('spreadsheet')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('row_count', 'integer', (c) => c.notNull())
    .addColumn('problems', 'integer', (c) => c.notNull())
    .addColumn('open', 'integer', (c) => c.notNull())
    .addColumn('refusal', 'text')
    .addColumn('work', 'text', (c) => c.notNull())
    .addColumn('detail', 'text')
    .addColumn('dry_run', 'text')
    .addColumn('failure', 'text')
    .addColumn('revision', 'integer')
    .execute()
  await schema
    .createTable('column_mapping')
    .addColumn('headers', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  for (const column of ['nib', 'phone']) await schema.alterTable('actor').addColumn(column, 'text').execute()
}
