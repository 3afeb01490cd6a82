import type { Description } from '#shared/analytics/description.ts'
import type { Sampling } from '#shared/analytics/measured.ts'
import type { ResearchTable } from '#shared/contract/research.ts'
import { type ComputedColumn, type ComputedTable, NO_FLAG, type RowNames } from './computed.ts'
import { type Entry, figureAt } from './entries.ts'
import type { MeasureSpec } from './measure.ts'
import { MEASURES } from './measures.ts'

/** Entries of the document as columns of figures, each with why a figure is missing and how it was found. */

export const table = (
  rows: number,
  names: RowNames[],
  columns: ComputedColumn[],
  reason: string | null = null,
): ComputedTable => ({ rows, names, columns, reason })

/** One column per measure whose step has run. `prefixes` are the paths of the entries in the document. */
export function columnsOf(
  name: ResearchTable,
  entries: readonly Entry[],
  prefixes: readonly string[],
  document: Description,
): ComputedColumn[] {
  return MEASURES[name].flatMap((spec) => {
    const path = spec.path ?? spec.key
    const values = entries.map((entry) => figureAt(entry, path))
    // a role that an actor does not play is left out of its roles
    if (path.startsWith('gf.'))
      for (const [v, entry] of entries.entries())
        if (entry['gf'] !== undefined && values[v] === undefined) values[v] = 0
    if (values.every((value) => value === undefined)) return []
    return [columnOf(spec, values, prefixes, document)]
  })
}

function columnOf(
  spec: MeasureSpec,
  values: readonly unknown[],
  prefixes: readonly string[],
  document: Description,
): ComputedColumn {
  const path = spec.path ?? spec.key
  const reasons = values.map((value, i) =>
    value == null ? reasonAt(document, reasonPath(spec, prefixes[i] ?? '')) : null,
  )
  const samplings = samplingsAt(document, prefixes, spec.foundAs ?? path)
  return {
    key: spec.key,
    values: packed(spec, values),
    ...sharedReason(reasons, (i) => values[i] == null),
    ...sharedSampling(samplings),
  }
}

/** Most columns were counted: nothing is looked up for them, be they as long as they may. */
function samplingsAt(
  { methods }: Description,
  prefixes: readonly string[],
  path: string,
): readonly (Sampling | null)[] {
  const [first = ''] = prefixes
  const root = rootOf(joined(first, path))
  if (!Object.keys(methods).some((found) => rootOf(found) === root)) return [null]
  return prefixes.map((prefix) => lookUp(methods, joined(prefix, path)))
}

const rootOf = (path: string): string => path.split('.', 1)[0] ?? ''

const joined = (prefix: string, path: string): string => (prefix === '' ? path : `${prefix}.${path}`)

function reasonPath({ path, key, listedIn }: MeasureSpec, prefix: string): string {
  if (listedIn !== undefined) return joined(listedIn, prefix.slice(prefix.indexOf('.') + 1))
  return joined(prefix, path ?? key)
}

/** What stands at the path, or at what it is a part of. */
function lookUp<T>(found: Readonly<Record<string, T>>, path: string): T | null {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const value = found[at]
    if (value !== undefined) return value
  }
  return null
}

/** A figure without a reason of its own does not apply. */
const reasonAt = ({ reasons }: Description, path: string): string => lookUp(reasons, path) ?? 'not-tested'

function packed(spec: MeasureSpec, values: readonly unknown[]): ComputedColumn['values'] {
  if (spec.unit === 'flag')
    return Uint8Array.from(values, (value) => (typeof value === 'boolean' ? Number(value) : NO_FLAG))
  return values.some((value) => typeof value === 'string')
    ? values.map((value) => (typeof value === 'string' ? value : null))
    : Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN))
}

function sharedReason(
  reasons: readonly (string | null)[],
  isNull: (i: number) => boolean,
): Pick<ComputedColumn, 'reason' | 'reasons'> {
  const distinct = new Set(reasons.filter((_reason, i) => isNull(i)))
  if (distinct.size <= 1) return { reason: [...distinct][0] ?? null, reasons: null }
  return { reason: null, reasons: [...reasons] }
}

function sharedSampling(
  samplings: readonly (Sampling | null)[],
): Pick<ComputedColumn, 'sampling' | 'samplings'> {
  const distinct = new Set(samplings.map((sampling) => JSON.stringify(sampling)))
  if (distinct.size <= 1) return { sampling: samplings[0] ?? null, samplings: null }
  return { sampling: null, samplings: [...samplings] }
}

/** Columns of entries whose every null has one reason. */
export function listColumns(
  name: ResearchTable,
  entries: readonly Entry[],
  reason = 'not-tested',
): ComputedColumn[] {
  return MEASURES[name].map((spec) => {
    const values = entries.map((entry) => entry[spec.key])
    return {
      key: spec.key,
      values: packed(spec, values),
      reason: values.some((value) => value == null) ? reason : null,
      reasons: null,
      sampling: null,
      samplings: null,
    }
  })
}
