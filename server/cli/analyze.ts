import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import {
  type DescribeOptions,
  describableMetrics,
  describeOrdered,
  LIST_LIMIT,
  type MetricChoice,
  orderRows,
} from '#shared/analytics/describe.ts'
import { type AllPairs, type DescribedNetwork, STEP_GROUPS } from '#shared/analytics/describe-draft.ts'
import { dayNumber } from '#shared/analytics/describe-time.ts'
import type { ActorDescription, Description } from '#shared/analytics/description.ts'
import { DEFAULT_SEED } from '#shared/analytics/random.ts'
import { ROLE_IDS } from '#shared/contract/vocabulary.ts'
import { createWorkerPool } from '../insights/worker-pool.ts'
import { readSearches, searchByThreads } from '../research/all-pairs.ts'
import { createPace, readPace } from '../research/pace.ts'
import { readAttendance } from './attendance-file.ts'
import { CommandError } from './command-error.ts'
import { type FileEdge, type FileNode, type NetworkFiles, readNetworkFiles } from './network-files.ts'
import { partialDate } from './partial-date.ts'
import { printJson } from './print-json.ts'
import { readRoleMap } from './role-map.ts'
import type { Terminal } from './terminal.ts'
import { whereOption } from './where-option.ts'

export const ANALYZE_HELP = `jejaring analyze --nodes FILE --edges FILE [options]

Reads two CSV files and no database, and prints what can be said of the network: every node counts, ties are
simple and undirected, repeated rows collapse.

  --nodes FILE        columns: id, optional label, any attributes
  --edges FILE        columns: source, target (or from, to; or a, b), optional date, end_date and others
  --sector COLUMN     sector of each node; without it only the measures that need no sector
  --role COLUMN       helix role of each node: which roles meet; --role-map FILE (columns value, role) names others
  --strata COLUMN     area of each node, such as kecamatan: one more test shuffles sectors only within it
  --entry COLUMN      day on which each node entered: time to the first partner by year of entry
  --affiliations FILE columns actor, event, date, optional attended: who met at events, and what came of it
  --where COL=VALUE   only rows with that value; repeatable (same column: any of the values)
  --on DATE           only ties running on that day; without it dates are ignored but for turnover and survival
  --metrics LIST      linear | all-pairs | tests | time | events | all, or ids of metrics, comma separated (default all)
  --seed N            seed of the sampled tests (default ${DEFAULT_SEED})
  --permutations N    networks drawn by rewiring, and shuffles within areas (default 1,999 and 9,999)
  --full              lists of nodes and ties also above ${LIST_LIMIT.toLocaleString('en')} nodes
  --format FORMAT     text (default), json (one document), csv (one row per node)
  --json              short for --format json
`

const FORMATS = ['text', 'json', 'csv']

export async function analyze(args: string[], terminal: Terminal): Promise<void> {
  const options = readOptions(args)
  const files = readNetworkFiles(options)
  if (files.selfTies > 0) terminal.say(`${count(files.selfTies, 'self-tie')} ignored.`)
  const { nodes, edges } = runningOn(files, options.on)
  const network = orderRows({
    ids: nodes.map(({ id }) => id),
    ...(options.sector === undefined ? {} : { sectors: nodes.map(({ sector }) => sector ?? '') }),
    ...(options.role === undefined ? {} : { roles: rolesOf(nodes, options.roleMap, terminal) }),
    ...(options.strata === undefined ? {} : { strata: columnOf(nodes, options.strata) }),
    sources: edges.map(({ source }) => source),
    targets: edges.map(({ target }) => target),
    ...datesOf(edges),
    ...(options.entry === undefined ? {} : { entered: entryDays(nodes, options.entry) }),
    ...(options.affiliations === undefined
      ? {}
      : {
          attendance: readAttendance(
            options.affiliations,
            nodes.map(({ id }) => id),
          ),
        }),
  })
  const tellStep = tellSteps(nodes.length, terminal)
  const searched = await searchFirst(network, options, tellStep)
  const description = describeOrdered(network, {
    seed: options.seed,
    metrics: options.metrics,
    ...(options.permutations === undefined ? {} : { permutations: options.permutations }),
    ...(options.full ? { lists: true } : {}),
    searched,
    ...tellProgress(tellStep),
  })
  terminal.tell?.(null)
  if (options.format === 'json') await printJson(description, terminal)
  else if (options.format === 'csv') await printActors(description, terminal)
  else await printText(description, terminal)
}

/** Up to so many nodes everything is there at once. */
const QUIET_UP_TO = 5_000
const TELL_EVERY_MS = 5_000

