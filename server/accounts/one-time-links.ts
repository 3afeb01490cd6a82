import { createHash, randomBytes } from 'node:crypto'
import type { OneTimeLink } from '#shared/contract/accounts.ts'
import type { Db } from '../db/schema.ts'
import { AppError } from '../errors.ts'

const LASTS_MS = 24 * 60 * 60 * 1000

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** A link to set a password with, once, within a day; one made before ends. The token is kept by nobody but its reader. */
export async function makeOneTimeLink(db: Db, accountId: string): Promise<OneTimeLink> {
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  const expiresAt = new Date(now + LASTS_MS).toISOString()
  await db.deleteFrom('one_time_link').where('account_id', '=', accountId).execute()
  await db
    .insertInto('one_time_link')
    .values({
      token_hash: hashOf(token),
      account_id: accountId,
      made_at: new Date(now).toISOString(),
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  // Behind the #: what stands there is sent to no server and stands in no log.
  return { path: `/sandi-baru#${token}`, expiresAt }
}

/** Whom a link is for. Throws `not-found` where it was used, is too old, or never was. */
export async function readOneTimeLink(
  db: Db,
  token: string,
): Promise<{ accountId: string; name: string; email: string }> {
  const row = await db
    .selectFrom('one_time_link')
    .innerJoin('account', 'account.id', 'one_time_link.account_id')
    .select(['account.id', 'account.name', 'account.email'])
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row)
    throw new AppError('not-found', {
      detail: 'This link was used already, is older than a day, or is not whole.',
    })
  return { accountId: row.id, name: row.name, email: row.email }
}

/** Marks a link as used; of two who use it at once one is too late. Throws as `readOneTimeLink`. */
export async function useOneTimeLink(db: Db, token: string): Promise<string> {
  const { accountId } = await readOneTimeLink(db, token)
  await db
    .updateTable('one_time_link')
    .set({ used_at: new Date().toISOString() })
    .where('token_hash', '=', hashOf(token))
    .execute()
  return accountId
}
