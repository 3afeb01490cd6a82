import { z } from 'zod'
import { definitionId, isoDate, known, on, revision } from './fields.ts'
import { Period } from './insights.ts'
import { AbsentSectors } from './reference.ts'
import { ACTOR_STANDINGS, CENSUS_STATUSES, STANDINGS } from './vocabulary.ts'

/** `GET /api/network`. `on` defaults to the city's default date. */
export const NetworkQuery = z
  .object({
    on: on.optional(),
    definition: definitionId.default('official'),
    level: z.enum(['sector', 'actor']).default('actor'),
    known: known.optional(),
  })
  .strict()

/**
 * The actors and ties of a date as columns: row i of every array is one actor (or tie). Actors outside n
 * (unasked, unclassified) are in, marked by `standing`, so that absence can be drawn. Sorted by id.
 */
export const ActorNetwork = z
  .object({
    revision,
    on,
    definition: definitionId,
    level: z.literal('actor'),
    partitionId: z.string(),
    actors: z.object({
      id: z.array(z.string()),
      name: z.array(z.string()),
      role: z.array(z.string().nullable()),
      sectorId: z.array(z.string().nullable()),
      regionCode: z.array(z.string().nullable()),
      standing: z.array(z.enum(ACTOR_STANDINGS)),
      census: z.array(z.enum(CENSUS_STATUSES)),
      degree: z.array(z.number().int()),
      crossDegree: z.array(z.number().int()),
      /** Pairs of actors that would no longer reach each other without this one. */
      cutPairs: z.array(z.number().int()),
      /** Stable layout position; roughly within −1000 … 1000. */
      x: z.array(z.number()),
      y: z.array(z.number()),
      /**
       * Of large networks that name few kelurahan: the group of actors that work with one another, by its first member; null for who
       * is in none. The same on all dates.
       */
      community: z.array(z.string().nullable()).optional(),
    }),
    /** Every pair joined by a partnership on the date, counting or not: the page filters. */
    ties: z.object({
      /** Row numbers in `actors`. */
      a: z.array(z.number().int()),
      b: z.array(z.number().int()),
      /** The best standing among the partnerships that join the pair. */
      standing: z.array(z.enum(STANDINGS)),
      counts: z.array(z.boolean()),
      /** Kinds, as indexes into `kinds`. */
      kind: z.array(z.array(z.number().int())),
      intensity: z.array(z.number().int()),
      partnerships: z.array(z.number().int()),
      /** First day of the unbroken run in which the pair counts, for "new since". */
      since: z.array(z.string().nullable()),
      /** First day on which it ever counted, where it was interrupted after that; else null. */
      first: z.array(z.string().nullable()),
      /** Would count, had it been confirmed. */
      lapsed: z.array(z.boolean()),
    }),
    kinds: z.array(z.string()),
    absent: AbsentSectors,
    counts: z.object({
      n: z.number().int(),
      m: z.number().int(),
      /** Partnership records that count: one may join several pairs, several may join one. */
      records: z.number().int(),
      unlinked: z.number().int(),
      unasked: z.number().int(),
      unclassified: z.number().int(),
      expired: z.number().int(),
    }),
  })
  .meta({ id: 'ActorNetwork' })
export type ActorNetwork = z.infer<typeof ActorNetwork>

/** One node per sector, one row per pair of sectors, also the pairs without a tie (ghost links). */
export const SectorNetwork = z
  .object({
    revision,
    on,
    definition: definitionId,
    level: z.literal('sector'),
    partitionId: z.string(),
    sectors: z.object({
      id: z.array(z.string()),
      n: z.array(z.number().int()),
      reached: z.array(z.number().int()),
      angle: z.array(z.number()),
    }),
    pairs: z.object({
      a: z.array(z.number().int()),
      b: z.array(z.number().int()),
      observed: z.array(z.number().int()),
      expected: z.array(z.number().nullable()),
    }),
  })
  .meta({ id: 'SectorNetwork' })
export type SectorNetwork = z.infer<typeof SectorNetwork>

/** What a series of the network is asked with: by the rules of a definition, as known at some time. */
const seriesQuery = { definition: definitionId.default('official'), known: known.optional() }
const count = z.number().int()

/** `GET /api/network/turnover` */
export const TurnoverQuery = z.object(seriesQuery).strict()
export type TurnoverQuery = z.infer<typeof TurnoverQuery>

export const TurnoverPoint = z
  .object({
    period: Period,
    n: count,
    m: count,
    unlinked: count,
    /** Ties of this date that were none at the end of the period before; and those of then that are none now. */
    started: count,
    ended: count,
  })
  .meta({ id: 'TurnoverPoint' })
export type TurnoverPoint = z.infer<typeof TurnoverPoint>

/** The network at the end of every period since its first tie, with what came and went. */
export const Turnover = z
  .object({
    revision,
    definition: definitionId,
    every: z.enum(['quarter', 'year']),
    points: z.array(TurnoverPoint),
    events: z.array(z.object({ id: z.string(), title: z.string(), on: isoDate })),
  })
  .meta({ id: 'Turnover' })
export type Turnover = z.infer<typeof Turnover>

/** The most dates that are read side by side. */
export const MAX_MULTIPLES = 9

/** `GET /api/network/multiples`: so many quarters up to the one of `to`. */
export const MultiplesQuery = z
  .object({
    ...seriesQuery,
    to: isoDate.optional(),
    count: z.coerce.number().int().min(1).max(MAX_MULTIPLES).default(MAX_MULTIPLES),
  })
  .strict()
export type MultiplesQuery = z.infer<typeof MultiplesQuery>

/** Several dates of one network at once. Bit k of `in` and `on` stands for the date of point k. */
export const Multiples = z
  .object({
    revision,
    definition: definitionId,
    points: z.array(TurnoverPoint),
    /** Everybody in n on any of the dates, by id; the sector is that of the last date on which they are. */
    actors: z.object({
      id: z.array(z.string()),
      sectorId: z.array(z.string().nullable()),
      in: z.array(count),
      x: z.array(z.number()),
      y: z.array(z.number()),
    }),
    /** Every tie of any of the dates; rows of `actors`. */
    ties: z.object({ a: z.array(count), b: z.array(count), on: z.array(count) }),
  })
  .meta({ id: 'Multiples' })
export type Multiples = z.infer<typeof Multiples>
