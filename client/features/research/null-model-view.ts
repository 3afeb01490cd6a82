import type { CsvCell } from '#client/ui/csv.ts'
import type { NullModelResult } from '#shared/contract/research.ts'

/** Below this the observed value is called unusual under the model. */
export const ALPHA = 0.05

export type Verdict =
  /** the measure is undefined in the network itself */
  | { id: 'undefined'; reason: string }
  /** undefined in every network drawn */
  | { id: 'never-defined' }
  /** every network drawn gives the same value */
  | { id: 'constant' }
  /** so few draws that no value could have been unusual */
  | { id: 'too-few' }
  /** the side of the threshold is within the error of drawing */
  | { id: 'borderline' }
  | { id: 'inside' | 'lower' | 'higher' }

/** What may be said of it: a difference from a model of chance, never its cause, and no difference is no proof of none. */
export function verdictOf(result: NullModelResult): Verdict {
  const { observed, p, mean, sd, pError, defined } = result
  if (observed === null) return { id: 'undefined', reason: result.reason ?? 'other' }
  if (p === null || mean === null || defined === 0) return { id: 'never-defined' }
  if (sd === 0) return { id: observed === mean ? 'constant' : observed < mean ? 'lower' : 'higher' }
  if (2 / (defined + 1) > ALPHA) return { id: 'too-few' }
  if (Math.abs(p.twoSided - ALPHA) <= 2 * (pError ?? 0)) return { id: 'borderline' }
  if (p.twoSided > ALPHA) return { id: 'inside' }
  return { id: observed < mean ? 'lower' : 'higher' }
}

/** The bins of the histogram as rows, with the bin that holds the observed value. */
export function binsOf({ histogram, observed }: NullModelResult) {
  if (!histogram) return []
  const last = histogram.counts.length - 1
  return histogram.counts.map((count, at) => {
    const from = histogram.edges[at] ?? 0
    const to = histogram.edges[at + 1] ?? from
    const holds = observed !== null && observed >= from && (at === last ? observed <= to : observed < to)
    return { from, to, mid: (from + to) / 2, count, holds }
  })
}

const HEAD = [
  'from',
  'to',
  'count',
  'measure',
  'sector',
  'model',
  'observed',
  'mean',
  'sd',
  'z',
  'p_lower',
  'p_upper',
  'p_two_sided',
  'draws',
  'defined',
  'seed',
  'generator',
  'on',
  'definition',
  'definition_version',
  'partition',
  'revision',
] as const

/** One row per bin; the whole finding stands beside each, so that a program reads it as one tidy table. */
export function testRows(result: NullModelResult): { head: readonly string[]; rows: CsvCell[][] } {
  const finding: CsvCell[] = [
    result.measure,
    result.sectorId,
    result.model,
    result.observed,
    result.mean,
    result.sd,
    result.z,
    result.p?.lower,
    result.p?.upper,
    result.p?.twoSided,
    result.draws,
    result.defined,
    result.seed,
    result.generator,
    result.on,
    result.definition,
    result.definitionVersion,
    result.partitionId,
    result.revision,
  ]
  const bins = binsOf(result)
  const rows: CsvCell[][] =
    bins.length === 0
      ? [[null, null, null, ...finding]]
      : bins.map(({ from, to, count }) => [from, to, count, ...finding])
  return { head: HEAD, rows }
}
