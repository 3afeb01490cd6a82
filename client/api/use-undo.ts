import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { undoChangeset } from './changesets.ts'
import { ApiError } from './http.ts'

export type UndoState =
  | { type: 'open' }
  | { type: 'undoing' }
  | { type: 'done' }
  /** Later changes stand on the same records. */
  | { type: 'refused' }
  | { type: 'failed' }

/** Takes back a revision, once. */
export function useUndo(onDone?: () => void) {
  const queries = useQueryClient()
  const [state, setState] = useState<UndoState>({ type: 'open' })

  const undo = useCallback(
    async (revision: number) => {
      setState({ type: 'undoing' })
      try {
        await undoChangeset(revision)
        setState({ type: 'done' })
        onDone?.()
        void queries.invalidateQueries()
      } catch (error) {
        const refused = error instanceof ApiError && (error.code === 'stale' || error.code === 'conflict')
        setState({ type: refused ? 'refused' : 'failed' })
      }
    },
    [queries, onDone],
  )
  const reset = useCallback(() => setState({ type: 'open' }), [])
  return { state, undo, reset }
}
