import { describeOrdered } from '#shared/analytics/describe.ts'
import type { DescribedNetwork } from '#shared/analytics/describe-draft.ts'
import type { ActorDescription, CurveDescription, Description } from '#shared/analytics/description.ts'
import type { Sampling } from '#shared/analytics/measured.ts'
import { tieSpells } from '#shared/analytics/tie-spells.ts'
import type { ResearchTable } from '#shared/contract/research.ts'
import {
  type ComputedColumn,
  type ComputedNetwork,
  type ComputedTable,
  type ComputedTables,
  type DescribeTask,
  NO_FLAG,
  type RowNames,
} from './computed.ts'
import { type Entry, figureAt, foundWithin, networkEntry, sectorEntries } from './entries.ts'
import type { MeasureSpec } from './measure.ts'
import { MEASURES } from './measures.ts'
import { report, reportStep } from './pace.ts'

/** Runs in a worker thread: the steps of `describe`, and of their document one table per thing that it tells of. */
export function computeTables(task: DescribeTask): ComputedTables {
  const { network, pace } = task
  const described = describedNetwork(task)
  const document = describeOrdered(described, {
    seed: task.seed,
    groups: task.groups,
    lists: task.lists,
    ...(task.metrics === null ? {} : { metrics: task.metrics }),
    ...(task.permutations === null ? {} : { permutations: task.permutations }),
    ...(pace === null
      ? {}
      : {
          onStep: (metrics, step, steps) => reportStep(pace, metrics[0] ?? null, step, steps),
          onProgress: (done, total) => report(pace, done, total),
        }),
  })
  return {
    network: table(1, [], columnsOf('network', [networkEntry(document, network)], [''], document)),
    sectors: sectorTable(document, network),
    ...(document.mixing !== undefined && { 'sector-pairs': pairTable(document, network) }),
    ...(document.helix !== undefined && { 'role-pairs': roleTable(document) }),
    ...(document.degree_distribution && { degrees: degreeTable(document.degree_distribution, document.n) }),
    ...(document.turnover && { quarters: quarterTable(document) }),
    ...(document.survival !== undefined && { survival: survivalTable(document) }),
    ...(document.first_partner && {
      cohorts: cohortTable(document),
      'cohort-curves': curveTable(document),
    }),
    ...(task.lists ? listTables(document, described) : {}),
  }
}

export function describedNetwork({
  network,
  history,
}: Pick<DescribeTask, 'network' | 'history'>): DescribedNetwork {
  const { csr, labels, classes, roles, strata, gate, before } = network
  return {
    ids: Array.from({ length: csr.n }, (_, v) => String(v)),
    sectors: [...classes],
    csr,
    labels,
    roles,
    strata,
    gate,
    history: history && {
      ...history,
      spells: tieSpells(history.rows),
      proven: tieSpells(history.proofs),
    },
    ...(before ? { before } : {}),
  }
}

const table = (
  rows: number,
  names: RowNames[],
  columns: ComputedColumn[],
  reason: string | null = null,
): ComputedTable => ({ rows, names, columns, reason })

/** One column per measure whose step has run. `prefixes` are the paths of the entries in the document. */
function columnsOf(
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
  const samplings = prefixes.map((prefix) => lookUp(document.methods, joined(prefix, spec.foundAs ?? path)))
  return {
    key: spec.key,
    values: packed(spec, values),
    ...sharedReason(reasons, (i) => values[i] == null),
    ...sharedSampling(samplings),
  }
}

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

/** Sectors with somebody in n, or registered: who is there and was never asked is not to be lost. */
function sectorTable(document: Description, network: ComputedNetwork): ComputedTable {
  const sizes = new Uint32Array(network.labels.count)
  for (const k of network.labels.of) sizes[k]!++
  const kept = network.classes
    .map((_, k) => k)
    .filter((k) => sizes[k]! > 0 || (network.coverage[k]?.registered ?? 0) > 0)
  const entries = sectorEntries(document, network)
  const names = kept.map((k) => network.classes[k]!)
  return table(
    kept.length,
    [{ key: 'sectorId', words: names }],
    columnsOf(
      'sectors',
      kept.map((k) => entries[k]!),
      names.map((name) => `sectors.${name}`),
      document,
    ),
  )
}

