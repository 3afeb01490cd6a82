import { z } from 'zod'
import { ActorQuery } from './actors.ts'
import { FieldIssue } from './errors.ts'
import { id, isoDate, reason, revision } from './fields.ts'
import { PartnershipQuery } from './partnerships.ts'
import { CENSUS_STATUSES, END_REASONS, SIZE_CLASSES } from './vocabulary.ts'

/** Changes of many records at once: counted first, then done as one changeset. */

const ids = z.object({ ids: z.array(id).min(1).max(5_000) }).strict()
const unpaged = { page: true, pageSize: true, sort: true, order: true } as const

export const ActorSelection = z.union([ids, z.object({ matching: ActorQuery.omit(unpaged) }).strict()])
export const PartnershipSelection = z.union([
  ids,
  z.object({ matching: PartnershipQuery.omit(unpaged) }).strict(),
])

const dateable = z
  .object({
    role: id.nullable(),
    regionCode: z.string().nullable(),
    sectorId: id.nullable(),
    censusStatus: z.enum(CENSUS_STATUSES),
  })
  .partial()

const asCounted = {
  /** Counts alone: nothing is written. */
  dryRun: z.boolean(),
  /** What the dry run said; asked for when it is done, and refused as stale where it would be something else by now. */
  counted: z.object({ revision, changes: z.number().int().nonnegative() }).strict().optional(),
  reason: reason.optional(),
}

/** `suggestion`: each gets the sector that its KBLI code proposes. */
export const ActorBulkChange = z.discriminatedUnion('mode', [
  z
    .object({
      mode: z.literal('correct'),
      changes: dateable.extend({ sizeClass: z.enum(SIZE_CLASSES).nullable().optional() }).strict(),
    })
    .strict(),
  z
    .object({
      mode: z.literal('from'),
      from: isoDate,
      changes: dateable.extend({ presence: z.enum(['present', 'left']).optional() }).strict(),
    })
    .strict(),
  z.object({ mode: z.literal('suggestion') }).strict(),
])
export type ActorBulkChange = z.infer<typeof ActorBulkChange>

/** `POST /api/actors/bulk`. */
export const ActorBulk = z
  .object({ selection: ActorSelection, change: ActorBulkChange, ...asCounted })
  .strict()
  .meta({ id: 'ActorBulk' })
export type ActorBulk = z.infer<typeof ActorBulk>
export type ActorBulkInput = z.input<typeof ActorBulk>

export const PartnershipBulkChange = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('confirm'), on: isoDate }).strict(),
  z
    .object({
      mode: z.literal('from'),
      from: isoDate,
      changes: z
        .object({
          status: z.enum(['active', 'paused', 'ended', 'declined']),
          endReason: z.enum(END_REASONS).optional(),
        })
        .strict(),
    })
    .strict(),
])
export type PartnershipBulkChange = z.infer<typeof PartnershipBulkChange>

/** `POST /api/partnerships/bulk`. */
export const PartnershipBulk = z
  .object({ selection: PartnershipSelection, change: PartnershipBulkChange, ...asCounted })
  .strict()
  .meta({ id: 'PartnershipBulk' })
export type PartnershipBulk = z.infer<typeof PartnershipBulk>
export type PartnershipBulkInput = z.input<typeof PartnershipBulk>

/** What became of the selection, or would. */
export const BulkOutcome = z
  .object({
    /** The changeset; of a dry run the revision that it was counted at. */
    revision,
    selected: z.number().int(),
    changes: z.number().int(),
    /** They are so already. */
    unchanged: z.number().int(),
    refused: z.number().int(),
    /** The first of those that it cannot be done with, and why. */
    examples: z.array(z.object({ id, issues: z.array(FieldIssue) })),
    /** How many get which value, where it is not the same for all. */
    values: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'BulkOutcome' })
export type BulkOutcome = z.infer<typeof BulkOutcome>
