import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/database.ts'
import { undoChangeset } from '../db/undo-changeset.ts'
import { ENTITY_STORES } from '../entity-stores.ts'
import { threadFailure } from '../thread-failure.ts'
import type { FromUndo, UndoStart } from './undo-messages.ts'

/** One large changeset is taken back, on a thread and a connection of its own, while nobody else of this process writes. */
async function takeBack(port: MessagePort, { databaseFile, undo }: UndoStart): Promise<FromUndo> {
  const db = await openDatabase(`file:${databaseFile}`)
  try {
    const allowed = once(port, 'message')
    port.postMessage({ type: 'wants-to-write' } satisfies FromUndo)
    await allowed
    return { type: 'undone', revision: (await undoChangeset(db, ENTITY_STORES, undo)).revision }
  } catch (error) {
    return { type: 'failure', failure: threadFailure(error) }
  } finally {
    await db.destroy()
  }
}

if (!parentPort) throw new Error('This is run in a thread.')
parentPort.postMessage(await takeBack(parentPort, workerData as UndoStart))
