import { z } from 'zod'
import { ActorDetail, ActorRow } from './actors.ts'
import { id, reason, revision } from './fields.ts'
import { PartnershipRow } from './partnerships.ts'

/** An actor that became another one; its id leads there. */
export const MergerRecord = z.object({ id, intoId: id, name: z.string() }).meta({ id: 'MergerRecord' })
export type MergerRecord = z.infer<typeof MergerRecord>

/** What of two actors has to be chosen. Names that are not kept become other names, and what either consented to is united. */
export const MERGE_FIELDS = [
  'name',
  'inCity',
  'parentId',
  'website',
  'yearStarted',
  'size',
  'kbli',
  'products',
  'needs',
  'offers',
  'presence',
  'roles',
  'regions',
  'census',
  'sectors',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

/** `both` for lists: surveys, products, needs, offers. */
export const MERGE_SIDES = ['kept', 'absorbed', 'both'] as const
export type MergeSide = (typeof MERGE_SIDES)[number]

/** `GET /api/actors/{id}/merge?absorb=…`: what would become of everything, before it is done. */
export const MergePreview = z
  .object({
    revision,
    kept: ActorRow,
    absorbed: ActorRow,
    /** The fields in which they differ. */
    fields: z.array(
      z.object({
        field: z.enum(MERGE_FIELDS),
        kept: z.unknown(),
        absorbed: z.unknown(),
        sides: z.array(z.enum(MERGE_SIDES)),
        proposed: z.enum(MERGE_SIDES),
      }),
    ),
    /** Those of the absorbed actor. */
    partnerships: z.array(
      z.object({
        partnership: PartnershipRow,
        /**
         * `moves`: names the kept one; `shrinks`: named both and has one party fewer; `self`: was between these two alone and is
         * withdrawn; `duplicate`: the kept one has one like it.
         */
        outcome: z.enum(['moves', 'shrinks', 'self', 'duplicate']),
        like: PartnershipRow.nullable(),
        proposed: z.enum(['move', 'withdraw']),
      }),
    ),
    /** Memberships and attendance: moved, and those that the kept one has already. */
    affiliations: z.object({ moved: z.number().int(), united: z.number().int() }),
    /** Other records that name the absorbed actor and will name the kept one: events, parts, earlier merges. */
    others: z.number().int(),
  })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.infer<typeof MergePreview>

export const MergeQuery = z.object({ absorb: id }).strict()

/** `POST /api/actors/{id}/merge`. What is not chosen is done as proposed. */
export const MergeRequest = z
  .object({
    absorb: id,
    /** Of the preview: refused as stale where something of it has changed since. */
    revision,
    fields: z.partialRecord(z.enum(MERGE_FIELDS), z.enum(MERGE_SIDES)).default({}),
    partnerships: z.record(id, z.enum(['move', 'withdraw'])).default({}),
    reason: reason.optional(),
  })
  .strict()
  .meta({ id: 'MergeRequest' })
export type MergeRequest = z.infer<typeof MergeRequest>
export type MergeRequestInput = z.input<typeof MergeRequest>

export const Merged = z
  .object({ revision, actor: ActorDetail, moved: z.number().int(), withdrawn: z.number().int() })
  .meta({ id: 'Merged' })
export type Merged = z.infer<typeof Merged>
