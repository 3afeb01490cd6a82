import { Worker } from 'node:worker_threads'
import { noticeForeignCommits } from '../db/commit-feed.ts'
import type { EntityStore } from '../db/entity-store.ts'
import type { Db } from '../db/schema.ts'
import { type Undo, undoChangeset } from '../db/undo-changeset.ts'
import { holdWriters } from '../db/write-gate.ts'
import { threadError } from '../thread-failure.ts'
import { workerScript } from '../worker-script.ts'
import type { FromUndo, ToUndo, UndoStart } from './undo-messages.ts'

interface Place {
  db: Db
  databaseFile: string | null
  stores: readonly EntityStore<{ id: string }>[]
}

/** Beyond so many changes reading, comparing and writing them would keep everybody else waiting. */
const HERE_UP_TO = 500

/** Takes a changeset back, as `undoChangeset`; one of very many records in a thread of its own. Answers the revision that did. */
export async function takeBack({ db, databaseFile, stores }: Place, undo: Undo): Promise<number> {
  if (databaseFile !== null && (await isLarge(db, undo.revision))) return inThread(db, databaseFile, undo)
  return (await undoChangeset(db, stores, undo)).revision
}

async function isLarge(db: Db, revision: number): Promise<boolean> {
  const further = await db
    .selectFrom('change')
    .select('entity_id')
    .where('revision', '=', revision)
    .offset(HERE_UP_TO)
    .limit(1)
    .executeTakeFirst()
  return further !== undefined
}

async function inThread(db: Db, databaseFile: string, undo: Undo): Promise<number> {
  const { filename, execArgv } = workerScript('changesets')
  const start: UndoStart = { databaseFile, undo }
  const worker = new Worker(filename, { execArgv, workerData: start })
  let release: (() => void) | undefined
  let ended = false
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.on('message', (message: FromUndo) => {
        if (message.type === 'undone') resolve(message.revision)
        else if (message.type === 'failure') reject(threadError(message.failure))
        else
          void holdWriters(db).then((open) => {
            if (ended) return open()
            release = open
            worker.postMessage({ type: 'may-write' } satisfies ToUndo)
          })
      })
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('The thread that takes a change back has ended.')))
    })
  } finally {
    ended = true
    release?.()
    void worker.terminate()
    await noticeForeignCommits(db)
  }
}
