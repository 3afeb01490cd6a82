import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import {
  describableMetrics,
  describeNetwork,
  LIST_LIMIT,
  type MetricChoice,
} from '#shared/analytics/describe.ts'
import { STEP_GROUPS } from '#shared/analytics/describe-steps.ts'
import type { Description } from '#shared/analytics/description.ts'
import { DEFAULT_SEED } from '#shared/analytics/random.ts'
import { CommandError } from './command-error.ts'
import { type NetworkFiles, readNetworkFiles } from './network-files.ts'
import { partialDate } from './partial-date.ts'
import { printJson } from './print-json.ts'
import type { Terminal } from './terminal.ts'
import { whereOption } from './where-option.ts'

export const ANALYZE_HELP = `jejaring analyze --nodes FILE --edges FILE [options]

Reads two CSV files and no database, and prints what can be said of the network: every node counts, ties are
simple and undirected, repeated rows collapse.

  --nodes FILE        columns: id, optional label, any attributes
  --edges FILE        columns: source, target (or from, to; or a, b), optional date, end_date and others
  --sector COLUMN     sector of each node; without it only the measures that need no sector
  --where COL=VALUE   only rows with that value; repeatable (same column: any of the values)
  --on DATE           only ties running on that day; without it dates are ignored
  --metrics LIST      linear | all-pairs | tests | all, or ids of metrics, comma separated (default all)
  --seed N            seed of the sampled tests (default ${DEFAULT_SEED})
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
  const description = describeNetwork(
    {
      ids: nodes.map(({ id }) => id),
      ...(options.sector === undefined ? {} : { sectors: nodes.map(({ sector }) => sector ?? '') }),
      sources: edges.map(({ source }) => source),
      targets: edges.map(({ target }) => target),
    },
    {
      seed: options.seed,
      metrics: options.metrics,
      ...(options.full ? { lists: true } : {}),
    },
  )
  if (options.format === 'json') await printJson(description, terminal)
  else if (options.format === 'csv') await printActors(description, terminal)
  else await printText(description, terminal)
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      nodes: { type: 'string' },
      edges: { type: 'string' },
      sector: { type: 'string' },
      where: { type: 'string', multiple: true },
      on: { type: 'string' },
      metrics: { type: 'string' },
      seed: { type: 'string' },
      full: { type: 'boolean', default: false },
      format: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { nodes, edges, sector, full } = values
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
  return {
    nodes,
    edges,
    sector,
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

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

/** One row per node: id, sector and every measure of its own. */
async function printActors({ nodes, nodes_metrics: byNode }: Description, { out }: Terminal): Promise<void> {
  if (!byNode)
    throw new CommandError('There are no measures per node to print; ask for them by --metrics or --full.')
  const rows = Object.entries(byNode).map(([id, measures]) => ({
    id,
    sector: nodes?.[id] ?? '',
    ...measures,
    ...(measures.gf ? { gf: JSON.stringify(measures.gf) } : {}),
  }))
  await out(`${Papa.unparse(rows, { newline: '\n' })}\n`)
}

/** The figures that fit on a line; the rest is in the JSON document. */
async function printText(description: Description, { out }: Terminal): Promise<void> {
  const lines: string[] = []
  for (const [key, value] of Object.entries(description)) {
    if (typeof value === 'number') lines.push(`${key.padEnd(22)} ${round(value)}`)
    else if (value === null) lines.push(`${key.padEnd(22)} – (${description.reasons[key] ?? 'undefined'})`)
  }
  const { index, components, isolates, sectors } = description
  if (components)
    lines.push(`${'components'.padEnd(22)} ${components.length} (largest ${components[0] ?? 0})`)
  if (isolates) lines.push(`${'isolates'.padEnd(22)} ${isolates.length}`)
  if (index)
    lines.push(
      `${'index'.padEnd(22)} ${Object.entries(index)
        .map(([k, v]) => `${k} ${round(v)}`)
        .join('  ')}`,
    )
  for (const [name, sector] of Object.entries(sectors ?? {})) {
    const reach = `${sector.reached ?? '–'} of ${sector.n ?? '–'}`
    lines.push(
      `${`  ${name}`.padEnd(22)} ${reach}  ${[sector.level, sector.diagnosis, sector.evidence].filter(Boolean).join(' · ')}`,
    )
  }
  await out(`${lines.join('\n')}\n`)
}

const round = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(4))
