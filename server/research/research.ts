import { GENERATOR } from '#shared/analytics/random.ts'
import type {
  DownloadQuery,
  FiguresQuery,
  Job,
  JobRequest,
  ResearchCatalog,
  Series,
  SeriesQuery,
  Snippet,
  SnippetQuery,
} from '#shared/contract/research.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { AppError, invalidInput } from '../errors.ts'
import type { WorkerPool } from '../insights/worker-pool.ts'
import { questionOf, refuseUnknownDefinition } from '../network/question.ts'
import { type CityDates, cityDates, type Register, type Snapshot } from '../network/register.ts'
import type { Clock } from '../today.ts'
import type { Sight } from '../visibility/sight.ts'
import { createCalculations } from './calculations.ts'
import { catalogOf } from './catalog-answer.ts'
import type { ComputedNull } from './compute-null-model.ts'
import type { NullModelTask } from './computed.ts'
import { drawsOf, type FoundFigures, readFigures } from './figures.ts'
import { createJobs, type JobPlan, type Jobs } from './jobs.ts'
import { findMeasure, jobSteps } from './measures.ts'
import { type NetworkInput, networkInput, provenanceOf } from './network-input.ts'
import { nullModelResult } from './null-model-result.ts'
import { emptySeries, planSeries, readSeries } from './series.ts'
import { writeSnippet } from './snippets.ts'

interface NetworkQuestion {
  on?: On | undefined
  definition: DefinitionId
  partition?: string | undefined
}

export interface AnsweredFigures extends FoundFigures {
  /** everything that the answer says besides its columns */
  head: object
  /** the same, short, for the rows of a file */
  provenance: Record<string, string | number>
  fileName: string
}

export interface Research {
  jobs: Jobs
  /** What every answer depends on besides its question and the jobs that are done. */
  present(): { revision: number; today: string; jobsDone: number }
  catalog(): ResearchCatalog
  figures(query: FiguresQuery | DownloadQuery, sight: Sight): Promise<AnsweredFigures>
  /** Starts or joins a job. */
  ask(request: JobRequest): Promise<Job>
  series(query: SeriesQuery): Promise<Series>
  snippet(query: SnippetQuery): Promise<Snippet>
  network(query: NetworkQuestion): Promise<NetworkInput>
  close(): void
}

