import { setMaxListeners } from 'node:events'
import type { MetricId } from '#shared/analytics/catalog.ts'
import type { WorkerPool } from '../insights/worker-pool.ts'
import { lastReadableOn } from '../network/question.ts'
import type { CityDates, Snapshot } from '../network/register.ts'
import { registerHistory } from '../network/tie-history.ts'
import { unhurried } from '../unhurried.ts'
import { type RunTask, SEARCHED, searchByThreads } from './all-pairs.ts'
import type { ComputedTables, DescribeTask } from './computed.ts'
import type { NetworkInput } from './network-input.ts'

/** The signal ends the thread; the pace, where there is one, tells how far it is. */
export interface StepControl {
  signal: AbortSignal
  pace: Int32Array | null
}

export interface Draws {
  seed: number
  permutations: number | null
}

/** What was computed of networks, each thing once, for all who ask. */
export interface Calculations {
  /** Everything that is about linear in ties. */
  linear(input: NetworkInput, seed: number): Promise<ComputedTables>
  /** What one step gives of the network and its sectors, from the whole where that is there. */
  step(input: NetworkInput, metric: MetricId, seed: number): Promise<ComputedTables>
  /** The history of ties, first partners, events. */
  throughTime(
    snapshot: Snapshot,
    dates: CityDates,
    input: NetworkInput,
    seed: number,
  ): Promise<ComputedTables & { ids: readonly string[] }>
  /** What a step that takes long found, if it was asked for. */
  found(input: NetworkInput, metric: MetricId, draws: Draws): ComputedTables | undefined
  /** Runs the steps that nobody has run yet. */
  runSteps(input: NetworkInput, steps: readonly MetricId[], draws: Draws, control: StepControl): Promise<void>
}

/** Tables per actor of 36,000 actors take some 8 MB; single figures next to nothing. */
const KEPT_TABLES = 24
const KEPT_STEPS = 2_000

export function createCalculations(pool: WorkerPool): Calculations {
  const tables = createStore<Promise<ComputedTables>>(KEPT_TABLES)
  const histories = createStore<Promise<ComputedTables & { ids: readonly string[] }>>(8)
  const steps = createStore<Promise<ComputedTables>>(KEPT_STEPS)
  const long = createStore<ComputedTables>(KEPT_TABLES * 4)
  const compute = (task: DescribeTask) => pool.run<ComputedTables>('computeTables', task)
  const longKey = ({ hash }: NetworkInput, metric: MetricId, { seed, permutations }: Draws) =>
    `${hash} ${metric} ${seed} ${permutations ?? ''}`

  return {
    linear: ({ hash, computed }, seed) =>
      tables.of(`${hash} ${seed}`, () =>
        compute({ ...task(computed, seed), groups: ['linear'], lists: true }),
      ),
    step({ hash, computed }, metric, seed) {
      return (
        tables.get(`${hash} ${seed}`) ??
        steps.of(`${hash} ${metric} ${seed}`, () =>
          compute({ ...task(computed, seed), groups: ['linear'], metrics: [metric], lists: false }),
        )
      )
    },
    throughTime(snapshot, dates, input, seed) {
      const { network } = input
      const end = network.on === 'all' ? lastReadableOn(dates) : network.on
      const { definition, partition, on } = network
      const key = [snapshot.revision, snapshot.generation, definition.id, partition.id, on, end, seed].join(
        ' ',
      )
      return histories.of(key, async () => {
        const history = await unhurried(registerHistory(snapshot, network, end))
        const found = await compute({
          ...task(input.computed, seed),
          history: { ...history, ids: [] },
          groups: ['time', 'events'],
          lists: true,
        })
        return { ...found, ids: history.ids }
      })
    },
    found: (input, metric, draws) => long.get(longKey(input, metric, draws)),
    async runSteps(input, wanted, draws, { pace, signal }) {
      const missing = wanted.filter((metric) => !long.get(longKey(input, metric, draws)))
      if (missing.length === 0) return
      // one signal ends as many tasks as the searches are dealt to
      setMaxListeners(0, signal)
      const run: RunTask = (name, asked) => pool.runLong(name, asked, signal)
      const searched = SEARCHED.filter((metric) => missing.includes(metric))
      const { csr } = input.computed
      const searches =
        searched.length === 0 ? null : await searchByThreads(csr, searched, run, pace, missing.length)
      const found = await run<ComputedTables>('computeTables', {
        ...task(input.computed, draws.seed),
        permutations: draws.permutations,
        groups: ['all-pairs', 'tests'],
        metrics: missing,
        lists: true,
        searches,
        pace,
      } satisfies DescribeTask)
      for (const metric of missing) long.set(longKey(input, metric, draws), found)
    },
  }
}

const task = (network: NetworkInput['computed'], seed: number) => ({
  network,
  history: null,
  seed,
  permutations: null,
  metrics: null,
  searches: null,
  pace: null,
})

interface Store<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  /** The value, computed where it is not there; one that failed is forgotten. */
  of(key: string, compute: () => T): T
}

/** The youngest by use are kept. */
function createStore<T>(most: number): Store<T> {
  const kept = new Map<string, T>()
  const set = (key: string, value: T): void => {
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
  }
  const get = (key: string): T | undefined => {
    const value = kept.get(key)
    if (value !== undefined) set(key, value)
    return value
  }
  return {
    get,
    set,
    of(key, compute) {
      const known = get(key)
      if (known !== undefined) return known
      const value = compute()
      set(key, value)
      if (value instanceof Promise)
        value.catch(() => {
          if (kept.get(key) === value) kept.delete(key)
        })
      return value
    },
  }
}
