import { z } from 'zod'
import { definitionId, id, isoDate, on, revision } from './fields.ts'
import { EVIDENCE_GRADES, SECTOR_GROUPS, SECTOR_SHAPES, STATUSES } from './vocabulary.ts'

/** Everything slow-changing that a page needs to put words and marks to ids: `GET /api/reference`. */

const names = { nameId: z.string(), nameEn: z.string() }

export const Role = z.object({ id, ...names, position: z.number().int() }).meta({ id: 'Role' })

export const Kind = z
  .object({
    id,
    ...names,
    position: z.number().int(),
    directed: z.boolean(),
    /** For directed kinds, how the giver and the receiver read it: "memasok" / "dipasok oleh". */
    forwardId: z.string().nullable(),
    forwardEn: z.string().nullable(),
    backwardId: z.string().nullable(),
    backwardEn: z.string().nullable(),
    /** Two-mode kinds are exposure and never make ties. */
    twoMode: z.boolean(),
    retired: z.boolean(),
  })
  .meta({ id: 'Kind' })

export const Sector = z
  .object({
    id,
    ...names,
    /** Short enough for a label beside a mark. */
    shortId: z.string(),
    shortEn: z.string(),
    /** Two letters inside the mark. */
    code: z.string(),
    group: z.enum(SECTOR_GROUPS).nullable(),
    shape: z.enum(SECTOR_SHAPES),
    position: z.number().int(),
    /** Degrees, clockwise from the top, fixed for the life of the partition. */
    angle: z.number(),
    /** Nobody is put into it any more; who is in it stays. */
    retired: z.boolean(),
  })
  .meta({ id: 'Sector' })

export const Partition = z
  .object({ id, ...names, version: z.number().int(), official: z.boolean(), sectors: z.array(Sector) })
  .meta({ id: 'Partition' })

/** Sectors that nobody is registered in, and the partition that they are of: not always the one in force. */
export const AbsentSectors = z
  .object({ partitionId: z.string(), sectorIds: z.array(z.string()) })
  .meta({ id: 'AbsentSectors' })
export type AbsentSectors = z.infer<typeof AbsentSectors>

export const Region = z
  .object({
    code: z.string(),
    bpsCode: z.string().nullable(),
    level: z.enum(['city', 'district', 'village']),
    name: z.string(),
    parentCode: z.string().nullable(),
  })
  .meta({ id: 'Region' })

/** The stored rule of what counts, printed on every method card. */
export const DefinitionRule = z
  .object({
    /** Roles that may be in the network; null = all, also actors without a role. */
    roles: z.array(id).nullable(),
    inCityOnly: z.boolean(),
    /** true: only surveyed actors or parties to a counting tie are in n. false: everybody there is. */
    surveyedOnly: z.boolean(),
    /** Kinds that make ties; null = every kind that is not two-mode. */
    kinds: z.array(id).nullable(),
    minIntensity: z.number().int().min(1).max(5),
    /** Evidence grades that count; null = no evidence rule. */
    evidence: z.array(z.enum(EVIDENCE_GRADES)).nullable(),
    statuses: z.array(z.enum(STATUSES)),
    /** Months after which an unconfirmed tie lapses; null = never. */
    expiryMonths: z.number().int().nullable(),
    /** Undirected partnerships of more parties than this stay two-mode; null = no limit. */
    maxParties: z.number().int().nullable(),
    /** Share of a sector's registered actors with a verification in 12 months; null = no gate. */
    coverageGate: z.number().min(0).max(1).nullable(),
    /** Actors without a sector are left out of n. */
    sectorRequired: z.boolean(),
  })
  .meta({ id: 'DefinitionRule' })
export type DefinitionRule = z.infer<typeof DefinitionRule>

export const Definition = z
  .object({ id: definitionId, version: z.number().int(), ...names, rule: DefinitionRule, partitionId: id })
  .meta({ id: 'Definition' })

export const Target = z.object({ value: z.number().min(0).max(100), by: isoDate }).meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

export const City = z
  .object({
    name: z.string(),
    regionCode: z.string().nullable(),
    /** Fictional data, marked "data contoh" on every page. */
    demonstration: z.boolean(),
    /** What the actors of the official network are called on screen. */
    noun: z.enum(['business', 'organisation']),
    /** The stored reference date, if the database has one. */
    referenceDate: isoDate.nullable(),
    /** The reference date, else the date in the city's time zone. */
    today: isoDate,
    /** What a page shows when the address names no date. */
    defaultOn: on,
    /** First and last day for which a series makes sense. */
    firstOn: isoDate.nullable(),
    lastOn: isoDate,
    timeZone: z.string(),
    /** Attribution of imported data, printed in the footer. */
    source: z.string().nullable(),
  })
  .meta({ id: 'City' })

export const Reference = z
  .object({
    revision,
    city: City,
    roles: z.array(Role),
    kinds: z.array(Kind),
    partitions: z.array(Partition),
    regions: z.array(Region),
    definitions: z.array(Definition),
    target: Target.nullable(),
  })
  .meta({ id: 'Reference' })

export type Role = z.infer<typeof Role>
export type Kind = z.infer<typeof Kind>
export type Sector = z.infer<typeof Sector>
export type Partition = z.infer<typeof Partition>
export type Region = z.infer<typeof Region>
export type Definition = z.infer<typeof Definition>
export type City = z.infer<typeof City>
export type Reference = z.infer<typeof Reference>
