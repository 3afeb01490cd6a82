import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, isAway } from '#client/api/http.ts'
import { partnershipQuery } from '#client/api/partnerships.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { LoggedPartnership, PartnershipRow } from '#shared/contract/partnerships.ts'
import type { PartnershipDraft } from './partnership-draft.ts'
import { duplicatesOf, sendEntry } from './send-entry.ts'

export type SaveState =
  | { type: 'idle' }
  | { type: 'sending' }
  /** No server in reach: the entry waits here and goes out by itself. */
  | { type: 'waiting'; draft: PartnershipDraft }
  | { type: 'duplicates'; rows: PartnershipRow[] }
  | { type: 'issues'; issues: readonly FieldIssue[] }
  | { type: 'failed'; error: ApiError }

/** Between two tries to reach the server. */
export const RETRY_MS = 15_000

/** Sends the entry, and keeps trying while the server is out of reach. */
export function useSave(seen: ReadonlySet<string>, onSaved: (logged: LoggedPartnership) => void) {
  const queries = useQueryClient()
  const [state, setState] = useState<SaveState>({ type: 'idle' })
  const busy = useRef(false)

  const send = useCallback(
    async (draft: PartnershipDraft, more: readonly string[] = []) => {
      if (busy.current) return
      busy.current = true
      setState({ type: 'sending' })
      try {
        const logged = await sendEntry(draft, new Set([...seen, ...more]))
        setState({ type: 'idle' })
        onSaved(logged)
        void queries.invalidateQueries()
      } catch (error) {
        setState(await stateOf(error, draft, queries))
      } finally {
        busy.current = false
      }
    },
    [seen, onSaved, queries],
  )

  const waiting = state.type === 'waiting' ? state.draft : null
  useEffect(() => {
    if (!waiting) return
    const again = () => void send(waiting)
    const timer = setInterval(again, RETRY_MS)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [waiting, send])

  const reset = useCallback(() => setState({ type: 'idle' }), [])
  return { state, send, reset }
}

async function stateOf(error: unknown, draft: PartnershipDraft, queries: QueryClient): Promise<SaveState> {
  if (!(error instanceof ApiError)) throw error
  if (isAway(error)) return { type: 'waiting', draft }
  const ids = duplicatesOf(error)
  if (ids.length > 0) {
    const rows = await Promise.all(ids.map((id) => queries.fetchQuery(partnershipQuery(id)))).catch(() => [])
    if (rows.length > 0) return { type: 'duplicates', rows }
  }
  if (error.issues.length > 0) return { type: 'issues', issues: error.issues }
  return { type: 'failed', error }
}
