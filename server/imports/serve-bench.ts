import type { MessagePort } from 'node:worker_threads'
import type { Db } from '../db/schema.ts'
import type { Clock } from '../today.ts'
import { type BenchStart, type FromBench, failureOf, OPENING, type ToBench } from './bench-messages.ts'
import { readRemembered } from './import-store.ts'
import type { Work } from './work.ts'
import { openWorkbench } from './workbench.ts'

/** Answers what is asked of a workbench in this thread. */
export function serveBench(
  port: MessagePort,
  start: BenchStart,
  opening: Promise<Db>,
  clock: Clock | undefined,
) {
  const say = (message: FromBench) => port.postMessage(message)
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

  const opened = opening.then(async (db) => {
    const { name, bytes, work } = start
    return openWorkbench({
      db,
      name,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      work: work as Work | null,
      remembers: await readRemembered(db),
      progress: (...progress) => say({ type: 'progress', progress }),
      exclusively,
      clock,
    })
  })
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
}
