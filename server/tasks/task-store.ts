import { createHash } from 'node:crypto'
import type { TaskKind, TaskRecord } from '#shared/contract/tasks.ts'
import type { EntityStore, Stored } from '../db/entity-store.ts'
import { chunksOf, insertRows } from '../db/insert-rows.ts'

/** The id of the task of this kind about these records, in whatever order they are named. */
export const taskId = (kind: TaskKind, about: readonly string[]): string =>
  createHash('sha256')
    .update([kind, ...[...about].sort()].join(' '))
    .digest('hex')
    .slice(0, 32)

/** What is kept of tasks. They hold on to no record: one that goes takes its task with it, and neither is in the way of an undo. */
export const taskStore: EntityStore<TaskRecord> = {
  entity: 'task',

  async read(db, ids) {
    const read = new Map<string, Stored<TaskRecord>>()
    for (const part of ids ? chunksOf(ids) : [undefined]) {
      let rows = db.selectFrom('task').selectAll().orderBy('id')
      if (part) rows = rows.where('id', 'in', part)
      for (const row of await rows.execute())
        read.set(row.id, {
          record: {
            id: row.id,
            kind: row.kind as TaskKind,
            about: JSON.parse(row.about) as string[],
            assigneeId: row.assignee_id,
            dueOn: row.due_on,
            distinct: row.distinct_actors === 1,
          },
          revision: row.revision,
        })
    }
    return read
  },

  async insert(db, revision, records) {
    await insertRows(
      db,
      'task',
      ['id', 'kind', 'about', 'assignee_id', 'due_on', 'distinct_actors', 'revision'],
      records.map((r) => [
        r.id,
        r.kind,
        JSON.stringify(r.about),
        r.assigneeId,
        r.dueOn,
        r.distinct ? 1 : 0,
        revision,
      ]),
    )
  },

  async remove(db, ids) {
    for (const part of chunksOf(ids)) await db.deleteFrom('task').where('id', 'in', part).execute()
  },

  references: () => [],
  referrers: async () => [],
  repoint: (record) => record,
}
