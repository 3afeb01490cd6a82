import { isDeepStrictEqual } from 'node:util'
import type { SheetKind } from '#shared/contract/import-fields.ts'
import type { DryRun } from '#shared/contract/imports.ts'
import { actorStore } from '../actors/actor-store.ts'
import { type ChangesetTx, commitChangeset } from '../db/changeset.ts'
import type { EntityStore } from '../db/entity-store.ts'
import { chunksOf } from '../db/insert-rows.ts'
import type { Db } from '../db/schema.ts'
import { AppError } from '../errors.ts'
import { affiliationStore } from '../events/affiliation-store.ts'
import { eventStore } from '../events/event-store.ts'
import { rememberNotDuplicate } from '../partnerships/not-duplicate.ts'
import { partnershipStore } from '../partnerships/partnership-store.ts'
import { tallyOf } from './planning/dry-run.ts'
import type { Plan } from './planning/plan.ts'

export interface CommitRequest {
  importId: string
  author: string
  reason: string
  /** What the dry run said: nothing else is done. */
  expected: DryRun['tally']
}

interface Commit {
  kind: SheetKind
  plan(): Promise<{ plan: Plan; revision: number; problems: number; open: number }>
  progress(done: number, of: number): void
  /** While nobody else of this process writes. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
}

const STORES: Record<SheetKind, EntityStore<{ id: string }>> = {
  // each is given the records of its own sheet
  actors: actorStore as unknown as EntityStore<{ id: string }>,
  partnerships: partnershipStore as unknown as EntityStore<{ id: string }>,
  events: eventStore as unknown as EntityStore<{ id: string }>,
  attendance: affiliationStore as unknown as EntityStore<{ id: string }>,
}

class MovedOn extends Error {}

const ATTEMPTS = 5

/**
 * One changeset, together with the note that the import is in it: both are there or neither. Where the register has moved on, what
 * would be done is worked out anew, and refused where it is not what the dry run said.
 */
export async function commitPlan(
  db: Db,
  request: CommitRequest,
  commit: Commit,
): Promise<{ revision: number | null }> {
  for (let attempt = 1; ; attempt++)
    try {
      return await tryCommit(db, request, commit)
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error
      if (attempt === ATTEMPTS)
        throw new AppError('stale', { detail: 'Others are writing to the register: commit once more.' })
    }
}

async function tryCommit(db: Db, { importId, author, reason, expected }: CommitRequest, commit: Commit) {
  const { plan, revision, problems, open } = await commit.plan()
  if (problems > 0 || open > 0 || !isDeepStrictEqual(tallyOf(plan), expected))
    throw new AppError('stale', { detail: 'The register has changed since the dry run: look at it again.' })
  if (plan.added.length + plan.changed.length === 0) {
    await markCommitted(db, importId, null)
    return { revision: null }
  }
  const committed = await commit.exclusively(() =>
    commitChangeset(db, { author, action: 'import', reason }, async (tx) => {
      if (tx.revision !== revision + 1) throw new MovedOn()
      await write(tx, commit, plan)
      await markCommitted(tx.db, importId, tx.revision)
    }),
  )
  return { revision: committed.revision }
}

async function write(tx: ChangesetTx, { kind, progress }: Commit, plan: Plan) {
  const store = STORES[kind]
  const of = plan.added.length + plan.changed.length
  let done = 0
  for (const part of chunksOf(plan.added, 1000)) {
    await tx.add(
      store,
      part.map(({ record }) => record),
    )
    done += part.length
    progress(done, of)
  }
  for (const part of chunksOf(plan.changed, 1000)) {
    await tx.putAll(
      store,
      part.map(({ after }) => after),
    )
    done += part.length
    progress(done, of)
  }
  const entity = kind === 'actors' ? 'actor' : kind === 'partnerships' ? 'partnership' : null
  if (entity)
    for (const { record, notDuplicateOf } of plan.added)
      if (notDuplicateOf.length > 0) await rememberNotDuplicate(tx, entity, record.id, notDuplicateOf)
}

/** With the draft what was in it goes, names and values of the dry run too: the register has what was taken over. */
async function markCommitted(db: Db, id: string, revision: number | null) {
  const { dry_run: tried } = await db
    .selectFrom('spreadsheet')
    .select('dry_run')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const figures = tried && { ...(JSON.parse(tried) as DryRun), changes: [], additions: [] }
  await db
    .updateTable('spreadsheet')
    .set({
      state: 'committed',
      revision,
      work: '{}',
      detail: null,
      dry_run: figures && JSON.stringify(figures),
      failure: null,
      problems: 0,
      open: 0,
      updated_at: new Date().toISOString(),
    })
    .where('id', '=', id)
    .execute()
}
