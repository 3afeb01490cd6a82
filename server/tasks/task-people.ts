import { ACCOUNT_ROLES, allows } from '#shared/contract/rights.ts'
import type { TaskPeople } from '#shared/contract/tasks.ts'
import type { Db } from '../db/schema.ts'

/** Whose role allows to do what tasks ask for, and whose account is open; by name. */
export async function listTaskPeople(db: Db): Promise<TaskPeople['rows']> {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where(
      'role',
      'in',
      ACCOUNT_ROLES.filter((role) => allows(role, 'tasks.write')),
    )
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()
}
