import { z } from 'zod'
import { NewActor } from './actors.ts'
import { NamedFile } from './evidence.ts'
import { dated, definitionId, id, isoDate, on, pageOf, paging, reason, revision } from './fields.ts'
import { EffectReceipt } from './receipt.ts'
import { END_REASONS, EVIDENCE_GRADES, NOT_COUNTING_REASONS, STANDINGS, STATUSES } from './vocabulary.ts'

const pair = z.tuple([id, id])
const intensity = z.number().int().min(1).max(5)

const attributes = {
  kind: id,
  intensity,
  evidence: z.enum(EVIDENCE_GRADES),
  evidenceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  note: z.string().trim().max(2000).nullable(),
}

/** The whole partnership as stored and as logged. */
export const PartnershipRecord = z
  .object({
    id,
    ...attributes,
    /** Two or more, in the order in which they were named. */
    parties: z.array(id).min(2),
    /** Directed kinds: giver → receiver. Undirected with more than six parties: the pairs that confirmed each other. */
    arcs: z.array(pair),
    startedOn: isoDate.nullable(),
    endedOn: isoDate.nullable(),
    endReason: z.enum(END_REASONS).nullable(),
    statuses: z.array(dated(z.enum(STATUSES))),
    /** Dates on which somebody confirmed that it is still going; the start counts as the first. */
    confirmations: z.array(isoDate),
    /** Imported networks: weight and the names of the projects merged into this record. */
    weight: z.number().nullable(),
    projects: z.array(z.string()),
    /** Valid-time stand-in for a proposal without a start. */
    recordedOn: isoDate.nullable(),
  })
  .meta({ id: 'PartnershipRecord' })
export type PartnershipRecord = z.infer<typeof PartnershipRecord>

export const Party = z.object({
  actorId: id,
  name: z.string(),
  role: z.string().nullable(),
  sectorId: z.string().nullable(),
  regionCode: z.string().nullable(),
})
export type Party = z.infer<typeof Party>

/** One line of the register, as of a date. */
export const PartnershipRow = z
  .object({
    id,
    kind: id,
    parties: z.array(Party),
    arcs: z.array(pair),
    intensity,
    evidence: z.enum(EVIDENCE_GRADES),
    standing: z.enum(STANDINGS),
    startedOn: isoDate.nullable(),
    endedOn: isoDate.nullable(),
    endReason: z.enum(END_REASONS).nullable(),
    lastConfirmedOn: isoDate.nullable(),
    /** Last day on which it counts without a new confirmation. */
    expiresOn: isoDate.nullable(),
    crossSector: z.boolean(),
    /** Whether it makes a tie under the definition on the date; if not, why. */
    counts: z.boolean(),
    notCounting: z.array(z.enum(NOT_COUNTING_REASONS)),
    revision,
  })
  .meta({ id: 'PartnershipRow' })
export type PartnershipRow = z.infer<typeof PartnershipRow>

export const PartnershipDetail = PartnershipRow.extend({ record: PartnershipRecord }).meta({
  id: 'PartnershipDetail',
})
export type PartnershipDetail = z.infer<typeof PartnershipDetail>

export const PARTNERSHIP_SORTS = [
  'startedOn',
  'endedOn',
  'lastConfirmedOn',
  'expiresOn',
  'parties',
  'kind',
  'standing',
  'intensity',
  'evidence',
  'counts',
] as const

/** `GET /api/partnerships`. */
export const PartnershipQuery = z
  .object({
    q: z.string().trim().max(200).optional(),
    actor: id.optional(),
    kind: z.string().optional(),
    standing: z.enum(STANDINGS).optional(),
    evidence: z.string().optional(),
    sector: z.string().optional(),
    /** Only those that join two sectors (`true`) or stay within one (`false`). */
    cross: z.enum(['true', 'false']).optional(),
    counts: z.enum(['true', 'false']).optional(),
    on: on.optional(),
    definition: definitionId.default('official'),
    sort: z.enum(PARTNERSHIP_SORTS).default('startedOn'),
    order: z.enum(['asc', 'desc']).default('desc'),
    ...paging,
  })
  .strict()