/** Says which measure is being computed where that takes long. */
function tellSteps(nodes: number, { tell }: Terminal) {
  const started = performance.now()
  return (what: string): void => {
    if (nodes <= QUIET_UP_TO) return
    const seconds = Math.round((performance.now() - started) / 1000)
    tell?.(`${what} … (${seconds} s so far)`)
  }
}

/** Every step as it begins, and every few seconds how far a long one is. */
function tellProgress(tell: (what: string) => void): Pick<DescribeOptions, 'onStep' | 'onProgress'> {
  let step = ''
  let told = 0
  return {
    onStep(metrics, at, steps) {
      step = `${at + 1} of ${steps}: ${metrics.join(', ')}`
      told = performance.now()
      tell(step)
    },
    onProgress(done, total) {
      if (performance.now() - told < TELL_EVERY_MS) return
      told = performance.now()
      tell(`${step}, ${Math.floor((100 * done) / Math.max(1, total))} %`)
    },
  }
}

/** Above as many nodes the searches from each of them are dealt to all cores. */
async function searchFirst(
  { csr }: DescribedNetwork,
  { metrics, full }: Pick<Options, 'metrics' | 'full'>,
  tell: (what: string) => void,
): Promise<AllPairs> {
  const asks = (...names: MetricChoice[]) => names.some((name) => metrics.includes(name))
  const wanted = [
    ...(asks('all', 'all-pairs', 'betweenness') ? (['betweenness'] as const) : []),
    ...(asks('all', 'all-pairs', 'closeness', 'harmonic') ? (['closeness'] as const) : []),
  ]
  if (csr.n <= QUIET_UP_TO || wanted.length === 0 || (csr.n > LIST_LIMIT && !full))
    return { betweenness: null, closeness: null }
  const pool = createWorkerPool()
  const pace = createPace()
  const telling = setInterval(() => {
    const { metric, done, total } = readPace(pace)
    if (metric) tell(`${metric}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`)
  }, TELL_EVERY_MS)
  try {
    return readSearches(await searchByThreads(csr, wanted, pool.run, pace))
  } finally {
    clearInterval(telling)
    await pool.close()
  }
}

type Options = ReturnType<typeof readOptions>

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      nodes: { type: 'string' },
      edges: { type: 'string' },
      sector: { type: 'string' },
      role: { type: 'string' },
      'role-map': { type: 'string' },
      strata: { type: 'string' },
      entry: { type: 'string' },
      affiliations: { type: 'string' },
      where: { type: 'string', multiple: true },
      on: { type: 'string' },
      metrics: { type: 'string' },
      seed: { type: 'string' },
      permutations: { type: 'string' },
      full: { type: 'boolean', default: false },
      format: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { nodes, edges, sector, role, strata, full } = values
  if (nodes === undefined || edges === undefined)
    throw new CommandError('analyze needs --nodes FILE and --edges FILE.')
  const format = values.json ? 'json' : (values.format ?? 'text')
  if (!FORMATS.includes(format)) throw new CommandError(`--format must be one of ${FORMATS.join(', ')}.`)
  const on = values.on === undefined ? null : partialDate(values.on, true)
  if (values.on !== undefined && on === null)
    throw new CommandError(`--on must be a date (YYYY-MM-DD); it is "${values.on}".`)
  const seed = values.seed === undefined ? DEFAULT_SEED : Number(values.seed)
  if (!Number.isSafeInteger(seed))
    throw new CommandError(`--seed must be a whole number; it is "${values.seed}".`)
  const permutations = values.permutations === undefined ? undefined : Number(values.permutations)
  if (permutations !== undefined && !(Number.isSafeInteger(permutations) && permutations > 0))
    throw new CommandError(`--permutations must be a whole number above 0; it is "${values.permutations}".`)
  return {
    nodes,
    edges,
    sector,
    role,
    roleMap: values['role-map'],
    strata,
    entry: values.entry,
    affiliations: values.affiliations,
    permutations,
    full,
    format,
    on,
    seed,
    where: whereOption(values.where),
    metrics: choices(values.metrics),
  }
}

function choices(list: string | undefined): MetricChoice[] {
  if (list === undefined) return ['all']
  const known: string[] = ['all', ...STEP_GROUPS, ...describableMetrics()]
  const asked = list.split(',').map((name) => name.trim())
  const unknown = asked.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new CommandError(`--metrics does not know "${unknown}"; it knows: ${known.join(', ')}.`)
  return asked as MetricChoice[]
}

