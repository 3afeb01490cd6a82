import type { Series } from '#shared/contract/research.ts'
import { csvCell } from './write-tables.ts'

/** One row per period and line. */
export function seriesCsv(series: Series, generatedOn: string): string {
  const { measure, periods, n, m, lines, revision, definition, definitionVersion, partitionId, seed } = series
  const head = [
    'measure',
    'sector_id',
    'year',
    'quarter',
    'as_of',
    'provisional',
    'value',
    'reason',
    'n',
    'm',
  ]
  const ends = [revision, `${definition}@${definitionVersion}`, partitionId, seed, generatedOn]
  const rows = lines.flatMap(({ sectorId, values, reasons }) =>
    periods.map(({ year, quarter, on, provisional }, i) => [
      measure,
      sectorId,
      year,
      quarter,
      on,
      provisional,
      values[i] ?? null,
      reasons[i] ?? null,
      n[i] ?? null,
      m[i] ?? null,
      ...ends,
    ]),
  )
  return [[...head, 'revision', 'definition', 'partition', 'seed', 'generated_on'], ...rows]
    .map((row) => `${row.map(csvCell).join(',')}\n`)
    .join('')
}