export type PartnershipQuery = z.infer<typeof PartnershipQuery>

export const PartnershipPage = pageOf(PartnershipRow)
  .extend({
    /** No party is called as was asked for: these are, with a slip or two. */
    near: z.boolean(),
    /** Of the whole register as of the date, whatever the filters: records that count, and the ties (pairs) that they make. */
    counted: z.object({ records: z.number().int(), ties: z.number().int() }),
  })
  .meta({ id: 'PartnershipPage' })
export type PartnershipPage = z.infer<typeof PartnershipPage>

/** `GET /api/partnerships/duplicates`: what goes on, or went on after `startedOn`, between exactly these parties. */
export const DuplicatesQuery = z
  .object({
    parties: z.string().meta({ description: 'Ids of actors, comma separated' }),
    kind: id.optional(),
    startedOn: isoDate.optional(),
  })
  .strict()

export const PartnershipDuplicates = z
  .object({ rows: z.array(PartnershipRow), revision })
  .meta({ id: 'PartnershipDuplicates' })
export type PartnershipDuplicates = z.infer<typeof PartnershipDuplicates>

/** What staff send to log a partnership. Arcs name parties by their position in `parties`. */
export const NewPartnership = z
  .object({
    parties: z
      .array(z.union([z.object({ actorId: id }).strict(), z.object({ newActor: NewActor }).strict()]))
      .min(2)
      .max(50),
    arcs: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])).default([]),
    kind: id,
    intensity: intensity.default(2),
    evidence: z.enum(EVIDENCE_GRADES).default('C'),
    evidenceUrl: attributes.evidenceUrl.optional(),
    note: attributes.note.optional(),
    status: z.enum(['active', 'proposed']).default('active'),
    startedOn: isoDate.nullable(),
    /** Set after the person has seen the likely duplicates and says this is another one. */
    notDuplicate: z.boolean().default(false),
    /** The same of single records, which the person has seen: another one in the way is still refused. */
    notDuplicateOf: z.array(id).max(50).default([]),
    /** Files uploaded before, which prove it. */
    files: z.array(NamedFile).max(10).default([]),
    reason: reason.optional(),
  })
  .strict()
  .meta({ id: 'NewPartnership' })
export type NewPartnership = z.infer<typeof NewPartnership>
export type NewPartnershipInput = z.input<typeof NewPartnership>

export const LoggedPartnership = z
  .object({
    revision,
    partnership: PartnershipDetail,
    /** null where the effect could not be worked out: the write stands all the same. */
    receipt: EffectReceipt.nullable(),
  })
  .meta({ id: 'LoggedPartnership' })
export type LoggedPartnership = z.infer<typeof LoggedPartnership>

/**
 * A change to a partnership. `correct`: it always was so. `from`: its status changed on a date (pause, resume, end, decline).
 * `confirm`: somebody says on a date that it is still going.
 */
export const PartnershipPatch = z
  .discriminatedUnion('mode', [
    z
      .object({
        mode: z.literal('correct'),
        reason: reason.optional(),
        changes: z
          .object({
            ...attributes,
            startedOn: isoDate.nullable(),
            endedOn: isoDate.nullable(),
            endReason: z.enum(END_REASONS).nullable(),
            arcs: z.array(pair),
          })
          .partial()
          .strict(),
      })
      .strict(),
    z
      .object({
        mode: z.literal('from'),
        from: isoDate,
        reason: reason.optional(),
        changes: z.object({ status: z.enum(STATUSES), endReason: z.enum(END_REASONS).optional() }).strict(),
      })
      .strict(),
    z.object({ mode: z.literal('confirm'), on: isoDate, reason: reason.optional() }).strict(),
  ])
  .meta({ id: 'PartnershipPatch' })
export type PartnershipPatch = z.infer<typeof PartnershipPatch>
