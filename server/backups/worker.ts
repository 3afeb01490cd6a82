import { parentPort, workerData } from 'node:worker_threads'
import { type BackupTask, backUp } from '../db/backup/back-up.ts'

/** One backup, on a thread of its own: it reads the whole register, and the event loop must not wait for that. */
const note = await backUp(workerData as BackupTask)
parentPort?.postMessage(note)
