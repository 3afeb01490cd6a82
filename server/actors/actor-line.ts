import { ActorRecord, type ActorRow } from '#shared/contract/actors.ts'
import type { Db } from '../db/schema.ts'
import { AppError } from '../errors.ts'
import type { ActorReading, ActorView } from './actor-view.ts'

/** A line of the register, before the revision of its record is looked up for the page that is sent. */
export type ActorLine = Omit<ActorRow, 'revision'>

export const actorLine = (actor: ActorRecord, reading: ActorReading): ActorLine => ({
  id: actor.id,
  name: actor.name,
  inCity: actor.inCity,
  sizeClass: actor.sizeClass,
  ...reading,
})

export async function withRevisions(db: Db, lines: readonly ActorLine[]): Promise<ActorRow[]> {
  if (lines.length === 0) return []
  const rows = await db
    .selectFrom('actor')
    .select(['id', 'revision'])
    .where(
      'id',
      'in',
      lines.map((line) => line.id),
    )
    .execute()
  const revisions = new Map(rows.map((row) => [row.id, row.revision]))
  return lines.map((line) => ({ ...line, revision: revisions.get(line.id) ?? 0 }))
}

/** The records in question as lines of the register, which is how a person compares them. */
export async function withActorRows(db: Db, error: unknown, view: ActorView): Promise<unknown> {
  if (!(error instanceof AppError) || !error.extras.duplicates?.every(isActor)) return error
  const lines = error.extras.duplicates.map((actor) => actorLine(actor, view.actorReading(actor)))
  return new AppError(error.code, { ...error.extras, duplicates: await withRevisions(db, lines) })
}

const isActor = (record: unknown): record is ActorRecord => ActorRecord.safeParse(record).success
