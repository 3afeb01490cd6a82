import { createHash } from 'node:crypto'
import type { Job } from '#shared/contract/research.ts'
import { AppError, notFound } from '../errors.ts'
import { askToStop, createPace, readPace, report } from './pace.ts'

/** What a job may use: its shared word of progress, and a signal that ends its thread. */
export interface JobControl {
  pace: Int32Array
  signal: AbortSignal
  /** Counts in the process itself: dates read. Throws where it was stopped. */
  report(done: number, total: number): void
}

export interface JobPlan<T> {
  kind: Job['kind']
  /** what is counted */
  of: Job['of']
  revision: number
  /** The question in full: equal keys are one job. */
  key: string
  /** The result, where it is known already. */
  known: () => T | undefined
  work: (control: JobControl) => Promise<T>
}

interface Entry {
  plan: JobPlan<unknown>
  id: string
  state: Job['state']
  pace: Int32Array
  abort: AbortController
  readers: Set<string>
  startedAt: number | null
  endedAt: number | null
  result: unknown
  over: Promise<void>
  end: () => void
}

/** Long work asked for by many: each question once, a few at a time, stopped when its last reader lets go. */
export interface Jobs {
  /** Starts the job or joins it. */
  ask<T>(plan: JobPlan<T>, reader: string): Job
  get(id: string): Job
  /** The reader lets go of it. */
  release(id: string, reader: string): Job
  result(id: string): unknown
  /** What the job with this key found, if it is done. */
  find(key: string): unknown
  /** Resolved when it is done, cancelled or failed. */
  over(id: string): Promise<void>
  /** `done`: since the start of the process. */
  counts(): { waiting: number; running: number; done: number }
  close(): void
}

/** Jobs that are over are told of for so long; what they found is kept elsewhere, but for null models and series. */
const KEPT = 200
/** A thread that has not heard the word by then is ended. */
const GRACE_MS = 1_000
const OVER: readonly Job['state'][] = ['done', 'cancelled', 'failed']

export function createJobs(atATime: number): Jobs {
  const jobs = new Map<string, Entry>()
  let done = 0

  function ask<T>(plan: JobPlan<T>, reader: string): Job {
    const id = idOf(plan.key)
    const earlier = jobs.get(id)
    const reusable = earlier && (!OVER.includes(earlier.state) || earlier.state === 'done')
    const lost = earlier?.state === 'done' && plan.known() === undefined && plan.kind === 'figures'
    const entry = reusable && !lost ? earlier : begin(id, plan)
    if (!OVER.includes(entry.state)) entry.readers.add(reader)
    startNext()
    return describe(entry)
  }

  function begin(id: string, plan: JobPlan<unknown>): Entry {
    const known = plan.known()
    let end = (): void => undefined
    const over = new Promise<void>((resolve) => {
      end = resolve
    })
    const entry: Entry = {
      plan,
      id,
      state: known === undefined ? 'waiting' : 'done',
      pace: createPace(),
      abort: new AbortController(),
      readers: new Set(),
      startedAt: null,
      endedAt: null,
      result: known,
      over,
      end,
    }
    if (known !== undefined) end()
    jobs.delete(id)
    jobs.set(id, entry)
    for (const [oldest, { state }] of [...jobs].slice(0, -KEPT)) if (OVER.includes(state)) jobs.delete(oldest)
    return entry
  }

  function startNext(): void {
    const running = [...jobs.values()].filter(({ state }) => state === 'running').length
    const waiting = [...jobs.values()].filter(({ state }) => state === 'waiting')
    for (const entry of waiting.slice(0, Math.max(0, atATime - running))) void run(entry)
  }

  async function run(entry: Entry): Promise<void> {
    entry.state = 'running'
    entry.startedAt = performance.now()
    try {
      const control = controlOf(entry)
      entry.result = await entry.plan.work(control)
      finish(entry, 'done')
    } catch (error) {
      const stopped = entry.abort.signal.aborted || isStop(error) || wasReleased(entry)
      if (!stopped) logFailure(entry, error)
      finish(entry, stopped ? 'cancelled' : 'failed')
    }
    startNext()
  }

  function finish(entry: Entry, state: Job['state']): void {
    if (OVER.includes(entry.state)) return
    if (state === 'done') done++
    entry.state = state
    entry.endedAt = performance.now()
    entry.end()
  }

  function find(id: string): Entry {
    const entry = jobs.get(id)
    if (!entry) throw notFound('job', id)
    return entry
  }

  return {
    ask,
    get: (id) => describe(find(id)),
    release(id, reader) {
      const entry = find(id)
      entry.readers.delete(reader)
      if (entry.readers.size === 0 && !OVER.includes(entry.state)) stop(entry, finish)
      return describe(entry)
    },
    result(id) {
      const { state, result } = find(id)
      if (state !== 'done')
        throw new AppError('conflict', { detail: `The job has no result: it is ${state}.` })
      return result
    },
    find(key) {
      const entry = jobs.get(idOf(key))
      return entry?.state === 'done' ? entry.result : undefined
    },
    over: (id) => find(id).over,
    counts() {
      const count = (wanted: Job['state']) =>
        [...jobs.values()].filter(({ state }) => state === wanted).length
      return { waiting: count('waiting'), running: count('running'), done }
    },
    close() {
      for (const entry of jobs.values()) if (!OVER.includes(entry.state)) stop(entry, finish)
    },
  }
}

const idOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22)

function controlOf({ pace, abort }: Entry): JobControl {
  return {
    pace,
    signal: abort.signal,
    report: (done, total) => report(pace, done, total),
  }
}

/** A waiting job just ends. A running one is asked to stop, and its thread ended if it does not hear. */
function stop(entry: Entry, finish: (entry: Entry, state: Job['state']) => void): void {
  if (entry.state === 'waiting') {
    finish(entry, 'cancelled')
    return
  }
  askToStop(entry.pace)
  const timer = setTimeout(() => entry.abort.abort(), GRACE_MS)
  timer.unref()
  void entry.over.then(() => clearTimeout(timer))
}

const isStop = (error: unknown): boolean => error instanceof Error && error.name === 'Stopped'
const wasReleased = ({ readers }: Entry): boolean => readers.size === 0

function logFailure({ plan }: Entry, error: unknown): void {
  console.error(
    JSON.stringify({
      at: new Date().toISOString(),
      job: plan.key,
      error: error instanceof Error ? error.stack : String(error),
    }),
  )
}

function describe({ id, plan, state, pace, readers, startedAt, endedAt }: Entry): Job {
  const { done, total, step, steps, metric } = readPace(pace)
  return {
    id,
    kind: plan.kind,
    state,
    done: state === 'done' ? total : done,
    total,
    of: plan.of,
    step,
    steps,
    metric,
    readers: readers.size,
    revision: plan.revision,
    elapsed: startedAt === null ? 0 : (endedAt ?? performance.now()) - startedAt,
  }
}
