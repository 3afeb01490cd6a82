import type { MetricId } from './catalog.ts'
import { buildCsr } from './csr.ts'
import type {
  AllPairs,
  DescribedNetwork,
  DescribeStep,
  Draft,
  Need,
  OnProgress,
  StepGroup,
} from './describe-draft.ts'
import { DESCRIBE_STEPS } from './describe-steps.ts'
import type { Description } from './description.ts'
import { type Labels, SECTOR_LIMIT } from './labels.ts'
import { DEFAULT_SEED, GENERATOR } from './random.ts'
import type { Attendance, TieHistory } from './tie-history.ts'
import { tieSpells } from './tie-spells.ts'

/**
 * Everything that can be said of one network, as one plain document (see `description.ts`).
 *
 * Actors are put in ascending order of id, sectors in ascending order of name, so the document does not depend on the order of
 * rows. Ties are simple and undirected. Without sectors only the sector-free metrics are given.
 */
export interface NetworkRows {
  /** unique */
  ids: readonly string[]
  /** sector name per id */
  sectors?: readonly string[]
  /** the roles there are, and the role per id; null has none */
  roles?: { names: readonly string[]; of: readonly (string | null)[] }
  /** stratum name per id, such as kecamatan: within these sectors are shuffled for one of the tests */
  strata?: readonly string[]
  /** ends of the ties, as places in `ids` */
  sources: ArrayLike<number>
  targets: ArrayLike<number>
  /** per tie its first day and the first day on which it no longer runs, from 1 January 1970; infinite where not known or not over */
  started?: ArrayLike<number>
  ended?: ArrayLike<number>
  /** per id the day on which it entered the register; minus infinity where not known */
  entered?: ArrayLike<number>
  /** who was asked to events and who came, actors as places in `ids` */
  attendance?: Attendance
}

export type MetricChoice = StepGroup | 'all' | MetricId

export interface DescribeOptions {
  seed?: number
  /** default: all */
  metrics?: readonly MetricChoice[]
  /** draws of the rewiring test and of the test within strata (default: 1,999 and 9,999) */
  permutations?: number
  /** also `nodes`, `edges` and `nodes_metrics` (default: up to 100,000 actors) */
  lists?: boolean
  /** only steps of these groups, of the metrics chosen (default: all groups) */
  groups?: readonly StepGroup[]
  /** what need not be searched for any more */
  searched?: AllPairs
  /** called before each step with its metrics, its place among the steps, and how many there are */
  onStep?: (metrics: readonly MetricId[], step: number, steps: number) => void
  onProgress?: OnProgress
}

export const LIST_LIMIT = 100_000

export function describeNetwork(rows: NetworkRows, options: DescribeOptions = {}): Description {
  return describeOrdered(orderRows(rows), options)
}

/** The same of a network that is in order already. */
export function describeOrdered(network: DescribedNetwork, options: DescribeOptions = {}): Description {
  const seed = options.seed ?? DEFAULT_SEED
  const lists = options.lists ?? network.csr.n <= LIST_LIMIT
  const draft: Draft = {
    network,
    document: {
      ...(lists ? listTies(network) : {}),
      n: network.csr.n,
      m: network.csr.m,
      reasons: {},
      methods: {},
      seed,
      generator: GENERATOR,
    },
    sectors: network.sectors.map(() => ({})),
    actors: lists ? network.ids.map(() => ({})) : [],
    searched: options.searched ?? { betweenness: null, closeness: null },
    permutations: options.permutations,
    onProgress: options.onProgress,
  }
  const steps = chooseSteps(network, lists, options)
  for (const [i, step] of steps.entries()) {
    options.onStep?.(step.metrics, i, steps.length)
    step.write(draft)
  }
  return gather(draft, lists)
}

function chooseSteps(network: DescribedNetwork, lists: boolean, options: DescribeOptions): DescribeStep[] {
  const { groups } = options
  const chosen = new Set<MetricChoice>(options.metrics ?? ['all'])
  const has: Record<Need, boolean> = {
    sectors: network.labels !== null,
    roles: network.roles !== null,
    strata: network.strata !== null,
    dates: network.history !== null,
    entries: network.history?.entered != null,
    events: network.history?.attendance != null,
    before: network.before !== undefined,
    lists,
  }
  return DESCRIBE_STEPS.filter(
    (step) =>
      step.needs.every((need) => has[need]) &&
      (groups?.includes(step.group) ?? true) &&
      (chosen.has('all') || chosen.has(step.group) || step.metrics.some((metric) => chosen.has(metric))),
  )
}