/** A tie without a date always runs; one that ends on a day no longer runs on it. */
function runningOn({ nodes, edges }: NetworkFiles, on: string | null) {
  if (on === null) return { nodes, edges }
  const runs = edges.filter(
    ({ startedOn, endedOn }) => (startedOn === null || startedOn <= on) && (endedOn === null || endedOn > on),
  )
  return { nodes, edges: runs }
}

/** The six roles by their ids, and what the table adds; a value that is none is named and left without role. */
function rolesOf(nodes: readonly FileNode[], mapFile: string | undefined, { say }: Terminal) {
  const map = readRoleMap(mapFile)
  const unknown = new Set(nodes.flatMap(({ role }) => (role === null || map.has(role) ? [] : [role])))
  for (const role of unknown) say(`Role "${role}" is none of the six; left without a role.`)
  return { names: ROLE_IDS, of: nodes.map(({ role }) => (role === null ? null : (map.get(role) ?? null))) }
}

function columnOf(nodes: readonly FileNode[], column: string): string[] {
  if (!nodes.some(({ attributes }) => Object.hasOwn(attributes, column)))
    throw new CommandError(`No node has a value in the column "${column}".`)
  return nodes.map(({ attributes }) => attributes[column] ?? '')
}

/** Minus infinity where a node has no date. */
function entryDays(nodes: readonly FileNode[], column: string): number[] {
  return columnOf(nodes, column).map((text, i) => {
    if (text === '') return Number.NEGATIVE_INFINITY
    const date = partialDate(text)
    if (date === null)
      throw new CommandError(
        `Node "${nodes[i]?.id}" has "${text}" in the column "${column}", which is no date.`,
      )
    return dayNumber(date)
  })
}

/** Days of all ties, if any has one. */
function datesOf(edges: readonly FileEdge[]) {
  if (edges.every(({ startedOn, endedOn }) => startedOn === null && endedOn === null)) return {}
  return {
    started: edges.map(({ startedOn }) => (startedOn === null ? -Infinity : dayNumber(startedOn))),
    ended: edges.map(({ endedOn }) => (endedOn === null ? Infinity : dayNumber(endedOn))),
  }
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

/** One row per node: id, sector and every measure of its own. */
async function printActors({ nodes, nodes_metrics: byNode }: Description, { out }: Terminal): Promise<void> {
  if (!byNode)
    throw new CommandError('There are no measures per node to print; ask for them by --metrics or --full.')
  const rows = Object.entries(byNode).map(([id, measures]) => ({
    id,
    sector: nodes?.[id] ?? '',
    ...brokerageColumns(measures),
  }))
  await out(`${Papa.unparse(rows, { newline: '\n' })}\n`)
}

/** One column per brokerage role, 0 where it does not occur. */
function brokerageColumns({ gf, ...measures }: ActorDescription) {
  if (!gf) return measures
  const { coordinator = 0, itinerant = 0, gate_rep = 0, liaison = 0 } = gf
  return { ...measures, coordinator, itinerant, gate_rep, liaison }
}

/** The figures that fit on a line; the rest is in the JSON document. */
async function printText(description: Description, { out }: Terminal): Promise<void> {
  const lines: string[] = []
  for (const [key, value] of Object.entries(description)) {
    if (typeof value === 'number') lines.push(`${key.padEnd(22)} ${round(value)}`)
    else if (value === null) lines.push(`${key.padEnd(22)} – (${description.reasons[key] ?? 'undefined'})`)
  }
  const { index, EI_test, benchmark, band, small_world, components, isolates, sectors } = description
  if (components)
    lines.push(`${'components'.padEnd(22)} ${components.length} (largest ${components[0] ?? 0})`)
  if (isolates) lines.push(`${'isolates'.padEnd(22)} ${isolates.length}`)
  for (const [key, figures] of Object.entries({ index, EI_test, benchmark, band, small_world })) {
    if (!figures) continue
    const list = Object.entries(figures).map(([name, value]) => `${name} ${round(value)}`)
    lines.push(`${key.padEnd(22)} ${list.join('  ')}`)
  }
  for (const [name, sector] of Object.entries(sectors ?? {})) {
    const reach = `${sector.reached ?? '–'} of ${sector.n ?? '–'}`
    lines.push(
      `${`  ${name}`.padEnd(22)} ${reach}  ${[sector.level, sector.diagnosis, sector.evidence].filter(Boolean).join(' · ')}`,
    )
  }
  await out(`${lines.join('\n')}\n`)
}

const round = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(4))
