import { z } from 'zod'
import { id, pageOf, paging, reason, revision } from './fields.ts'
import { ENTITY_TYPES } from './vocabulary.ts'

export const Change = z.object({
  entity: z.enum(ENTITY_TYPES),
  id,
  /** The whole record before and after; null where it did not exist. */
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
})
export type Change = z.infer<typeof Change>

export const Changeset = z
  .object({
    revision,
    author: z.string(),
    /** Of the account; null where the author is none, such as `lokal`, who works at the machine itself. */
    authorName: z.string().nullable(),
    at: z.iso.datetime(),
    /** What the person did, as a code: `log-partnership`, `undo`, `seed`, `import`, … */
    action: z.string(),
    reason: z.string().nullable(),
    /** The revision that this one takes back. */
    undoes: revision.nullable(),
    undoneBy: revision.nullable(),
    changes: z.number().int(),
  })
  .meta({ id: 'Changeset' })
export type Changeset = z.infer<typeof Changeset>

/** `records`: the first 500 that it touched; `changes` counts them all. */
export const ChangesetDetail = Changeset.extend({ records: z.array(Change) }).meta({ id: 'ChangesetDetail' })
export type ChangesetDetail = z.infer<typeof ChangesetDetail>

/** `GET /api/changesets`; with `entity` and `id` the history of one record. */
export const ChangesetQuery = z
  .object({ entity: z.enum(ENTITY_TYPES).optional(), id: id.optional(), ...paging })
  .strict()
export const ChangesetPage = pageOf(Changeset).meta({ id: 'ChangesetPage' })
export type ChangesetPage = z.infer<typeof ChangesetPage>

/** Body of `POST /api/changesets/{revision}/undo`. */
export const UndoRequest = z.object({ reason: reason.optional() }).strict().meta({ id: 'UndoRequest' })
