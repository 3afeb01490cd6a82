import { createHmac } from 'node:crypto'
import type { Db } from '../db/schema.ts'
import { untilWritable } from '../db/write-gate.ts'

const TIDY_EVERY_MS = 60_000

export interface Count {
  points: number
  /** Milliseconds until it begins anew. */
  left: number
}

/**
 * What is counted for a while, kept in the database: a restart forgets nothing. What is over goes with the next count that begins after
 * a minute, so that guessing from ever new addresses does not fill the table for good. Durations in seconds.
 */
export interface KeptCounts {
  /** One more; where the while is over, the first of a new one. */
  add(key: string, duration: number): Promise<Count>
  /** Begins a while, whatever is counted. */
  begin(key: string, duration: number): Promise<void>
  /** null where nothing is counted any more. */
  find(key: string): Promise<Count | null>
  forget(keys: readonly string[]): Promise<void>
}

/** `secret`: what keys are hashed with; addresses are few enough to be guessed from a plain hash. */
export function createKeptCounts(db: Db, secret: Uint8Array): KeptCounts {
  const hashed = (key: string) =>
    createHmac('sha256', secret).update(`jejaring-limit-1.${key}`).digest('base64url')
  const row = (key: string, duration: number) => ({
    key: hashed(key),
    points: 1,
    expires_at: Date.now() + duration * 1000,
  })
  let tidied = 0
  const tidy = async (now: number) => {
    if (now - tidied < TIDY_EVERY_MS) return
    tidied = now
    await db.deleteFrom('sign_in_limit').where('expires_at', '<=', now).execute()
  }
  return {
    // in one statement, so that none of many at once is lost
    async add(key, duration) {
      await untilWritable(db)
      const now = Date.now()
      await tidy(now)
      const { points, expires_at } = await db
        .insertInto('sign_in_limit')
        .values(row(key, duration))
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet((eb) => {
            const goesOn = eb('sign_in_limit.expires_at', '>', now)
            const more = eb('sign_in_limit.points', '+', 1)
            const [kept, begun] = [eb.ref('sign_in_limit.expires_at'), eb.ref('excluded.expires_at')]
            return {
              points: eb.case().when(goesOn).then(more).else(1).end(),
              expires_at: eb.case().when(goesOn).then(kept).else(begun).end(),
            }
          }),
        )
        .returning(['points', 'expires_at'])
        .executeTakeFirstOrThrow()
      return { points, left: expires_at - now }
    },
    async begin(key, duration) {
      await untilWritable(db)
      const { points, expires_at } = row(key, duration)
      await db
        .insertInto('sign_in_limit')
        .values(row(key, duration))
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ points, expires_at }))
        .execute()
    },
    async find(key) {
      const now = Date.now()
      const found = await db
        .selectFrom('sign_in_limit')
        .select(['points', 'expires_at'])
        .where('key', '=', hashed(key))
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return found ? { points: found.points, left: found.expires_at - now } : null
    },
    async forget(keys) {
      await untilWritable(db)
      await db.deleteFrom('sign_in_limit').where('key', 'in', keys.map(hashed)).execute()
    },
  }
}
