import type { Kysely } from 'kysely'

/** Of the tasks, which are read from the register, what somebody said: who does one, by when, and that two actors are two. */
export async function taskTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('task')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('assignee_id', 'text')
    .addColumn('due_on', 'text')
    .addColumn('distinct_actors', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute()
}