/** Metrics that can be asked for by id. */
export function describableMetrics(): MetricId[] {
  return [...new Set(DESCRIBE_STEPS.flatMap((step) => step.metrics))]
}

/** @throws RangeError above 65,535 sectors, or when a tie names an actor that is not there */
export function orderRows(rows: NetworkRows): DescribedNetwork {
  const { ids, sectors, roles, strata } = rows
  const order = ids.map((_, i) => i).sort((i, j) => (ids[i] < ids[j] ? -1 : ids[i] > ids[j] ? 1 : 0))
  const place = new Uint32Array(ids.length)
  for (let v = 0; v < order.length; v++) place[order[v]] = v
  // an end that is no actor becomes NaN here, which the network refuses
  const sources = Float64Array.from(rows.sources, (end) => place[end])
  const targets = Float64Array.from(rows.targets, (end) => place[end])
  const named = (names: readonly string[], of: readonly (string | null)[]): Labels => {
    const numberOf = new Map<string | null, number>(names.map((name, k) => [name, k]))
    return {
      count: names.length + 1,
      of: Uint16Array.from(order, (i) => numberOf.get(of[i]) ?? names.length),
    }
  }
  const names = [...new Set(sectors)].sort()
  if (names.length > SECTOR_LIMIT)
    throw new RangeError(`${names.length} sectors are more than ${SECTOR_LIMIT}`)
  return {
    ids: order.map((i) => ids[i]),
    sectors: names,
    csr: buildCsr(ids.length, sources, targets),
    labels: sectors ? { ...named(names, sectors), count: names.length } : null,
    roles: roles ? { names: roles.names, labels: named(roles.names, roles.of) } : null,
    strata: strata ? strataOf(strata, order) : null,
    history: historyOf(rows, order, place, sources, targets),
  }
}

function strataOf(strata: readonly string[], order: readonly number[]): DescribedNetwork['strata'] {
  const names = [...new Set(strata)].sort()
  const numbers = new Map(names.map((name, g) => [name, g]))
  return { names, of: Uint32Array.from(order, (i) => numbers.get(strata[i]) ?? 0) }
}

/** The data end with the latest start of a tie, or the last event where that is later. */
function historyOf(
  { ids, started, ended, entered, attendance }: NetworkRows,
  order: readonly number[],
  place: Uint32Array,
  sources: Float64Array,
  targets: Float64Array,
): TieHistory | null {
  if (!started || !ended) return null
  const spells = tieSpells({ sources, targets, started, ended })
  return {
    n: ids.length,
    spells,
    end: latest(spells.started, latest(attendance?.days ?? [])),
    entered: entered ? Float64Array.from(order, (i) => entered[i]) : null,
    until: null,
    attendance: attendance
      ? { ...attendance, actors: Uint32Array.from(attendance.actors, (actor) => place[actor]) }
      : null,
  }
}

function latest(days: ArrayLike<number>, least = Number.NEGATIVE_INFINITY): number {
  let most = least
  for (let i = 0; i < days.length; i++) if (days[i] > most && Number.isFinite(days[i])) most = days[i]
  return most
}

function listTies({ ids, sectors, csr, labels }: DescribedNetwork): Pick<Description, 'nodes' | 'edges'> {
  const edges: [string, string][] = []
  for (let v = 0; v < csr.n; v++) {
    for (let i = csr.offsets[v]; i < csr.offsets[v + 1]; i++) {
      if (csr.neighbours[i] > v) edges.push([ids[v], ids[csr.neighbours[i]]])
    }
  }
  // fromEntries defines every key as data, also one called __proto__
  const nodes = Object.fromEntries(ids.map((id, v) => [id, labels ? sectors[labels.of[v]] : null]))
  return { nodes, edges }
}

/** Reasons, methods and seed come last in the printed document. */
function gather({ network, document, sectors, actors }: Draft, lists: boolean): Description {
  const { reasons, methods, seed, generator, ...figures } = document
  const named = <T extends object>(
    names: readonly string[],
    entries: readonly T[],
  ): Record<string, T> | undefined =>
    entries.some((entry) => Object.keys(entry).length > 0)
      ? Object.fromEntries(names.map((name, i) => [name, entries[i]]))
      : undefined
  const bySector = named(network.sectors, sectors)
  const byActor = lists ? named(network.ids, actors) : undefined
  return {
    ...figures,
    ...(bySector && { sectors: bySector }),
    ...(byActor && { nodes_metrics: byActor }),
    reasons,
    methods,
    seed,
    generator,
  }
}