/** Every measure of every network of the register. */
export function createResearch(register: Register, pool: WorkerPool, clock?: Clock): Research {
  const calculations = createCalculations(pool)
  const jobs = createJobs(pool.longThreads)
  const present = (): { snapshot: Snapshot; dates: CityDates } => {
    const snapshot = register.current()
    return { snapshot, dates: cityDates(snapshot, clock) }
  }
  const ask = async (query: NetworkQuestion) => {
    const question = questionOf(register.current(), query, clock)
    const { snapshot, definition, on } = question
    return { ...question, input: await networkInput(snapshot, definition, on, query.partition) }
  }

  async function figures(query: FiguresQuery | DownloadQuery, sight: Sight): Promise<AnsweredFigures> {
    const { snapshot, dates, definition, input } = await ask(query)
    const found = await readFigures(calculations, { snapshot, dates, input, query, sight })
    const from = provenanceOf(snapshot, input.network, definition)
    const { seed } = drawsOf(snapshot, query)
    const { n, m } = input.computed.csr
    const { total, pending } = found
    const { table } = query
    const { reason } = found.written.table
    return {
      ...found,
      head: {
        ...from,
        seed,
        generator: GENERATOR,
        table,
        n,
        m,
        total,
        offset: query.offset,
        pending,
        reason,
      },
      provenance: {
        revision: from.revision,
        as_of: from.on,
        definition: `${from.definition}@${from.definitionVersion}`,
        partition: from.partitionId,
        seed,
        generated_on: dates.today,
      },
      fileName: `jejaring-${table}-${from.on}-${from.definition}-r${from.revision}`,
    }
  }

  async function planFigures(request: Extract<JobRequest, { kind: 'figures' }>): Promise<JobPlan<true>> {
    const { snapshot, input } = await ask(request)
    const draws = drawsOf(snapshot, request)
    const steps = jobSteps(request.metrics)
    if (steps.length === 0)
      throw invalidInput({
        path: 'metrics',
        code: 'no-job-needed',
        message: 'none of these needs a job: ask for the figures',
      })
    return {
      kind: 'figures',
      of: 'parts',
      revision: snapshot.revision,
      key: JSON.stringify(['figures', input.hash, [...steps].sort(), draws]),
      known: () => (steps.every((step) => calculations.found(input, step, draws)) ? true : undefined),
      work: async (control) => {
        await calculations.runSteps(input, steps, draws, control)
        return true
      },
    }
  }

  async function planNullModel(request: Extract<JobRequest, { kind: 'null-model' }>) {
    const { snapshot, definition, input } = await ask(request)
    const { measureId, sector } = nullMeasure(request, input)
    const { model, draws } = request
    const seed = request.seed ?? snapshot.seed
    const asked = {
      ...provenanceOf(snapshot, input.network, definition),
      seed,
      generator: GENERATOR,
      measure: measureId,
      sectorId: sector === null ? null : (request.sectorId ?? null),
      model,
      draws,
    }
    const plan: JobPlan<object> = {
      kind: 'null-model',
      of: 'draws',
      revision: snapshot.revision,
      key: JSON.stringify(['null-model', input.hash, asked]),
      known: () => undefined,
      work: async ({ pace, signal }) => {
        const task = { network: input.computed, measureId, sector, model, draws, seed, pace }
        const found = await pool.runLong<ComputedNull>(
          'computeNullModel',
          task satisfies NullModelTask,
          signal,
        )
        return nullModelResult(asked, found)
      },
    }
    return plan
  }

  function planSeriesJob({ kind: _, reader: __, ...query }: Extract<JobRequest, { kind: 'series' }>) {
    const { snapshot, dates } = present()
    refuseUnknownDefinition(snapshot, query.definition)
    const planned = planSeries(snapshot, dates, query)
    const plan: JobPlan<Series> = {
      kind: 'series',
      of: 'dates',
      revision: snapshot.revision,
      key: seriesKey(snapshot, query, planned.periods),
      known: () => undefined,
      work: (control) => readSeries(snapshot, calculations, query, planned, control),
    }
    return plan
  }

  return {
    jobs,
    figures,
    present: () => {
      const { snapshot, dates } = present()
      return { revision: snapshot.revision, today: dates.today, jobsDone: jobs.counts().done }
    },
    catalog: () => catalogOf(register.current()),
    async ask(request) {
      switch (request.kind) {
        case 'figures':
          return jobs.ask(await planFigures(request), request.reader)
        case 'null-model':
          return jobs.ask(await planNullModel(request), request.reader)
        case 'series':
          return jobs.ask(planSeriesJob(request), request.reader)
      }
    },
    async series({ format: _, ...query }) {
      const { snapshot, dates } = present()
      refuseUnknownDefinition(snapshot, query.definition)
      const planned = planSeries(snapshot, dates, query)
      if (!planned.job) return readSeries(snapshot, calculations, query, planned)
      const done = jobs.find(seriesKey(snapshot, query, planned.periods))
      // a series job holds a series
      return done === undefined ? { ...emptySeries(snapshot, query), pending: true } : (done as Series)
    },
    async snippet(query) {
      const { snapshot, definition, input } = await ask(query)
      const files = {
        nodes: fileAddress('nodes', query, input),
        edges: fileAddress('edges', query, input),
      }
      const { revision, on, definitionVersion, partitionId } = provenanceOf(
        snapshot,
        input.network,
        definition,
      )
      const code = writeSnippet(query.measure, query.language, [
        `${query.measure}: ${on}, ${definition}@${definitionVersion}, ${partitionId}, revision ${revision}`,
        `${files.nodes}`,
        `${files.edges}`,
      ])
      if (code === null)
        throw invalidInput({
          path: 'measure',
          code: 'no-snippet',
          message: 'must be a measure with this language under `snippets` in the catalogue',
        })
      return { revision, measure: query.measure, language: query.language, code, files }
    },
    network: async (query) => (await ask(query)).input,
    close: jobs.close,
  }
}

const seriesKey = (
  { revision, generation }: Snapshot,
  query: object,
  periods: readonly { on: string }[],
): string => JSON.stringify(['series', revision, generation, query, periods[0]?.on, periods.at(-1)?.on])

/** Refuses what has no null model, and a sector that is not in the network. */
function nullMeasure(
  { measure: id, model, sectorId }: Extract<JobRequest, { kind: 'null-model' }>,
  { computed }: NetworkInput,
): { measureId: string; sector: number | null } {
  const measure = findMeasure(id)
  if (!measure?.spec.nullModels?.includes(model))
    throw invalidInput({
      path: 'measure',
      code: 'no-null-model',
      message: `must be a measure with ${model} under \`nullModels\` in the catalogue`,
    })
  if (measure.table !== 'sectors') return { measureId: id, sector: null }
  const sector = sectorId === undefined ? -1 : computed.classes.indexOf(sectorId)
  if (sector < 0)
    throw invalidInput({
      path: 'sectorId',
      code: 'unknown-sector',
      message: 'must be a sector of the partition',
    })
  return { measureId: id, sector }
}

function fileAddress(file: 'nodes' | 'edges', query: NetworkQuestion, { network }: NetworkInput): string {
  const parameters = new URLSearchParams({ on: network.on, definition: query.definition })
  if (query.partition !== undefined) parameters.set('partition', query.partition)
  return `/api/research/network/${file}.csv?${parameters}`
}

/** What is shown cannot be downloaded before all of it is there. */
export function refusePending(pending: readonly string[]): void {
  if (pending.length > 0)
    throw new AppError('conflict', {
      detail: `Ask for these first, as a job: ${pending.join(', ')}.`,
    })
}
