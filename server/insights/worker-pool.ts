import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { ChangeSplit } from '#shared/analytics/change.ts'
import type { Measured } from '#shared/analytics/measured.ts'
import type { LayoutTask } from '../network/layout/lay-out.ts'
import { workerScript } from '../worker-script.ts'
import type { Reading, ReadingTask, SplitTask } from './reading.ts'

/** The threads that do the heavy work, so that the event loop only reads and writes. */
export interface WorkerPool {
  readNetwork(task: ReadingTask): Promise<Reading>
  splitNetworks(task: SplitTask): Promise<Measured<ChangeSplit>>
  layOut(task: LayoutTask): Promise<Float32Array>
  /** A task of a name that the worker script exports. */
  run<T>(name: string, task: unknown): Promise<T>
  /** The same for what may take minutes, in threads of its own; the signal ends the thread that runs it. */
  runLong<T>(name: string, task: unknown, signal: AbortSignal): Promise<T>
  /** How many of the long ones run at a time. */
  longThreads: number
  close(): Promise<void>
}

/** Threads start with the first task; without work they end after a while. */
export function createWorkerPool(threads = Math.max(1, Math.min(4, availableParallelism()))): WorkerPool {
  const longThreads = Math.max(1, threads - 1)
  let pool: Piscina | undefined
  let longPool: Piscina | undefined
  const start = (minThreads: number, maxThreads: number): Piscina =>
    new Piscina({ ...workerScript('insights'), minThreads, maxThreads, idleTimeout: 60_000 })
  const started = (): Piscina => {
    pool ??= start(1, threads)
    return pool
  }
  const startedLong = (): Piscina => {
    longPool ??= start(0, longThreads)
    return longPool
  }
  return {
    run: (name, task) => started().run(task, { name }),
    runLong: (name, task, signal) => startedLong().run(task, { name, signal }),
    longThreads,
    readNetwork: (task) => started().run(task, { name: 'readNetwork' }),
    splitNetworks: (task) => started().run(task, { name: 'splitNetworks' }),
    layOut: (task) => started().run(task, { name: 'layOut' }),
    async close() {
      await Promise.all([pool?.destroy(), longPool?.destroy()])
      pool = undefined
      longPool = undefined
    },
  }
}
