import { GENERATOR } from '#shared/analytics/random.ts'
import type { Period } from '#shared/contract/insights.ts'
import type { Series, SeriesQuery } from '#shared/contract/research.ts'
import { invalidInput } from '../errors.ts'
import { seriesRange } from '../insights/series-range.ts'
import { periodsBetween } from '../network/period.ts'
import { type CityDates, definitionOf, type Snapshot } from '../network/register.ts'
import type { Calculations, Draws } from './calculations.ts'
import { type ComputedColumn, type ComputedTables, cellAt } from './computed.ts'
import type { JobControl } from './jobs.ts'
import { needsJob } from './measure.ts'
import { type FoundMeasure, findMeasure, stepOf } from './measures.ts'
import { type NetworkInput, networkInput } from './network-input.ts'

type SeriesQuestion = Omit<SeriesQuery, 'format'>

/** Larger registers take a while to be read on many dates, so that a series of them is a job too. */
const AT_ONCE_UP_TO = 20_000

export interface PlannedSeries {
  measure: FoundMeasure
  periods: Period[]
  job: boolean
}

/** @throws invalid-input for a measure without series, or a range that cannot be read */
export function planSeries(snapshot: Snapshot, dates: CityDates, query: SeriesQuestion): PlannedSeries {
  const measure = findMeasure(query.measure)
  if (!measure?.spec.series)
    throw invalidInput({
      path: 'measure',
      code: 'unknown-measure',
      message: 'must be a measure with `series` in the catalogue',
    })
  const { from, to, every } = seriesRange(dates, {
    every: query.every,
    definition: query.definition,
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
  })
  return {
    measure,
    periods: periodsBetween(from, to, every),
    job: needsJob(measure.spec) || snapshot.partnerships.size > AT_ONCE_UP_TO,
  }
}

/** One network after the other, each cached on its own; with a control it tells how far it is and can be stopped. */
export async function readSeries(
  snapshot: Snapshot,
  calculations: Calculations,
  query: SeriesQuestion,
  { measure, periods }: PlannedSeries,
  control?: JobControl,
): Promise<Series> {
  const draws: Draws = { seed: snapshot.seed, permutations: null }
  const read: { input: NetworkInput; column: ComputedColumn | undefined; names: (string | null)[] }[] = []
  for (const [i, period] of periods.entries()) {
    control?.report(i, periods.length)
    const input = await networkInput(snapshot, query.definition, period.on, query.partition)
    const found = await tablesOf(calculations, input, measure, draws, control)
    const table = found?.[measure.table]
    read.push({
      input,
      column: table?.columns.find(({ key }) => key === measure.spec.key),
      names: measure.table === 'network' ? [null] : namesOf(table?.names[0]),
    })
  }
  control?.report(periods.length, periods.length)
  const sectorIds = [...new Set(read.flatMap(({ names }) => names))].sort()
  return {
    ...emptySeries(snapshot, query, read.at(-1)?.input),
    periods,
    n: read.map(({ input }) => input.computed.csr.n),
    m: read.map(({ input }) => input.computed.csr.m),
    lines: sectorIds.map((sectorId) => {
      const points = read.map(({ column, names }) => pointOf(column, names.indexOf(sectorId)))
      return {
        sectorId,
        values: points.map(({ value }) => value),
        reasons: points.map(({ reason }) => reason),
      }
    }),
  }
}

async function tablesOf(
  calculations: Calculations,
  input: NetworkInput,
  { spec }: FoundMeasure,
  draws: Draws,
  control: JobControl | undefined,
): Promise<ComputedTables | undefined> {
  const step = stepOf(spec)
  if (!needsJob(spec)) return calculations.step(input, step, draws.seed)
  if (!control) return calculations.found(input, step, draws)
  // the pace of the job counts dates, so the step has none of its own; between dates it hears
  await calculations.runSteps(input, [step], draws, { ...control, pace: null })
  return calculations.found(input, step, draws)
}

function namesOf(names: { words: (string | number | null)[] } | object | undefined): string[] {
  return names && 'words' in names ? names.words.map(String) : []
}

function pointOf(column: ComputedColumn | undefined, row: number) {
  if (row < 0) return { value: null, reason: 'empty-sector' }
  if (!column) return { value: null, reason: 'not-tested' }
  const value = cellAt(column, row)
  return typeof value === 'number'
    ? { value, reason: null }
    : { value: null, reason: column.reasons?.[row] ?? column.reason ?? 'not-tested' }
}

/** A series without its lines: what is answered until its job is done. */
export function emptySeries(snapshot: Snapshot, query: SeriesQuestion, input?: NetworkInput): Series {
  const definition = definitionOf(snapshot, query.definition)
  return {
    revision: snapshot.revision,
    definition: query.definition,
    definitionVersion: definition.version,
    partitionId: input?.network.partition.id ?? query.partition ?? definition.partitionId,
    seed: snapshot.seed,
    generator: GENERATOR,
    measure: query.measure,
    every: query.every,
    periods: [],
    n: [],
    m: [],
    lines: [],
    pending: false,
  }
}
