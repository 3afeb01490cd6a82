import { Worker } from 'node:worker_threads'
import type { Db } from '../db/schema.ts'
import type { Clock } from '../today.ts'
import { workerScript } from '../worker-script.ts'
import type { ExportStart } from './bench-messages.ts'
import { readRegister } from './register-reading.ts'
import { type ExportTask, exportRegister } from './writing/export-register.ts'

interface Source {
  db: Db
  databaseFile: string | null
  clock?: Clock | undefined
}

/** In a thread of its own: fifty thousand rows of Excel take seconds. */
export async function runExport({ db, databaseFile, clock }: Source, task: ExportTask): Promise<Uint8Array> {
  if (databaseFile === null) return exportRegister(await readRegister(db, clock), task)
  const { filename, execArgv } = workerScript('imports')
  const start: ExportStart = { type: 'export', databaseFile, task, now: clock?.().toISOString() }
  const worker = new Worker(filename, { execArgv, workerData: start })
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', (bytes: Uint8Array) => resolve(bytes))
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that writes the file has ended.')))
    })
  } finally {
    void worker.terminate()
  }
}
