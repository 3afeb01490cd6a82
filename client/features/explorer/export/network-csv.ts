import type { CsvCell } from '../../../ui/csv.ts'
import type { MeasureColumns, MeasureId } from '../appearance/measures.ts'
import { isCounted, MEASURE_IDS } from '../appearance/measures.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'

export const ACTOR_COLUMNS = [
  'id',
  'name',
  'role',
  'sector',
  'region',
  'standing',
  'census',
  'partners',
  'cross',
  'cuts',
] as const
export const TIE_COLUMNS = [
  'aId',
  'a',
  'bId',
  'b',
  'line',
  'standing',
  'counts',
  'kinds',
  'intensity',
  'records',
  'since',
] as const

/** The words of the codes in the columns. */
export interface NetworkCsvWords {
  role: (id: string) => string
  sector: (id: string) => string
  region: (code: string) => string
  kind: (id: string) => string
  actorStanding: (id: ExplorerModel['network']['actors']['standing'][number]) => string
  census: (id: ExplorerModel['network']['actors']['census'][number]) => string
  standing: (id: ExplorerModel['network']['ties']['standing'][number]) => string
  line: (id: NonNullable<ExplorerModel['index']['lines'][number]>) => string
  yes: string
  no: string
}

type Shown = Pick<ExplorerModel, 'network' | 'index' | 'filtered'>

/** Computed figures that are in play go along. */
export const moreMeasures = (columns: MeasureColumns): readonly MeasureId[] =>
  MEASURE_IDS.filter((id) => columns[id] && !(ACTOR_COLUMNS as readonly string[]).includes(id))

/** Every actor that passes the filters, as a line; what is not known of it stays empty. */
export function actorLines(
  shown: Shown,
  columns: MeasureColumns,
  words: NetworkCsvWords,
): readonly CsvCell[][] {
  const { actors } = shown.network
  const more = moreMeasures(columns)
  return rowsOf(shown.filtered.actors).map((row) => {
    const figure = (value: number) => (isCounted(shown.index, row) ? value : null)
    const code = (value: string | null | undefined, name: (id: string) => string) =>
      value === null || value === undefined ? null : name(value)
    return [
      actors.id[row],
      actors.name[row],
      code(actors.role[row], words.role),
      code(actors.sectorId[row], words.sector),
      code(actors.regionCode[row], words.region),
      words.actorStanding(actors.standing[row]!),
      words.census(actors.census[row]!),
      figure(actors.degree[row]!),
      figure(actors.crossDegree[row]!),
      figure(actors.cutPairs[row]!),
      ...more.map((id) => {
        const value = columns[id]![row]!
        return Number.isNaN(value) ? null : value
      }),
    ]
  })
}

/** Every tie that passes the filters, as a line. */
export function tieLines({ network, index, filtered }: Shown, words: NetworkCsvWords): readonly CsvCell[][] {
  const { actors, ties, kinds } = network
  return rowsOf(filtered.ties).map((tie) => {
    const [a, b] = [ties.a[tie]!, ties.b[tie]!]
    return [
      actors.id[a],
      actors.name[a],
      actors.id[b],
      actors.name[b],
      words.line(index.lines[tie]!),
      words.standing(ties.standing[tie]!),
      ties.counts[tie] ? words.yes : words.no,
      ties.kind[tie]!.map((kind) => words.kind(kinds[kind]!)).join('; '),
      ties.intensity[tie],
      ties.partnerships[tie],
      ties.since[tie],
    ]
  })
}

const rowsOf = (flags: Uint8Array): readonly number[] => [...flags.keys()].filter((row) => flags[row] === 1)
