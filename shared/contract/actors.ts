import { z } from 'zod'
import { dated, definitionId, id, isoDate, on, pageOf, paging, reason, revision } from './fields.ts'
import {
  ACTOR_STANDINGS,
  CENSUS_STATUSES,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONSENT_VALUES,
  SIZE_BASES,
  SIZE_CLASSES,
} from './vocabulary.ts'

const text = z.string().trim().min(1).max(200)
const tags = z.array(text).max(50)

const attributes = {
  name: text,
  aliases: tags,
  inCity: z.boolean(),
  parentId: id.nullable(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  yearStarted: z.number().int().min(1800).max(2200).nullable(),
  sizeClass: z.enum(SIZE_CLASSES).nullable(),
  sizeBasis: z.enum(SIZE_BASES).nullable(),
  /** A code never without its version: KBLI 2020 and 2025 give one number two meanings. */
  kbli: z.object({ code: z.string().regex(/^\d{5}$/), version: z.enum(['2020', '2025']) }).nullable(),
  products: tags,
  needs: tags,
  offers: tags,
}

/** What somebody said about one purpose on a day; the last word about each counts. */
export const Consent = z
  .object({
    purpose: z.enum(CONSENT_PURPOSES),
    from: isoDate,
    value: z.enum(CONSENT_VALUES),
    channel: z.enum(CONSENT_CHANNELS),
  })
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

/** `POST /api/actors/{id}/consents` */
export const ConsentChange = Consent.extend({ reason: reason.optional() })
  .strict()
  .meta({ id: 'ConsentChange' })
export type ConsentChange = z.infer<typeof ConsentChange>

/** The whole actor as stored and as logged: what is always true, and what was true from which date. */
export const ActorRecord = z
  .object({
    id,
    ...attributes,
    /** Columns of an imported file, kept as text. */
    attributes: z.record(z.string(), z.string()),
    presence: z.array(dated(z.enum(['present', 'left']))),
    roles: z.array(dated(id.nullable())),
    regions: z.array(dated(z.string().nullable())),
    /** One row per survey or verification, also when the status stayed the same. */
    census: z.array(dated(z.enum(CENSUS_STATUSES))),
    /** partition id → dated sector. */
    sectors: z.record(z.string(), z.array(dated(id.nullable()))),
    /** Nomor Induk Berusaha, 13 digits; absent where it is not known. */
    nib: z
      .string()
      .regex(/^\d{13}$/)
      .optional(),
    /** As dialled within Indonesia, `081234567890`; foreign ones with `+`. Absent where it is not known. */
    phone: z
      .string()
      .regex(/^(0\d{8,13}|\+\d{8,15})$/)
      .optional(),
    /** By date; absent where nobody was asked. */
    consents: z.array(Consent).optional(),
  })
  .meta({ id: 'ActorRecord' })
export type ActorRecord = z.infer<typeof ActorRecord>

/** One line of the register, as of a date. */
export const ActorRow = z
  .object({
    id,
    name: z.string(),
    role: z.string().nullable(),
    sectorId: z.string().nullable().meta({ description: 'Sector in the official partition' }),
    regionCode: z.string().nullable(),
    inCity: z.boolean(),
    sizeClass: z.enum(SIZE_CLASSES).nullable(),
    censusStatus: z.enum(CENSUS_STATUSES),
    registeredOn: isoDate.nullable(),
    leftOn: isoDate.nullable(),
    lastVerifiedOn: isoDate.nullable(),
    /** Partners and cross-sector partners in the network of the definition on the date; null outside it, as nobody knows. */
    partners: z.number().int().nullable(),
    crossPartners: z.number().int().nullable(),
    standing: z.enum(ACTOR_STANDINGS),
    /** Proposed by its KBLI code where it has no sector; nothing is written until somebody accepts it. */
    suggestion: z
      .object({ sectorId: id, kbli: z.object({ code: z.string(), version: z.string() }), title: z.string() })
      .nullable(),
    /** What it consents to now; absent for whoever may not read consents. */
    consents: z.array(z.enum(CONSENT_PURPOSES)).optional(),
    revision,
  })
  .meta({ id: 'ActorRow' })
export type ActorRow = z.infer<typeof ActorRow>

/** Everybody by name, as columns by id: what is searched while typing. On the default date of the register. */
export const ActorNames = z
  .object({
    revision,
    id: z.array(z.string()),
    name: z.array(z.string()),
    /** Other names, one per line; empty where there are none. */
    aliases: z.array(z.string()),
    role: z.array(z.string().nullable()),
    sectorId: z.array(z.string().nullable()),
    regionCode: z.array(z.string().nullable()),
    left: z.array(z.boolean()),
  })
  .meta({ id: 'ActorNames' })
export type ActorNames = z.infer<typeof ActorNames>

/** `GET /api/cards`: those who consented to being shown, as everybody may see them. */
export const ActorCard = z
  .object({
    id,
    name: z.string(),
    role: z.string().nullable(),
    sectorId: z.string().nullable(),
    regionCode: z.string().nullable(),
    products: z.array(z.string()),
    offers: z.array(z.string()),
    /** Of those who consented to being contacted as well. */
    website: z.string().nullable(),
  })
  .meta({ id: 'ActorCard' })
export type ActorCard = z.infer<typeof ActorCard>

export const CardQuery = z
  .object({ q: z.string().trim().max(200).optional(), sector: z.string().optional(), ...paging })
  .strict()
export type CardQuery = z.infer<typeof CardQuery>

export const CardPage = pageOf(ActorCard).meta({ id: 'CardPage' })
export type CardPage = z.infer<typeof CardPage>

export const ActorDetail = ActorRow.extend({ record: ActorRecord }).meta({ id: 'ActorDetail' })
export type ActorDetail = z.infer<typeof ActorDetail>

export const ACTOR_SORTS = [
  'name',
  'sector',
  'role',
  'region',
  'size',
  'census',
  'standing',
  'partners',
  'crossPartners',
  'lastVerifiedOn',
  'registeredOn',
  'consents',
] as const

/** `GET /api/actors`, `GET /api/businesses`. Repeatable filters are comma separated. */
export const ActorQuery = z
  .object({
    q: z.string().trim().max(200).optional(),
    role: z.string().optional(),
    sector: z.string().optional(),
    region: z.string().optional(),
    census: z.enum(CENSUS_STATUSES).optional(),
    standing: z.enum(ACTOR_STANDINGS).optional(),
    /** Those who consent to this now, or to nothing; for whoever may read consents. */
    consent: z.enum([...CONSENT_PURPOSES, 'none']).optional(),
    on: on.optional(),
    definition: definitionId.default('official'),
    sort: z.enum(ACTOR_SORTS).default('name'),
    order: z.enum(['asc', 'desc']).default('asc'),
    ...paging,
  })
  .strict()
export type ActorQuery = z.infer<typeof ActorQuery>

export const ActorPage = pageOf(ActorRow)
  .extend({
    /** No name holds the words that were asked for: these hold them with a slip or two. */
    near: z.boolean(),
  })
  .meta({ id: 'ActorPage' })
export type ActorPage = z.infer<typeof ActorPage>

const dateable = {
  role: id.nullable(),
  regionCode: z.string().nullable(),
  /** Sector in the official partition. */
  sectorId: id.nullable(),
  censusStatus: z.enum(CENSUS_STATUSES),
}

/** A new actor, from the register or inline from the partnership form. */
export const NewActor = z
  .object({
    ...z.object(attributes).partial().shape,
    name: text,
    role: id,
    regionCode: z.string().nullable().optional(),
    sectorId: id.nullable().optional(),
    censusStatus: z.enum(CENSUS_STATUSES).optional(),
    registeredOn: isoDate.optional(),
    /** Set after the person has seen the actors of a similar name and says this is another one. */
    notDuplicate: z.boolean().optional(),
    reason: reason.optional(),
  })
  .strict()
  .meta({ id: 'NewActor' })
export type NewActor = z.infer<typeof NewActor>

/**
 * A change to an actor. `correct`: it always was so (attributes, or the value the dated row should have had).
 * `from`: it became so on a date; only dated facts, leaving (`presence`), or a verification.
 */
export const ActorPatch = z
  .discriminatedUnion('mode', [
    z
      .object({
        mode: z.literal('correct'),
        reason: reason.optional(),
        changes: z
          .object({ ...attributes, ...dateable, registeredOn: isoDate })
          .partial()
          .strict(),
      })
      .strict(),
    z
      .object({
        mode: z.literal('from'),
        from: isoDate,
        reason: reason.optional(),
        changes: z
          .object({ ...dateable, presence: z.enum(['present', 'left']) })
          .partial()
          .strict(),
      })
      .strict(),
  ])
  .meta({ id: 'ActorPatch' })
export type ActorPatch = z.infer<typeof ActorPatch>
