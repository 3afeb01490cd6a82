import type { Undo } from '../db/undo-changeset.ts'
import type { ThreadFailure } from '../thread-failure.ts'

/** What goes to and fro between the server and the thread in which a large changeset is taken back. */

export interface UndoStart {
  databaseFile: string
  undo: Undo
}

export interface ToUndo {
  type: 'may-write'
}

export type FromUndo =
  | { type: 'wants-to-write' }
  | { type: 'undone'; revision: number }
  | { type: 'failure'; failure: ThreadFailure }
