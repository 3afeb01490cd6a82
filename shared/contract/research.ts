import { z } from 'zod'
import { METRIC_IDS } from '../analytics/catalog.ts'
import { definitionId, id, isoDate, on, revision } from './fields.ts'
import { Period } from './insights.ts'

/**
 * What academics ask: every measure as columns, for any date, definition and partition.
 *
 * A *metric* is a row of the catalogue with its method card; a *measure* is one figure of it, a column of one *table*. Tables are
 * columns, never row objects. What takes long is a *job*: asked for once, shared by all readers, with true progress, and stopped
 * when the last reader who waits for it lets go.
 */

const count = z.number().int()
const bilingual = z.object({ id: z.string(), en: z.string() })

/** One table per thing that a figure can be about. */
export const RESEARCH_TABLES = [
  /** one row: the whole network */
  'network',
  /** one row per class of the partition with somebody registered; actors without a sector are classed as `role:` and their role */
  'sectors',
  /** one row per actor in n, by id */
  'actors',
  /** one row per two classes, also a class with itself: the mixing matrix */
  'sector-pairs',
  /** one row per area (kecamatan) */
  'places',
  /** one row per two roles */
  'role-pairs',
  /** one row per tie */
  'ties',
  /** one row per number of partners: how many actors have it */
  'degrees',
  /** one row per quarter up to the date: new and ended ties */
  'quarters',
  /** one row per duration at which a tie ended: the Kaplan–Meier estimate */
  'survival',
  /** one row per cohort of registration and kind of first partner */
  'cohorts',
  /** one row per cohort, kind of first partner and waiting time: the curves of `cohorts` */
  'cohort-curves',
  /** one row per pair of actors that were at an event together */
  'actor-pairs',
] as const
export type ResearchTable = (typeof RESEARCH_TABLES)[number]

/** What it costs: about linear in ties; a search per actor; thousands of networks drawn; the whole history; events and who came. */
export const COST_TIERS = ['linear', 'all-pairs', 'tests', 'time', 'events'] as const
export type CostTier = (typeof COST_TIERS)[number]

/** `labels`: the network is kept, sectors are shuffled. `rewiring`: everybody keeps sector and number of partners, ties are swapped. */
export const NULL_MODELS = ['labels', 'rewiring'] as const
export type NullModel = (typeof NULL_MODELS)[number]

export const SNIPPET_LANGUAGES = ['r-igraph', 'python-igraph', 'python-networkx'] as const
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number]

export const Measure = z
  .object({
    /** `table.key`, as in `actors.betweenness` */
    id: z.string(),
    table: z.enum(RESEARCH_TABLES),
    key: z.string(),
    metric: z.enum(METRIC_IDS),
    name: bilingual,
    unit: z.enum([
      'points',
      'share',
      'ratio',
      'count',
      'probability',
      'score',
      'category',
      'days',
      'flag',
      'text',
    ]),
    tier: z.enum(COST_TIERS),
    /** Needs `POST /api/research/jobs` before its column is there. */
    job: z.boolean(),
    /** Shown at first; the column chooser offers the rest. */
    shown: z.boolean(),
    /** Can be asked for quarter by quarter. */
    series: z.boolean(),
    nullModels: z.array(z.enum(NULL_MODELS)),
    snippets: z.array(z.enum(SNIPPET_LANGUAGES)),
  })
  .meta({ id: 'Measure' })
export type Measure = z.infer<typeof Measure>

/** `GET /api/research/catalog`: every row of the catalogue. Cards are those of `shared/analytics/catalog.ts`. */
export const ResearchCatalog = z
  .object({
    revision,
    metrics: z.array(
      z.object({
        id: z.enum(METRIC_IDS),
        name: bilingual,
        meaning: bilingual,
        /** In both languages where it holds words. */
        formula: z.union([z.string(), bilingual]),
        scope: z.array(z.string()),
        unit: z.string(),
        computation: z.enum(['exact', 'exact-or-sampled', 'sampled']),
        treatment: z.object({
          isolates: bilingual,
          directions: bilingual,
          multiTies: bilingual,
          ended: bilingual,
          expired: bilingual,
          unknown: bilingual,
        }),
        citations: z.array(z.string()),
        reference: z.array(z.string()),
        /** Ids of its measures, of any table; never empty. */
        measures: z.array(z.string()),
      }),
    ),
    measures: z.array(Measure),
    /** What can be asked for; the first partition of a definition is its own. */
    definitions: z.array(z.object({ id: definitionId, name: bilingual, partitionId: z.string() })),
    partitions: z.array(z.object({ id: z.string(), name: bilingual })),
    /** Defaults and limits of what can be drawn. */
    draws: z.object({ default: count, max: count }),
    seed: count,
    generator: z.string(),
  })
  .meta({ id: 'ResearchCatalog' })
export type ResearchCatalog = z.infer<typeof ResearchCatalog>

