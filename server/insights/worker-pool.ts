import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import type { LayoutTask } from '../network/layout/lay-out.ts'
import type { AllPairsRunner } from './all-pairs.ts'
import type { Reading, ReadingTask } from './reading.ts'

/** The threads that do the heavy work, so that the event loop only reads and writes. */
export interface WorkerPool {
  readNetwork(task: ReadingTask): Promise<Reading>
  layOut(task: LayoutTask): Promise<Float32Array>
  close(): Promise<void>
}

/** The pool that has threads, and can therefore also deal one measure to several. */
export interface ThreadPool extends WorkerPool, AllPairsRunner {}

/** Threads start with the first task; without work they end after a while. */
export function createWorkerPool(threads = Math.max(1, Math.min(4, availableParallelism()))): ThreadPool {
  let pool: Piscina | undefined
  const started = (): Piscina => {
    pool ??= new Piscina({
      ...workerScript(),
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: 60_000,
    })
    return pool
  }
  return {
    readNetwork: (task) => started().run(task, { name: 'readNetwork' }),
    layOut: (task) => started().run(task, { name: 'layOut' }),
    betweennessOfBlock: (task) => started().run(task, { name: 'runBlock' }),
    closenessOfRange: (task) => started().run(task, { name: 'runRange' }),
    async close() {
      await pool?.destroy()
      pool = undefined
    },
  }
}

/** From sources the TypeScript file beside this one, through tsx; from the build its bundle, beside the entry or the chunk. */
function workerScript(): { filename: string; execArgv: string[] } {
  const source = fileURLToPath(new URL('./worker.ts', import.meta.url))
  if (existsSync(source)) {
    // `--import tsx` reaches only the main thread on Node 20; its API registers in this one.
    const api = createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs')
    const register = `import { register } from ${JSON.stringify(pathToFileURL(api).href)}; register()`
    return {
      filename: source,
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(register)}`],
    }
  }
  const built = ['./insights-worker.js', '../insights-worker.js']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path))
  if (built === undefined) throw new Error('The worker script insights-worker.js is missing from the build.')
  return { filename: built, execArgv: [] }
}
