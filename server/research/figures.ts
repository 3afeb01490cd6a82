import type { FiguresQuery, ResearchTable } from '#shared/contract/research.ts'
import { invalidInput } from '../errors.ts'
import type { CityDates, Snapshot } from '../network/register.ts'
import { unhurried } from '../unhurried.ts'
import type { Sight } from '../visibility/sight.ts'
import type { Calculations, Draws } from './calculations.ts'
import type { ComputedColumn, ComputedTable, ComputedTables, RowNames } from './computed.ts'
import { type MeasureSpec, measureId, needsJob } from './measure.ts'
import { MEASURES, stepOf } from './measures.ts'
import type { NetworkInput } from './network-input.ts'
import { chooseRows, keyColumns, type Table } from './rows.ts'
import type { WrittenTable } from './write-tables.ts'

export interface FoundFigures {
  written: WrittenTable
  /** rows after the search, before the window */
  total: number
  /** ids of the measures asked for that need a job first */
  pending: string[]
}

interface Asked {
  snapshot: Snapshot
  dates: CityDates
  input: NetworkInput
  query: Omit<FiguresQuery, 'on' | 'definition' | 'partition'>
  sight: Sight
}

/** One table of one network: what is linear at once, what takes long where it has been computed. */
export async function readFigures(calculations: Calculations, asked: Asked): Promise<FoundFigures> {
  const { query, snapshot, input, sight } = asked
  const draws = drawsOf(snapshot, query)
  const specs = wantedMeasures(query.table, query.columns)
  const pending = specs.filter((spec) => isPending(calculations, input, spec, draws))
  const { base, historyIds, columns } = await gather(calculations, asked, specs, draws)
  const table: Table = {
    name: query.table,
    rows: base.rows,
    keys: keyColumns(snapshot, input.network, historyIds, base.names, sight),
    columns,
    reason: base.reason ?? (base.rows === 0 ? 'no-observations' : null),
    byKeys: !sight.whole && base.names.some((named) => 'actors' in named),
  }
  const chosen = await unhurried(chooseRows(table, query))
  const end = query.limit === undefined ? chosen.length : query.offset + query.limit
  return {
    written: {
      table,
      rows: chosen.slice(query.offset, end),
      measures: columns.map(({ key }) => `${query.table}.${key}`),
    },
    total: chosen.length,
    pending: pending.map((spec) => measureId(query.table, spec)),
  }
}

export const drawsOf = (
  { seed }: Snapshot,
  asked: { seed?: number | undefined; permutations?: number | undefined },
): Draws => ({ seed: asked.seed ?? seed, permutations: asked.permutations ?? null })

function wantedMeasures(table: ResearchTable, columns: string | undefined): readonly MeasureSpec[] {
  const specs = MEASURES[table]
  if (columns === undefined) return specs.filter(({ shown }) => shown)
  if (columns === 'all') return specs
  const wanted = columns.split(',').filter((key) => key !== '')
  return wanted.map((key) => {
    const spec = specs.find((one) => one.key === key)
    if (spec) return spec
    const known = specs.map((one) => one.key).join(', ')
    throw invalidInput({
      path: 'columns',
      code: 'unknown-column',
      message: `${table} has ${known}`,
      params: { column: key, known },
    })
  })
}

const isPending = (calculations: Calculations, input: NetworkInput, spec: MeasureSpec, draws: Draws) =>
  needsJob(spec) && calculations.found(input, stepOf(spec), draws) === undefined

const inTime = ({ tier }: MeasureSpec): boolean => tier === 'time' || tier === 'events'

interface Gathered {
  base: { rows: number; names: RowNames[]; reason: string | null }
  historyIds: readonly string[]
  columns: ComputedColumn[]
}

async function gather(
  calculations: Calculations,
  { snapshot, dates, input, query }: Asked,
  specs: readonly MeasureSpec[],
  draws: Draws,
): Promise<Gathered> {
  const { table } = query
  const ofTime = MEASURES[table].every(inTime)
  const linear = ofTime ? {} : await calculations.linear(input, draws.seed)
  const needsTime = ofTime || specs.some(inTime)
  const time: ComputedTables & { ids?: readonly string[] } = needsTime
    ? await calculations.throughTime(snapshot, dates, input, draws.seed)
    : {}
  const base = (ofTime ? time[table] : linear[table]) ?? NOTHING
  const columns = specs.flatMap((spec): ComputedColumn[] => {
    const found = needsJob(spec)
      ? calculations.found(input, stepOf(spec), draws)
      : inTime(spec)
        ? time
        : linear
    if (found === undefined) return []
    return [found[table]?.columns.find(({ key }) => key === spec.key) ?? missing(spec, base.rows)]
  })
  return { base, historyIds: time.ids ?? [], columns }
}

const NOTHING: Pick<ComputedTable, 'rows' | 'names' | 'reason'> = {
  rows: 0,
  names: [],
  reason: 'no-observations',
}

/** A figure that the register has nothing for: no roles, areas, dates or events, or no date before. */
function missing(spec: MeasureSpec, rows: number): ComputedColumn {
  const values = new Float64Array(rows).fill(Number.NaN)
  return { key: spec.key, values, reason: whyMissing(spec), reasons: null, sampling: null, samplings: null }
}

function whyMissing(spec: MeasureSpec): string {
  if (spec.metric === 'helix-coverage') return 'role-absent'
  if (spec.metric === 'change') return 'undefined-before'
  return inTime(spec) ? 'no-observations' : 'not-tested'
}
