import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/database.ts'
import type { ThreadStart } from './bench-messages.ts'
import { readRegister } from './register-reading.ts'
import { serveBench } from './serve-bench.ts'
import { exportRegister } from './writing/export-register.ts'

/** A thread with a connection of its own: one import is worked on in it, or one register is written into a file. */
async function run(start: ThreadStart) {
  if (!parentPort) throw new Error('This is run in a thread.')
  const clock = start.now === undefined ? undefined : () => new Date(start.now!)
  const opened = openDatabase(`file:${start.databaseFile}`)
  if (start.type === 'bench') return serveBench(parentPort, start, opened, clock)
  parentPort.postMessage(await exportRegister(await readRegister(await opened, clock), start.task))
}

run(workerData as ThreadStart).catch((error: unknown) => {
  // ends the thread; whoever started it hears of it
  setImmediate(() => {
    throw error
  })
})
