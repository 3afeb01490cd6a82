import { z } from 'zod'
import { definitionId, isoDate, known, on, revision } from './fields.ts'
import { AbsentSectors, Target } from './reference.ts'
import { DIAGNOSES, LEVEL_EVIDENCE, SECTOR_LEVELS } from './vocabulary.ts'

const count = z.number().int()
/** Undefined is null with a reason code, never 0 or NaN. */
const undefinable = { value: z.number().nullable(), reason: z.string().nullable() }

export const InsightQuery = z
  .object({ on: on.optional(), definition: definitionId.default('official') })
  .strict()
export type InsightQuery = z.infer<typeof InsightQuery>

/** `GET /api/insights/sectors`, also as known at some time. `compare`: an earlier day, else the end of the quarter before. */
export const SectorsQuery = InsightQuery.extend({
  compare: isoDate.optional(),
  known: known.optional(),
}).strict()
export type SectorsQuery = z.infer<typeof SectorsQuery>

export const ProgressQuery = z
  .object({
    from: isoDate.optional(),
    to: isoDate.optional(),
    every: z.enum(['quarter', 'year']).default('quarter'),
    definition: definitionId.default('official'),
  })
  .strict()
export type ProgressQuery = z.infer<typeof ProgressQuery>

/** The period that a date is read in: a calendar quarter or year, on its last day or on today (provisional). */
export const Period = z
  .object({ year: count, quarter: count.nullable(), on: isoDate, provisional: z.boolean() })
  .meta({ id: 'Period' })
export type Period = z.infer<typeof Period>