/** Which network; the same in every question here. Defaults: the city's date, `official`, the definition's own partition. */
const network = {
  on: on.optional(),
  definition: definitionId.default('official'),
  partition: id.optional(),
}

const keys = z
  .string()
  .max(2000)
  .regex(/^[\w.,-]*$/u, 'keys separated by commas')
  .optional()

/**
 * `GET /api/research/figures` and, with the same parameters, `GET /api/research/download`.
 * `columns`: keys of the table's measures, comma separated, or `all`; default: those with `shown`. Key columns (ids, names) always
 * come first.
 */
export const FiguresQuery = z
  .object({
    ...network,
    table: z.enum(RESEARCH_TABLES),
    columns: keys,
    /** Rows whose id, name or class contains this text, whatever its case. */
    search: z.string().trim().max(100).optional(),
    /** Key of the column to order by; rows without a value come last. Default: the order of ids. */
    sort: z
      .string()
      .max(60)
      .regex(/^[\w.-]+$/u)
      .optional(),
    order: z.enum(['asc', 'desc']).default('desc'),
    /** A window of the rows, after search and order. Default: all. */
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(0).max(1_000_000).optional(),
    /** As given to the job, where not the defaults. */
    seed: z.coerce.number().int().nonnegative().optional(),
    permutations: z.coerce.number().int().min(1).max(99_999).optional(),
  })
  .strict()
export type FiguresQuery = z.infer<typeof FiguresQuery>

export const DownloadQuery = z.object({ ...FiguresQuery.shape, format: z.enum(['csv', 'json']) }).strict()
export type DownloadQuery = z.infer<typeof DownloadQuery>

/** How a tested figure was found. */
export const Sampling = z
  .object({ method: z.enum(['exact', 'sampled']), draws: count })
  .meta({ id: 'Sampling' })
export type Sampling = z.infer<typeof Sampling>

/** One column: value `i` belongs to row `i`. */
export const ResearchColumn = z
  .object({
    key: z.string(),
    /** Id of its measure; null for what names the row (id, name, class). */
    measure: z.string().nullable(),
    values: z.array(z.union([z.number(), z.string(), z.boolean(), z.null()])),
    /** Why every null of this column is null, where they share one reason. */
    reason: z.string().nullable(),
    /** Why per row, only where nulls differ in reason. */
    reasons: z.array(z.string().nullable()).nullable(),
    /** Where the figure was tested or drawn: how, the same for all rows; null where it is exact by formula. */
    sampling: Sampling.nullable(),
    /** Per row, only where rows differ. */
    samplings: z.array(Sampling.nullable()).nullable(),
  })
  .meta({ id: 'ResearchColumn' })
export type ResearchColumn = z.infer<typeof ResearchColumn>

/** What every answer carries, so that it can be cited and had again. */
const provenance = {
  revision,
  on,
  definition: definitionId,
  definitionVersion: count,
  partitionId: z.string(),
  seed: count,
  generator: z.string(),
}

export const Figures = z
  .object({
    ...provenance,
    table: z.enum(RESEARCH_TABLES),
    n: count,
    m: count,
    /** Rows after the search, before the window. */
    total: count,
    offset: count,
    columns: z.array(ResearchColumn),
    /** Measures asked for that need a job first; they have no column yet. */
    pending: z.array(z.string()),
    /** Why the whole table has no row, where it has none. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Figures' })
export type Figures = z.infer<typeof Figures>

/**
 * `POST /api/research/jobs`. The same question is the same job for everybody: a second asker joins it. `reader` is any id that the
 * page made up for itself; sending it again is not a second asker.
 */
export const JobRequest = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('figures'),
        reader: id,
        ...network,
        /** Metrics whose measures are wanted, of the tiers `all-pairs` and `tests`. */
        metrics: z.array(z.enum(METRIC_IDS)).min(1).max(METRIC_IDS.length),
        seed: count.nonnegative().optional(),
        /** Draws of the rewiring test and the test within areas. */
        permutations: count.min(1).max(99_999).optional(),
      })
      .strict(),
    z
      .object({
        kind: z.literal('null-model'),
        reader: id,
        ...network,
        measure: z.string(),
        /** For a measure of `sectors`: which. */
        sectorId: z.string().optional(),
        model: z.enum(NULL_MODELS),
        draws: count.min(19).max(9_999).default(999),
        seed: count.nonnegative().optional(),
      })
      .strict(),
    z
      .object({
        kind: z.literal('series'),
        reader: id,
        definition: network.definition,
        partition: network.partition,
        measure: z.string(),
        from: isoDate.optional(),
        to: isoDate.optional(),
        every: z.enum(['quarter', 'year']).default('quarter'),
      })
      .strict(),
  ])
  .meta({ id: 'JobRequest' })
export type JobRequest = z.infer<typeof JobRequest>

export const JOB_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const

/**
 * `POST /api/research/jobs` (202, or 200 where it is done), `GET /api/research/jobs/{id}`,
 * `DELETE /api/research/jobs/{id}?reader=…` (the reader lets go; the work stops with the last one), and every message of
 * `GET /api/research/jobs/{id}/events` (server-sent events named `job`, the last one when it is over).
 */
