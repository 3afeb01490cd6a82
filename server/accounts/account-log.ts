import type { AccountLogPage } from '#shared/contract/accounts.ts'
import { newId } from '../db/new-id.ts'
import type { Db } from '../db/schema.ts'

export interface AccountEvent {
  /** Null where it was done at the machine itself. */
  by: string | null
  accountId: string
  action: AccountLogPage['rows'][number]['action']
  before?: string | null
  after?: string | null
}

/** What was done to an account, in the transaction that does it. */
export async function logAccountEvent(db: Db, event: AccountEvent): Promise<void> {
  await db
    .insertInto('account_log')
    .values({
      id: newId(),
      at: new Date().toISOString(),
      by_id: event.by,
      account_id: event.accountId,
      action: event.action,
      before: event.before ?? null,
      after: event.after ?? null,
    })
    .execute()
}

/** Latest first. */
export async function listAccountEvents(
  db: Db,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<AccountLogPage> {
  const { total } = await db
    .selectFrom('account_log')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('account_log as log')
    .innerJoin('account as about', 'about.id', 'log.account_id')
    .leftJoin('account as by', 'by.id', 'log.by_id')
    .select([
      'log.id',
      'log.at',
      'log.action',
      'log.before',
      'log.after',
      'about.name as about_name',
      'by.name as by_name',
    ])
    .orderBy('log.at', 'desc')
    .orderBy('log.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    rows: rows.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.by_name,
      about: row.about_name,
      action: row.action as AccountEvent['action'],
      before: row.before,
      after: row.after,
    })),
    total: Number(total),
    page,
    pageSize,
  }
}
