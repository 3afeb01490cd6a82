import { z } from 'zod'
import { id, pageOf, paging, reason, revision } from './fields.ts'
import { ENTITY_TYPES } from './vocabulary.ts'

const blocking = z.array(z.object({ revision, entity: z.string(), id: z.string() }))

export const Change = z.object({
  entity: z.enum(ENTITY_TYPES),
  id,
  /** The whole record before and after; null where it did not exist. */
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
  /** `open`: can be taken back; `undone`: was taken back; `blocked`: later changes are in the way. */
  state: z.enum(['open', 'undone', 'blocked']),
  blocking,
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
    /** The undo that stands, after which nothing of this one does. */
    undoneBy: revision.nullable(),
    /** An undo of some of the changes of a changeset. */
    partial: z.boolean(),
    changes: z.number().int(),
  })
  .meta({ id: 'Changeset' })
export type Changeset = z.infer<typeof Changeset>

/** `records`: the first 500 that it touched; `changes` counts them all. */
export const ChangesetDetail = Changeset.extend({ records: z.array(Change) }).meta({ id: 'ChangesetDetail' })
export type ChangesetDetail = z.infer<typeof ChangesetDetail>

/** How a changeset can be taken back: wholly, what is left of it, not any more; `large`: found out on trying. */
export const UndoState = z
  .object({
    revision,
    state: z.enum(['open', 'partly', 'undone', 'blocked', 'large']),
    /** What is in the way, and below how many changes of this one could be taken back one by one. */
    blocking,
    open: z.number().int(),
    /** The changesets that `blocking` names. */
    by: z.array(z.object({ revision, action: z.string(), author: z.string(), at: z.string() })),
  })
  .meta({ id: 'UndoState' })
export type UndoState = z.infer<typeof UndoState>

/** `GET /api/changesets/undo-states?revisions=12,13`. */
export const UndoStatesQuery = z
  .object({ revisions: z.string().regex(/^\d{1,15}(,\d{1,15}){0,99}$/) })
  .strict()
export const UndoStates = z.object({ rows: z.array(UndoState), revision }).meta({ id: 'UndoStates' })
export type UndoStates = z.infer<typeof UndoStates>

/** `GET /api/changesets`; with `entity` and `id` the history of one record. */
export const ChangesetQuery = z
  .object({
    entity: z.enum(ENTITY_TYPES).optional(),
    id: id.optional(),
    /** Only this changeset. */
    revision: z.coerce.number().int().min(1).optional(),
    ...paging,
  })
  .strict()
export const ChangesetPage = pageOf(Changeset).meta({ id: 'ChangesetPage' })
export type ChangesetPage = z.infer<typeof ChangesetPage>

/** What to take back. Body of `POST /api/changesets/{revision}/undo`. */
export const UndoRequest = z
  .object({
    reason: reason.optional(),
    /** Only the changes of these records; without it all that still stand. */
    records: z
      .array(z.object({ entity: z.enum(ENTITY_TYPES), id }).strict())
      .min(1)
      .max(500)
      .optional(),
  })
  .strict()
  .meta({ id: 'UndoRequest' })
