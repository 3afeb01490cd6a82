import { Worker } from 'node:worker_threads'
import type { Db } from '../db/schema.ts'
import { holdWriters } from '../db/write-gate.ts'
import type { Clock } from '../today.ts'
import { workerScript } from '../worker-script.ts'
import {
  type BenchCall,
  type BenchStart,
  errorOf,
  type FromBench,
  OPENING,
  type ToBench,
} from './bench-messages.ts'
import { readRemembered } from './import-store.ts'
import { Refusal } from './reading/refusal.ts'
import type { Work } from './work.ts'
import { openWorkbench, type Progress, type Workbench } from './workbench.ts'

type Answer<C extends BenchCall> = Awaited<ReturnType<Workbench[C]>>

/** A workbench, wherever it stands. */
export interface Bench {
  call<C extends BenchCall>(call: C, ...args: Parameters<Workbench[C]>): Promise<Answer<C>>
  /** Ends it at once, whatever it is doing: nothing that was not committed is left of it. */
  close(): Promise<void>
}

export interface BenchOptions {
  db: Db
  /** Path of the database; without one, as in memory, the work is done here. */
  databaseFile: string | null
  name: string
  bytes: Buffer
  work: Work | null
  progress: Progress
  /** Its thread has ended, asked or not: it answers nothing more. */
  onEnd: () => void
  clock?: Clock | undefined
}

/** Beyond it a thread ends, and the file is refused. */
const MEMORY_MB = 1_024
const READING_SECONDS = 90

/** Throws a `Refusal` where the file cannot be read, or takes too long or too much memory. */
export function openBench(options: BenchOptions): Promise<Bench> {
  return options.databaseFile === null ? benchHere(options) : benchInThread(options, options.databaseFile)
}

async function benchHere({ db, name, bytes, work, progress, clock }: BenchOptions): Promise<Bench> {
  const remembers = await readRemembered(db)
  const exclusively = <T>(write: () => Promise<T>) => write()
  const bench = await openWorkbench({ db, name, bytes, work, remembers, progress, exclusively, clock })
  return {
    async call<C extends BenchCall>(call: C, ...args: Parameters<Workbench[C]>): Promise<Answer<C>> {
      const method = bench[call] as (...given: unknown[]) => unknown
      return (await method.apply(bench, args)) as Answer<C>
    },
    close: async () => undefined,
  }
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

async function benchInThread(options: BenchOptions, databaseFile: string): Promise<Bench> {
  const { filename, execArgv } = workerScript('imports')
  const start: BenchStart = {
    type: 'bench',
    databaseFile,
    name: options.name,
    bytes: new Uint8Array(options.bytes),
    work: options.work,
    now: options.clock?.().toISOString(),
  }
  const worker = new Worker(filename, {
    execArgv,
    workerData: start,
    transferList: [start.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const waiting = new Map<number, Waiting>()
  let release: (() => void) | null = null
  let last = OPENING
  let ended = false
  const letGo = () => {
    release?.()
    release = null
  }
  const send = (message: ToBench) => worker.postMessage(message)
  const answer = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
  const fail = (error: Error) => {
    if (!ended) options.onEnd()
    ended = true
    letGo()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (message: FromBench) => {
    if (message.type === 'progress') options.progress(...message.progress)
    else if (message.type === 'has-written') letGo()
    else if (message.type === 'wants-to-write')
      void holdWriters(options.db).then((open) => {
        if (ended) return open()
        release = open
        send({ type: 'may-write', id: message.id })
      })
    else {
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.type === 'answer') asked?.resolve(message.value)
      else asked?.reject(errorOf(message.failure))
    }
  })
  worker.on('error', (error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new Refusal('unpacks-too-large', { megabytes: MEMORY_MB })
        : error,
    ),
  )
  worker.on('exit', () => fail(new Error('The thread has ended.')))
  const opened = answer(OPENING)
  const timer = setTimeout(() => {
    fail(new Refusal('took-too-long', { seconds: READING_SECONDS }))
    void worker.terminate()
  }, READING_SECONDS * 1000)
  try {
    await opened
  } catch (error) {
    void worker.terminate()
    throw error
  } finally {
    clearTimeout(timer)
  }
  return {
    async call<C extends BenchCall>(call: C, ...args: Parameters<Workbench[C]>): Promise<Answer<C>> {
      if (ended) throw new Error('The thread has ended.')
      const id = ++last
      const answered = answer(id)
      send({ type: 'call', id, call, args })
      return (await answered) as Answer<C>
    },
    async close() {
      fail(new Error('The thread was ended.'))
      await worker.terminate()
    },
  }
}
