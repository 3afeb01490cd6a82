import { Worker } from 'node:worker_threads'
import type { BackupTask } from '../db/backup/back-up.ts'
import type { BackupNote } from '../db/backup/backup-note.ts'
import { workerScript } from '../worker-script.ts'

/** `backUp` on a thread of its own. */
export function backUpAside(task: BackupTask): Promise<BackupNote> {
  const { filename, execArgv } = workerScript('backups')
  return new Promise((resolve, reject) => {
    const worker = new Worker(filename, { workerData: task, execArgv })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that made the backup ended before it was done.')))
  })
}
