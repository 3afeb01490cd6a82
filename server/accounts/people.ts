import type { NewPerson, Person, PersonPatch } from '#shared/contract/accounts.ts'
import type { AccountRole } from '#shared/contract/rights.ts'
import { newId } from '../db/new-id.ts'
import type { Db } from '../db/schema.ts'
import { AppError, issue, notFound } from '../errors.ts'
import { logAccountEvent } from './account-log.ts'

/** Who does something to an account; null at the machine itself. */
type Actor = string | null

const people = (db: Db) =>
  db
    .selectFrom('account')
    .where('demonstration', '=', 0)
    .select((eb) => [
      'account.id',
      'account.name',
      'account.email',
      'account.role',
      'account.disabled_at',
      'account.created_at',
      eb
        .selectFrom('credential')
        .select('credential.id')
        .whereRef('credential.account_id', '=', 'account.id')
        .where('credential.password', 'is not', null)
        .limit(1)
        .as('credential_id'),
      eb
        .selectFrom('session')
        .select((s) => s.fn.countAll<number>().as('n'))
        .whereRef('session.account_id', '=', 'account.id')
        .where('session.expires_at', '>', new Date().toISOString())
        .as('sessions'),
      eb
        .selectFrom('one_time_link')
        .select('one_time_link.expires_at')
        .whereRef('one_time_link.account_id', '=', 'account.id')
        .where('one_time_link.used_at', 'is', null)
        .where('one_time_link.expires_at', '>', new Date().toISOString())
        .limit(1)
        .as('link_expires_at'),
    ])

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as AccountRole,
  disabled: row.disabled_at !== null,
  hasPassword: row.credential_id !== null,
  sessions: Number(row.sessions ?? 0),
  linkExpiresAt: row.link_expires_at,
  addedAt: row.created_at,
})

/** Everybody who has an account, those of the demonstration left out; by name. */
export async function listPeople(db: Db): Promise<Person[]> {
  const rows = (await people(db).execute()).map(personOf)
  const collator = new Intl.Collator('id')
  return rows.sort((a, b) => collator.compare(a.name, b.name) || a.id.localeCompare(b.id))
}

export async function getPerson(db: Db, id: string): Promise<Person> {
  const row = await people(db).where('account.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('person', id)
  return personOf(row)
}

/** Throws `not-found`. */
export async function getPersonByEmail(db: Db, email: string): Promise<Person> {
  const row = await people(db).where('account.email', '=', email.trim().toLowerCase()).executeTakeFirst()
  if (!row) throw notFound('person', email)
  return personOf(row)
}

/** A new account without a password. Throws `conflict` where the address has one. */
export async function addPerson(db: Db, { name, email, role }: NewPerson, by: Actor): Promise<Person> {
  const address = email.trim().toLowerCase()
  const taken = await db.selectFrom('account').select('id').where('email', '=', address).executeTakeFirst()
  if (taken)
    throw new AppError('conflict', {
      detail: `${address} has an account already.`,
      issues: [issue('email', 'email-taken', 'This address has an account already.')],
    })
  const at = new Date().toISOString()
  const id = newId()
  await db
    .insertInto('account')
    .values({ id, email: address, name: name.trim(), role, created_at: at, updated_at: at })
    .execute()
  await logAccountEvent(db, { by, accountId: id, action: 'added', after: role })
  return getPerson(db, id)
}

/** Name, role, or whether somebody may sign in. The role counts at their next request. */
export async function changePerson(db: Db, id: string, patch: PersonPatch, by: Actor): Promise<Person> {
  const before = await getPerson(db, id)
  const after = {
    name: patch.name?.trim() ?? before.name,
    role: patch.role ?? before.role,
    disabled: patch.disabled ?? before.disabled,
  }
  await refuseLockOut(db, before, after, by)
  const at = new Date().toISOString()
  await db
    .updateTable('account')
    .set({
      name: after.name,
      role: after.role,
      updated_at: at,
      ...(after.disabled === before.disabled ? {} : { disabled_at: after.disabled ? at : null }),
    })
    .where('id', '=', id)
    .execute()
  if (after.disabled && !before.disabled) await endSessions(db, id)
  const log = (action: Parameters<typeof logAccountEvent>[1]['action'], was?: string, is?: string) =>
    logAccountEvent(db, { by, accountId: id, action, before: was ?? null, after: is ?? null })
  if (after.name !== before.name) await log('renamed', before.name, after.name)
  if (after.role !== before.role) await log('role-changed', before.role, after.role)
  if (after.disabled !== before.disabled) await log(after.disabled ? 'disabled' : 'enabled')
  return getPerson(db, id)
}

/** Nobody locks themselves out, and somebody can always let others in. */
async function refuseLockOut(
  db: Db,
  before: Person,
  after: { role: AccountRole; disabled: boolean },
  by: Actor,
): Promise<void> {
  const wasAdmin = before.role === 'admin' && !before.disabled
  const staysAdmin = after.role === 'admin' && !after.disabled
  if (!wasAdmin || staysAdmin) return
  if (before.id === by)
    throw new AppError('conflict', {
      detail: 'Your own admin role can only be taken away by another admin.',
      issues: [issue('role', 'own-account', 'Another admin can do this, you cannot do it to yourself.')],
    })
  const others = (await listPeople(db)).filter(
    ({ id, role, disabled }) => id !== before.id && role === 'admin' && !disabled,
  )
  if (others.length === 0)
    throw new AppError('conflict', {
      detail: 'This is the last admin. Make another person admin first.',
      issues: [issue('role', 'last-admin', 'This is the last admin. Make another person admin first.')],
    })
}

/** Signs an account out everywhere. How many sessions ended. */
export async function endSessions(db: Db, accountId: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Sets a password, already hashed, and ends every session that was opened without it. */
export async function setPassword(db: Db, accountId: string, hash: string): Promise<void> {
  const at = new Date().toISOString()
  await db
    .deleteFrom('credential')
    .where('account_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .execute()
  await db
    .insertInto('credential')
    .values({
      id: newId(),
      account_id: accountId,
      provider_id: 'credential',
      provider_account_id: accountId,
      password: hash,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await endSessions(db, accountId)
}
