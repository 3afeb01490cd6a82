import type { FieldIssue } from '#shared/contract/errors.ts'
import type { TaskChange, TaskKind, TaskRecord } from '#shared/contract/tasks.ts'
import { actorStore } from '../actors/actor-store.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { invalidInput, issue } from '../errors.ts'
import { partnershipStore } from '../partnerships/partnership-store.ts'
import { listTaskPeople } from './task-people.ts'
import { taskId, taskStore } from './task-store.ts'

/** What a person did to a task, as the code of the changeset. */
export const taskAction = ({ distinct }: TaskChange): string =>
  distinct === undefined ? 'assign-task' : 'tell-apart'

/**
 * Says in the changeset who does a task and by when, or that two actors are two; where nothing is said any more nothing is kept. Throws
 * `not-found` for a record that is not there, and `invalid-input` for somebody who cannot do it.
 */
export async function changeTask(tx: ChangesetTx, kind: TaskKind, change: TaskChange): Promise<TaskRecord> {
  const { about, assigneeId, dueOn, distinct } = change
  const issues = await checkChange(tx, kind, change)
  if (issues.length > 0) throw invalidInput(...issues)
  for (const one of about) {
    if (kind === 'tie') await tx.get(partnershipStore, one)
    else await tx.get(actorStore, one)
  }
  const id = taskId(kind, about)
  const before = (await tx.find(taskStore, id))?.record
  const record: TaskRecord = {
    id,
    kind,
    about: [...about].sort(),
    assigneeId: assigneeId === undefined ? (before?.assigneeId ?? null) : assigneeId,
    dueOn: dueOn === undefined ? (before?.dueOn ?? null) : dueOn,
    distinct: distinct ?? before?.distinct ?? false,
  }
  if (record.assigneeId === null && record.dueOn === null && !record.distinct)
    await tx.removeAll(taskStore, [id])
  else await tx.put(taskStore, record)
  return record
}

async function checkChange(
  tx: ChangesetTx,
  kind: TaskKind,
  { about, assigneeId, dueOn, distinct }: TaskChange,
): Promise<FieldIssue[]> {
  const issues: FieldIssue[] = []
  if (new Set(about).size !== (kind === 'duplicate' ? 2 : 1))
    issues.push(
      issue('about', 'wrong-number', 'A duplicate is about two actors, every other task about one record.'),
    )
  if (assigneeId === undefined && dueOn === undefined && distinct === undefined)
    issues.push(issue('', 'empty', 'Say what to change.'))
  if (distinct !== undefined && kind !== 'duplicate')
    issues.push(issue('distinct', 'unknown-field', 'Only two actors can be told apart.'))
  if (assigneeId && !(await listTaskPeople(tx.db)).some(({ id }) => id === assigneeId))
    issues.push(
      issue('assigneeId', 'unknown-person', 'Nobody with this account keeps the register.', {
        value: assigneeId,
      }),
    )
  return issues
}
