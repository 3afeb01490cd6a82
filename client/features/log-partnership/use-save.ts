import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '#client/api/http.ts'
import { logPartnership } from '#client/api/partnerships.ts'
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

const isRow = (value: unknown): value is PartnershipRow =>
  typeof value === 'object' && value !== null && 'id' in value && 'parties' in value

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
          const rows = duplicatesOf(error)
          if (rows.length === 0 || rows.some(({ id }) => !known.has(id))) throw error
          return await logPartnership(toNewPartnership(draft, true))
        }
      }
      try {
        const logged = await post()
        setState({ type: 'idle' })
        onSaved(logged)
        void queries.invalidateQueries()
      } catch (error) {
        setState(stateOf(error, draft))
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

function duplicatesOf(error: unknown): PartnershipRow[] {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return []
  return (error.problem?.duplicates ?? []).filter(isRow)
}

function stateOf(error: unknown, draft: PartnershipDraft): SaveState {
  if (!(error instanceof ApiError)) throw error
  const rows = duplicatesOf(error)
  if (rows.length > 0) return { type: 'duplicates', rows }
  if (error.code === 'offline' || error.code === 'unavailable') return { type: 'waiting', draft }
  if (error.issues.length > 0) return { type: 'issues', issues: error.issues }
  return { type: 'failed', error }
}