export const Job = z
  .object({
    id: z.string(),
    kind: z.enum(['figures', 'null-model', 'series']),
    state: z.enum(JOB_STATES),
    /** Counted, not estimated: parts of the searches, networks drawn, dates read. 0 of 0 where a step cannot be counted. */
    done: count,
    total: count,
    /** What is counted. */
    of: z.enum(['parts', 'draws', 'dates']),
    /** A job of several metrics does one after the other: which one, its place, and how many. */
    metric: z.enum(METRIC_IDS).nullable(),
    step: count,
    steps: count,
    /** How many wait for it. */
    readers: count,
    revision,
    /** Milliseconds of work so far. */
    elapsed: z.number(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

/** `GET /api/research/jobs/{id}/result` of a null model; of `figures` ask `/figures` again, of `series` see `Series`. */
export const NullModelResult = z
  .object({
    ...provenance,
    measure: z.string(),
    sectorId: z.string().nullable(),
    model: z.enum(NULL_MODELS),
    /** Null with the reason where the measure is undefined in the observed network. */
    observed: z.number().nullable(),
    reason: z.string().nullable(),
    /** Networks drawn, and those of them in which the measure is defined. */
    draws: count,
    defined: count,
    mean: z.number().nullable(),
    sd: z.number().nullable(),
    /** (observed − mean) / sd */
    z: z.number().nullable(),
    /** (b + 1) / (B + 1): lower tail, upper tail, and twice the smaller, at most 1 */
    p: z.object({ lower: z.number(), upper: z.number(), twoSided: z.number() }).nullable(),
    /** Monte-Carlo standard error of `p.twoSided`: sqrt(p(1−p)/B) */
    pError: z.number().nullable(),
    /** Bins of equal width over all draws and the observed value: counts[i] lie in [edges[i], edges[i+1]), the last closed. */
    histogram: z.object({ edges: z.array(z.number()), counts: z.array(count) }).nullable(),
    quantiles: z.object({ p025: z.number(), p50: z.number(), p975: z.number() }).nullable(),
  })
  .meta({ id: 'NullModelResult' })
export type NullModelResult = z.infer<typeof NullModelResult>

/** `GET /api/research/series`: a measure of `network` or `sectors` at the end of every period. One that is `job` needs a job of kind `series`. */
export const SeriesQuery = z
  .object({
    definition: network.definition,
    partition: network.partition,
    measure: z.string().max(100),
    from: isoDate.optional(),
    to: isoDate.optional(),
    every: z.enum(['quarter', 'year']).default('quarter'),
    format: z.enum(['json', 'csv']).default('json'),
  })
  .strict()
export type SeriesQuery = z.infer<typeof SeriesQuery>

export const Series = z
  .object({
    revision,
    definition: definitionId,
    definitionVersion: count,
    partitionId: z.string(),
    seed: count,
    generator: z.string(),
    measure: z.string(),
    every: z.enum(['quarter', 'year']),
    periods: z.array(Period),
    /** Actors and ties of every period. */
    n: z.array(count),
    m: z.array(count),
    /** One line for the network; one per sector that ever had a member, for small multiples. */
    lines: z.array(
      z.object({
        sectorId: z.string().nullable(),
        values: z.array(z.number().nullable()),
        reasons: z.array(z.string().nullable()),
      }),
    ),
    /** True where the measure needs a job first; then there are no lines. */
    pending: z.boolean(),
  })
  .meta({ id: 'Series' })
export type Series = z.infer<typeof Series>

/** `GET /api/research/snippet`: code that gives the measure from nodes.csv and edges.csv of `GET /api/research/network/{file}`. */
export const SnippetQuery = z
  .object({ ...network, measure: z.string().max(100), language: z.enum(SNIPPET_LANGUAGES) })
  .strict()
export type SnippetQuery = z.infer<typeof SnippetQuery>

export const Snippet = z
  .object({
    revision,
    measure: z.string(),
    language: z.enum(SNIPPET_LANGUAGES),
    code: z.string(),
    /** Where the two files are had, relative to the server. */
    files: z.object({ nodes: z.string(), edges: z.string() }),
  })
  .meta({ id: 'Snippet' })
export type Snippet = z.infer<typeof Snippet>

/** `GET /api/research/network/nodes.csv` and `…/edges.csv`: the network that the figures are of, as `analyze` reads it. */
export const NetworkFileQuery = z.object(network).strict()

/** `GET /api/diagnostics`: how late the event loop answers, in milliseconds, since the start of the process. */
export const Diagnostics = z
  .object({
    eventLoop: z.object({
      p50: z.number(),
      p99: z.number(),
      max: z.number(),
      /** Milliseconds observed. */
      over: z.number(),
    }),
    jobs: z.object({ waiting: count, running: count }),
  })
  .meta({ id: 'Diagnostics' })
export type Diagnostics = z.infer<typeof Diagnostics>
