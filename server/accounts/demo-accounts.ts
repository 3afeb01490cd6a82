import type { AccountRole } from '#shared/contract/rights.ts'
import type { Db } from '../db/schema.ts'
import { untilWritable } from '../db/write-gate.ts'

const NAMES: Readonly<Record<AccountRole, string>> = {
  reviewer: 'Peninjau contoh',
  researcher: 'Peneliti contoh',
  staff: 'Petugas contoh',
  admin: 'Admin contoh',
}

/** The account of a role in a demonstration, made at its first use. It has no password. */
export async function demoAccount(db: Db, role: AccountRole): Promise<string> {
  const id = `contoh-${role}`
  const at = new Date().toISOString()
  await untilWritable(db)
  await db
    .insertInto('account')
    .values({
      id,
      email: `${role}@contoh.invalid`,
      name: NAMES[role],
      role,
      demonstration: 1,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return id
}
