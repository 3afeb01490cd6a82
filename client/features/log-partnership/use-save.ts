import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '#client/api/http.ts'
import { logPartnership, partnershipQuery } from '#client/api/partnerships.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { LoggedPartnership, PartnershipRow } from '#shared/contract/partnerships.ts'
import { type PartnershipDraft, toNewPartnership } from './partnership-draft.ts'

export type SaveState =
  | { type: 'idle' }
  | { type: 'sending' }
  /** No server in reach: the entry waits here and goes out by itself. */
  | { type: 'waiting'; draft: PartnershipDraft }
  | { type: 'duplicates'; rows: PartnershipRow[] }
  | { type: 'issues'; issues: readonly FieldIssue[] }
  | { type: 'failed'; error: ApiError }

const RETRY_MS = 15_000

/**
 * Sends the entry once. "Not a duplicate" is only said of records that the person has seen: when an answer was lost on
 * the way, sending again meets the record of the first time instead of writing a second one.
 */
export function useSave(seen: ReadonlySet<string>, onSaved: (logged: LoggedPartnership) => void) {
  const queries = useQueryClient()
  const [state, setState] = useState<SaveState>({ type: 'idle' })
  const busy = useRef(false)

  const send = useCallback(
    async (draft: PartnershipDraft, more: readonly string[] = []) => {
      if (busy.current) return
      busy.current = true
      setState({ type: 'sending' })
      const known = new Set([...seen, ...more])
      const post = async (): Promise<LoggedPartnership> => {
        try {
          return await logPartnership(toNewPartnership(draft, false))
        } catch (error) {
          const ids = duplicatesOf(error)
          if (ids.length === 0 || ids.some((id) => !known.has(id))) throw error
          return await logPartnership(toNewPartnership(draft, true))
        }
      }
      try {
        const logged = await post()
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

/** Ids of the partnerships in the way; none where a new actor is what seems to be there already. */
function duplicatesOf(error: unknown): string[] {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return []
  if (error.issues.some(({ code }) => code === 'likely-duplicate')) return []
  return (error.problem?.duplicates ?? []).flatMap((record) =>
    typeof record === 'object' && record !== null && 'id' in record ? [String(record.id)] : [],
  )
}

async function stateOf(error: unknown, draft: PartnershipDraft, queries: QueryClient): Promise<SaveState> {
  if (!(error instanceof ApiError)) throw error
  if (error.code === 'offline' || error.code === 'unavailable') return { type: 'waiting', draft }
  const ids = duplicatesOf(error)
  if (ids.length > 0) {
    const rows = await Promise.all(ids.map((id) => queries.fetchQuery(partnershipQuery(id)))).catch(() => [])
    if (rows.length > 0) return { type: 'duplicates', rows }
  }
  if (error.issues.length > 0) return { type: 'issues', issues: error.issues }
  return { type: 'failed', error }
}
