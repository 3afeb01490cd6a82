import { z } from 'zod'
import { definitionId, on, revision } from './fields.ts'
import { AbsentSectors } from './reference.ts'
import { ACTOR_STANDINGS, CENSUS_STATUSES, STANDINGS } from './vocabulary.ts'

/** `GET /api/network`. `on` defaults to the city's default date. */
export const NetworkQuery = z
  .object({
    on: on.optional(),
    definition: definitionId.default('official'),
    level: z.enum(['sector', 'actor']).default('actor'),
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
      /** First day on which the pair counted, for "new since". */
      since: z.array(z.string().nullable()),
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