/** Classes with somebody in n, each with each and with itself. */
function pairTable({ mixing, ...document }: Description, network: ComputedNetwork): ComputedTable {
  const occupied = new Set(Array.from(network.labels.of, (k) => network.classes[k]!))
  const cells = Object.entries(mixing ?? {}).filter(([pair]) =>
    pair.split('|').every((name) => occupied.has(name)),
  )
  const entries = cells.map(([, { obs, exp, oe }]) => ({ observed: obs, expected: exp, ratio: oe }))
  return table(
    cells.length,
    [
      { key: 'a', words: cells.map(([pair]) => pair.split('|')[0]!) },
      { key: 'b', words: cells.map(([pair]) => pair.split('|')[1]!) },
    ],
    listColumns('sector-pairs', entries, 'nothing-expected'),
    document.reasons['mixing'],
  )
}

function roleTable({ helix, ...document }: Description): ComputedTable {
  const pairs = Object.entries(helix?.pairs ?? {})
  const entries = pairs.map(([pair, { obs, exp, density, oe }]) => {
    const [a, b] = pair.split('|')
    return {
      actors_a: helix?.roles[a!] ?? 0,
      actors_b: helix?.roles[b!] ?? 0,
      observed: obs,
      expected: exp,
      density,
      ratio: oe,
    }
  })
  return table(
    pairs.length,
    [
      { key: 'a', words: pairs.map(([pair]) => pair.split('|')[0]!) },
      { key: 'b', words: pairs.map(([pair]) => pair.split('|')[1]!) },
    ],
    listColumns('role-pairs', entries, 'role-absent'),
    document.reasons['helix'],
  )
}

