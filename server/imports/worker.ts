import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/database.ts'
import { type BenchStart, type FromBench, failureOf, OPENING, type ToBench } from './bench-messages.ts'
import { readRemembered } from './import-store.ts'
import type { Work } from './work.ts'
import { openWorkbench } from './workbench.ts'

/** A thread in which one import is read, checked, tried and committed, with a connection of its own. */
const port = parentPort
if (!port) throw new Error('This is run in a thread.')
const say = (message: FromBench) => port.postMessage(message)

const { databaseFile, name, bytes, work, now } = workerData as BenchStart
const waiting = new Map<number, () => void>()
let asked = 0

async function exclusively<T>(write: () => Promise<T>): Promise<T> {
  const id = ++asked
  const allowed = new Promise<void>((resolve) => waiting.set(id, resolve))
  say({ type: 'wants-to-write', id })
  await allowed
  try {
    return await write()
  } finally {
    say({ type: 'has-written' })
  }
}

async function open() {
  const db = await openDatabase(`file:${databaseFile}`)
  return openWorkbench({
    db,
    name,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    work: work as Work | null,
    remembers: await readRemembered(db),
    progress: (...progress) => say({ type: 'progress', progress }),
    exclusively,
    clock: now === undefined ? undefined : () => new Date(now),
  })
}

const opened = open()
opened.then(
  () => say({ type: 'answer', id: OPENING, value: null }),
  (error: unknown) => say({ type: 'failure', id: OPENING, failure: failureOf(error) }),
)

port.on('message', async (message: ToBench) => {
  if (message.type === 'may-write') {
    waiting.get(message.id)?.()
    waiting.delete(message.id)
    return
  }
  const { id, call, args } = message
  try {
    const bench = await opened
    const method = bench[call] as (...given: unknown[]) => unknown
    say({ type: 'answer', id, value: await method.apply(bench, args) })
  } catch (error) {
    say({ type: 'failure', id, failure: failureOf(error) })
  }
})