export const Band = z
  .object({
    low: z.number().nullable(),
    high: z.number().nullable(),
    se: z.number().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Band' })
export type Band = z.infer<typeof Band>

/** Shares 0..1; the counts behind them beside them. */
export const Pillars = z
  .object({
    /** Jangkauan: `reached` of `n`. */
    J: z.number(),
    /** Pemerataan: mean over `groups` sectors (the small ones pooled into one). */
    S: z.number(),
    /** Keutuhan = (H + T) / 2. */
    C: z.number(),
    H: z.number(),
    T: z.number(),
    reached: count,
    n: count,
    groups: count,
  })
  .meta({ id: 'Pillars' })
export type Pillars = z.infer<typeof Pillars>

export const IndexReading = z
  .object({
    ...undefinable,
    label: z.enum(['separate', 'beginning', 'connected', 'integrated']).nullable(),
    pillars: Pillars.nullable(),
    band: Band,
    /** Mean index with sector labels shuffled over the same ties. */
    benchmark: z.object({
      ...undefinable,
      exact: z.boolean(),
      draws: count,
      standardError: z.number().nullable(),
    }),
    /** n < 30: "jaringan kecil, angka mudah berubah". */
    small: z.boolean(),
  })
  .meta({ id: 'IndexReading' })
export type IndexReading = z.infer<typeof IndexReading>

export const IndexChange = z
  .object({
    comparedOn: isoDate,
    before: z.number().nullable(),
    difference: z.number().nullable(),
    reason: z.string().nullable(),
    /** Paired jackknife: the change is clear only when |difference| > 1.645 × se. */
    se: z.number().nullable(),
    verdict: z.enum(['up', 'down', 'unclear']).nullable(),
    sameCohort: z.number().nullable(),
    composition: z.number().nullable(),
    /** Actors in n now and not before, and the other way round. */
    entered: count,
    left: count,
    /** Shapley split of the same-cohort change. */
    pillars: z.object({ J: z.number(), S: z.number(), C: z.number() }).nullable(),
  })
  .meta({ id: 'IndexChange' })
export type IndexChange = z.infer<typeof IndexChange>

export const SectorInsight = z
  .object({
    sectorId: z.string(),
    level: z.enum(SECTOR_LEVELS),
    /** Only for isolated and weak sectors. */
    diagnosis: z.enum(DIAGNOSES).nullable(),
    /** Only for isolated, weak and bridging sectors. */
    evidence: z.enum(LEVEL_EVIDENCE).nullable(),
    n: count,
    reached: count,
    /** Expected reached count were sectors to play no role ("wajarnya"). */
    expectedReached: z.number().nullable(),
    reach: z.number().nullable(),
    expectedReach: z.number().nullable(),
    rho: z.number().nullable(),
    activity: z.number().nullable(),
    openness: z.number().nullable(),
    /** null, with activity and openness, where counts of a few would follow from them: see `SmallCells`. */
    internal: count.nullable(),
    external: count.nullable(),
    /** Share of the external ties that one business holds. */
    topShare: z.number().nullable(),
    liaisons: count.nullable(),
    p: z.number().nullable(),
    q: z.number().nullable(),
    exact: z.boolean().nullable(),
    draws: count.nullable(),
    /** Share of leave-one-business-out runs that keep the level. */
    stability: z.number().nullable(),
    /** Registered on the date (unasked ones included), and those verified within 12 months. */
    registered: count,
    verified: count,
    unasked: count,
    gateOpen: z.boolean(),
    /** At the compared date; null when there is none. */
    before: z
      .object({ reached: count, n: count, level: z.enum(SECTOR_LEVELS), levelChanged: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'SectorInsight' })
export type SectorInsight = z.infer<typeof SectorInsight>

export const SectorPair = z
  .object({
    a: z.string(),
    b: z.string(),
    observed: count,
    expected: z.number().nullable(),
    /** There are ties, too few or of too few businesses to be counted in public: `observed` is then 1. */
    few: z.literal(true).optional(),
  })
  .meta({ id: 'SectorPair' })
export type SectorPair = z.infer<typeof SectorPair>

export const Coverage = z
  .object({
    registered: count,
    /** Verified within 12 months, surveyed but older, never asked: they add up to `registered`. */
    verified: count,
    recheck: count,
    unasked: count,
    unclassified: count,
    outsideCity: count,
    expiredTies: count,
  })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof Coverage>

const named = z.object({ actorId: z.string(), name: z.string(), sectorId: z.string().nullable() })
export const Moved = z
  .object({
    newTies: count,
    endedTies: count,
    lapsedTies: count,
    /** Got a first cross-sector partner, lost the last one, came into n, left n. */
    gained: z.array(named),
    lost: z.array(named),
    entered: z.array(named),
    left: z.array(named),
    levels: z.array(
      z.object({ sectorId: z.string(), before: z.enum(SECTOR_LEVELS), after: z.enum(SECTOR_LEVELS) }),
    ),
    newPairs: z.array(z.object({ a: z.string(), b: z.string() })),
  })
  .meta({ id: 'Moved' })
export type Moved = z.infer<typeof Moved>

/** What is read without signing in, of a register of real people: sectors of fewer businesses are told together. */
export const SmallCells = z
  .object({
    minimum: count,
    /** The small sectors as one, uncounted where they are too few even together; null where there are none. */
    merged: z.object({ sectors: count, n: count.nullable(), reached: count.nullable() }).nullable(),
    /** Fewer businesses than `minimum` altogether: nothing is told of them, and every count is 0. */
    withheld: z.literal(true).optional(),
  })
  .meta({ id: 'SmallCells' })
export type SmallCells = z.infer<typeof SmallCells>

export const Overview = z
  .object({
    revision,
    on,
    definition: definitionId,
    partitionId: z.string(),
    period: Period.nullable(),
    index: IndexReading,
    change: IndexChange.nullable(),
    target: Target.nullable(),
    n: count,
    m: count,
    unlinked: count,
    /** Most in need of action first: isolated, weak, insufficient data, then the rest; within by evidence, then rho. */
    sectors: z.array(SectorInsight),
    pairs: z.array(SectorPair),
    linkedPairs: count,
    possiblePairs: count,
    /** The pair without a tie where most would be expected. */
    widestGap: SectorPair.nullable(),
    absent: AbsentSectors,
    coverage: Coverage,
    moved: Moved.nullable(),
    /** Sectors named in the headline: isolated, evidence strong or indication, weakest first, at most three. */
    headlineSectorIds: z.array(z.string()),
    /** Structure of the whole network, for method cards and the academics' tab. */
    structure: z.object({
      density: z.object(undefinable),
      components: count,
      largestComponent: count,
      connectedness: z.object(undefinable),
      centralization: z.object(undefinable),
      resilience: z.object(undefinable),
      ei: z.object({
        ...undefinable,
        expected: z.number().nullable(),
        p: z.number().nullable(),
        exact: z.boolean().nullable(),
      }),
      assortativity: z.object(undefinable),
      modularity: z.object(undefinable),
      /** Actors whose exit would cut most pairs apart. */
      articulation: z.array(
        z.object({ actorId: z.string(), name: z.string(), sectorId: z.string().nullable(), pairs: count }),
      ),
    }),
    seed: count,
    /** Only where small cells are left out. */
    smallCells: SmallCells.optional(),
  })
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>

export const SectorList = z
  .object({
    revision,
    on,
    definition: definitionId,
    partitionId: z.string(),
    sectors: z.array(SectorInsight),
  })
  .meta({ id: 'SectorList' })
export type SectorList = z.infer<typeof SectorList>

export const SectorCard = z
  .object({
    revision,
    on,
    definition: definitionId,
    partitionId: z.string(),
    sector: SectorInsight,
    history: z.array(
      z.object({
        period: Period,
        level: z.enum(SECTOR_LEVELS),
        evidence: z.enum(LEVEL_EVIDENCE).nullable(),
        reached: count,
        n: count,
        rho: z.number().nullable(),
      }),
    ),
    sizes: z.object({ micro: count, small: count, medium: count, large: count, unknown: count }),
    /** Who holds the ties to other sectors, most first. */
    bridges: z.array(named.extend({ external: count, of: count })),
    /** Pairs with every other sector, ghosts included. */
    pairs: z.array(SectorPair),
    members: z.array(
      named.extend({
        /** null where nobody has asked */
        partners: count.nullable(),
        crossPartners: count.nullable(),
        standing: z.enum(['linked', 'unlinked', 'unasked']),
      }),
    ),
  })
  .meta({ id: 'SectorCard' })
export type SectorCard = z.infer<typeof SectorCard>

export const ProgressPoint = z
  .object({
    period: Period,
    index: IndexReading,
    n: count,
    m: count,
    newTies: count,
    /** Ended and lapsed since the point before. */
    endedTies: count,
    change: z
      .object({
        sameCohort: z.number().nullable(),
        composition: z.number().nullable(),
        entered: count,
        left: count,
      })
      .nullable(),
    levels: z.array(z.object({ sectorId: z.string(), level: z.enum(SECTOR_LEVELS) })),
  })
  .meta({ id: 'ProgressPoint' })
export type ProgressPoint = z.infer<typeof ProgressPoint>

export const Progress = z
  .object({
    revision,
    definition: definitionId,
    every: z.enum(['quarter', 'year']),
    points: z.array(ProgressPoint),
    /** `title` is null where it is not public: staff wrote it for themselves. */
    events: z.array(
      z.object({ id: z.string(), title: z.string().nullable(), type: z.string(), on: isoDate }),
    ),
    target: Target.nullable(),
  })
  .meta({ id: 'Progress' })
export type Progress = z.infer<typeof Progress>
