import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { actorQuery, changeActor } from '#client/api/actors.ts'
import { ApiError } from '#client/api/http.ts'
import type { ActorDetail, ActorPatch } from '#shared/contract/actors.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'

export type ChangeState =
  | { type: 'idle' }
  | { type: 'saving' }
  | { type: 'issues'; issues: readonly FieldIssue[] }
  /** Somebody was faster; the record as it is now. */
  | { type: 'stale'; current: ActorDetail }
  | { type: 'failed'; error: ApiError }

/** Sends one change of an actor at the revision it was read at; answers null when it was not taken. */
export function useChangeActor(id: string) {
  const queries = useQueryClient()
  const [state, setState] = useState<ChangeState>({ type: 'idle' })
  const busy = useRef(false)

  const change = useCallback(
    async (revision: number, patch: ActorPatch): Promise<ActorDetail | null> => {
      if (busy.current) return null
      busy.current = true
      setState({ type: 'saving' })
      try {
        const answer = await changeActor(id, revision, patch)
        setState({ type: 'idle' })
        void queries.invalidateQueries()
        return answer
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        if (error.code === 'stale')
          setState({ type: 'stale', current: await queries.fetchQuery({ ...actorQuery(id), staleTime: 0 }) })
        else if (error.issues.length > 0) setState({ type: 'issues', issues: error.issues })
        else setState({ type: 'failed', error })
        return null
      } finally {
        busy.current = false
      }
    },
    [id, queries],
  )
  const reset = useCallback(() => setState({ type: 'idle' }), [])
  return { state, change, reset }
}
