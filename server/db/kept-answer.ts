import { createHash } from 'node:crypto'
import { AppError, issue } from '../errors.ts'
import type { Db, KeptAnswerTable } from './schema.ts'
import { untilWritable } from './write-gate.ts'

/** A phone may be without a signal for weeks; after that its key is no longer known. */
const KEPT_DAYS = 30

/** Who sends what under which key. */
export interface KeyedWrite {
  author: string
  key: string
  fingerprint: string
}

export type KeptAnswer = Pick<KeptAnswerTable, 'record_id' | 'revision' | 'answer'>

/** Two bodies that mean the same after parsing have one fingerprint. */
export const fingerprintOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex')

/**
 * What this write was answered with when it came before. Throws `conflict`, with the record that came of it, where the key came
 * with something else.
 */
export async function findKeptAnswer(db: Db, write: KeyedWrite): Promise<KeptAnswer | undefined> {
  const kept = await db
    .selectFrom('kept_answer')
    .selectAll()
    .where('author', '=', write.author)
    .where('key', '=', write.key)
    .executeTakeFirst()
  if (kept && kept.fingerprint !== write.fingerprint) {
    const message = 'Something else was sent under this key before.'
    throw new AppError('conflict', {
      detail: message,
      issues: [issue('Idempotency-Key', 'key-used', message, { id: kept.record_id })],
      alike: [{ entity: 'partnership', id: kept.record_id }],
    })
  }
  return kept
}

/** Remembers, in the transaction of the write itself, what came of it. Also forgets what is too old. */
export async function keepAnswer(
  trx: Db,
  { author, key, fingerprint }: KeyedWrite,
  { recordId, revision }: { recordId: string; revision: number },
  now = Date.now(),
): Promise<void> {
  const oldest = new Date(now - KEPT_DAYS * 24 * 60 * 60_000).toISOString()
  await trx.deleteFrom('kept_answer').where('at', '<', oldest).execute()
  await trx
    .insertInto('kept_answer')
    .values({
      author,
      key,
      fingerprint,
      record_id: recordId,
      revision,
      answer: null,
      at: new Date(now).toISOString(),
    })
    .execute()
}

/** Adds the whole answer, which is put together after the commit. */
export async function completeAnswer(db: Db, { author, key }: KeyedWrite, answer: unknown): Promise<void> {
  await untilWritable(db)
  await db
    .updateTable('kept_answer')
    .set({ answer: JSON.stringify(answer) })
    .where('author', '=', author)
    .where('key', '=', key)
    .execute()
}
