import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'

/** Tokens of sessions are kept as hashes, those of open sessions too; attempts to sign in are counted beyond a restart. */
export async function keptSecrets(db: Kysely<unknown>): Promise<void> {
  const sessions = db as Kysely<{ session: { id: string; token: string } }>
  for (const { id, token } of await sessions.selectFrom('session').select(['id', 'token']).execute())
    await sessions
      .updateTable('session')
      .set({ token: createHash('sha256').update(token).digest('base64url') })
      .where('id', '=', id)
      .execute()
  await db.schema
    .createTable('sign_in_limit')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('points', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
}