/** Columns of entries whose every null has one reason. */
function listColumns(
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

function degreeTable(distribution: readonly number[], n: number): ComputedTable {
  const held = distribution.map((actors, degree) => ({ degree, actors })).filter(({ actors }) => actors > 0)
  return table(
    held.length,
    [{ key: 'degree', words: held.map(({ degree }) => degree) }],
    listColumns(
      'degrees',
      held.map(({ actors }) => ({ actors, share: actors / n })),
    ),
  )
}

function quarterTable({ turnover = [], reasons }: Description): ComputedTable {
  const first = Object.entries(reasons).find(([path]) => path.startsWith('turnover.'))
  return table(
    turnover.length,
    [
      { key: 'quarter', words: turnover.map(({ quarter }) => quarter) },
      { key: 'on', words: turnover.map(({ on }) => on) },
    ],
    listColumns(
      'quarters',
      turnover.map((row) => ({ ...row })),
      first?.[1],
    ),
  )
}

function survivalTable({ survival, reasons }: Description): ComputedTable {
  const steps = survival?.steps ?? []
  return table(
    steps.length,
    [{ key: 'days', words: steps.map(({ days }) => days) }],
    listColumns(
      'survival',
      steps.map((step) => ({ ...step })),
    ),
    reasons['survival'],
  )
}

interface Cohort {
  cohort: string
  kind: string
  curve: CurveDescription
}

function cohortsOf({ first_partner }: Description): Cohort[] {
  return Object.entries(first_partner?.cohorts ?? {}).flatMap(([cohort, { partner, cross_sector }]) =>
    [
      { cohort, kind: 'partner', curve: partner },
      { cohort, kind: 'cross-sector', curve: cross_sector ?? null },
    ].flatMap(({ curve, ...named }) => (curve === null ? [] : [{ ...named, curve }])),
  )
}

function cohortTable(document: Description): ComputedTable {
  const cohorts = cohortsOf(document)
  return table(
    cohorts.length,
    [
      { key: 'cohort', words: cohorts.map(({ cohort }) => cohort) },
      { key: 'kind', words: cohorts.map(({ kind }) => kind) },
    ],
    listColumns(
      'cohorts',
      cohorts.map(({ curve }) => ({
        observed: curve.observed,
        found: curve.ended,
        median_days: curve.median_days,
        within_90: foundWithin(curve, 90),
        within_180: foundWithin(curve, 180),
        within_365: foundWithin(curve, 365),
      })),
      'more-than-half-still-running',
    ),
  )
}

function curveTable(document: Description): ComputedTable {
  const rows = cohortsOf(document).flatMap(({ curve, ...named }) =>
    curve.steps.map((step) => ({ ...named, step })),
  )
  return table(
    rows.length,
    [
      { key: 'cohort', words: rows.map(({ cohort }) => cohort) },
      { key: 'kind', words: rows.map(({ kind }) => kind) },
      { key: 'days', words: rows.map(({ step }) => step.days) },
    ],
    listColumns(
      'cohort-curves',
      rows.map(({ step }) => ({
        at_risk: step.at_risk,
        found: step.ended,
        waiting: step.survival,
        standard_error: step.standard_error,
      })),
    ),
  )
}

/** What grows with actors and ties. Ids are numbers here. */
function listTables(document: Description, network: DescribedNetwork): ComputedTables {
  const { together } = document
  return {
    actors: actorTable(document, network),
    ...(document.bridges && { ties: tieTable(document, network) }),
    ...(together && {
      'actor-pairs': table(
        together.a.length,
        [
          { key: 'a', actors: Uint32Array.from(together.a, Number), of: 'history' as const },
          { key: 'b', actors: Uint32Array.from(together.b, Number), of: 'history' as const },
        ],
        listColumns(
          'actor-pairs',
          together.a.map((_, i) => ({ weight: together.weight[i], events: together.events[i] })),
        ),
      ),
    }),
  }
}

function actorTable(document: Description, { csr, ids }: DescribedNetwork): ComputedTable {
  const cut = new Map(
    document.cut_vertices?.map((id, i) => [id, document.pairs_lost?.cut_vertices[i] ?? 0] as const),
  )
  const core = document.core_periphery === undefined ? undefined : new Set(document.core_periphery?.core)
  const entries = ids.map((id): Entry => {
    const found: ActorDescription = document.nodes_metrics?.[id] ?? {}
    return {
      ...found,
      ...(document.cut_vertices && { cut_pairs: cut.get(id) ?? 0 }),
      ...(core && { in_core: core.has(id) }),
    }
  })
  return table(
    csr.n,
    [{ key: 'id', actors: Uint32Array.from(ids, Number), of: 'network' }],
    columnsOf(
      'actors',
      entries,
      ids.map((id) => `nodes_metrics.${id}`),
      document,
    ),
  )
}

function tieTable({ bridges = [], pairs_lost }: Description, { csr }: DescribedNetwork): ComputedTable {
  const lost = new Map(bridges.map(([a, b], i) => [`${a} ${b}`, pairs_lost?.bridges[i] ?? 0]))
  const a = new Uint32Array(csr.m)
  const b = new Uint32Array(csr.m)
  const entries: Entry[] = []
  for (let v = 0; v < csr.n; v++)
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const w = csr.neighbours[i]!
      if (w < v) continue
      a[entries.length] = v
      b[entries.length] = w
      const pairs = lost.get(`${v} ${w}`) ?? lost.get(`${w} ${v}`)
      entries.push({ bridge: pairs !== undefined, cut_pairs: pairs ?? 0 })
    }
  return table(
    csr.m,
    [
      { key: 'a', actors: a, of: 'network' },
      { key: 'b', actors: b, of: 'network' },
    ],
    listColumns('ties', entries),
  )
}
