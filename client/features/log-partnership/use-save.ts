import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ApiError, isAway } from '#client/api/http.ts'
import { partnershipQuery } from '#client/api/partnerships.ts'
import { useSession } from '#client/api/session.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { LoggedPartnership, PartnershipRow } from '#shared/contract/partnerships.ts'
import { entryId } from './entry-id.ts'
import { isOf, newEntry, type OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox, takeFromOutbox } from './outbox-store.ts'
import type { PartnershipDraft } from './partnership-draft.ts'
import { refusalOf, sendEntry } from './send-entry.ts'
import { withOutbox } from './sync-outbox.ts'

export type SaveState =
  | { type: 'idle' }
  | { type: 'sending' }
  | { type: 'duplicates'; rows: PartnershipRow[] }
  | { type: 'issues'; issues: readonly FieldIssue[] }
  | { type: 'failed'; error: ApiError }
  /** Neither the server nor the device took it: it stands in the form alone. */
  | { type: 'not-kept' }

/** So long a person looks at "saving"; then the entry goes on by itself. */
const PATIENCE_MS = 12_000

type Outcome =
  | { type: 'logged'; answer: LoggedPartnership }
  | { type: 'later'; state: 'waiting' | 'sign-in' }
  | { type: 'refused'; error: ApiError }

async function trySending(entry: OutboxEntry): Promise<Outcome> {
  try {
    return { type: 'logged', answer: await sendEntry(entry) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (isAway(error)) return { type: 'later', state: 'waiting' }
    if (error.code === 'unauthenticated') return { type: 'later', state: 'sign-in' }
    return { type: 'refused', error }
  }
}

interface SaveEvents {
  onSaved: (answer: LoggedPartnership) => void
  /** It waits on the device, and goes out by itself. */
  onQueued: (entry: OutboxEntry) => void
}

/**
 * Saves the entry: first on the device, then with the server. Whatever happens in between, it is in one of the two places, and
 * under its key it becomes one record.
 */
export function useSave(editing: OutboxEntry | null, { onSaved, onQueued }: SaveEvents) {
  const queries = useQueryClient()
  const account = useSession()?.account
  const [state, setState] = useState<SaveState>({ type: 'idle' })
  const busy = useRef(false)

  const send = useCallback(
    async (draft: PartnershipDraft) => {
      if (busy.current) return
      if (editing && !isOf(editing, account)) {
        setState({ type: 'failed', error: new ApiError('forbidden', null) })
        return
      }
      busy.current = true
      setState({ type: 'sending' })
      const author = editing?.author ?? (account ? { id: account.id, name: account.name } : null)
      const entry = newEntry({ id: editing?.id ?? entryId(), draft, author })
      const kept = await keepInOutbox(entry).then(
        () => true,
        () => false,
      )
      try {
        const trying = withOutbox(() => trySending(entry), PATIENCE_MS)
        const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS))
        const outcome = (await (kept ? Promise.race([trying, late]) : trying)) ?? null
        // Still under way: what comes of it the outbox finds out, by sending it again under its key.
        if (outcome === null || outcome.type === 'later') {
          if (kept && outcome?.state === 'sign-in') await keepInOutbox({ ...entry, state: 'sign-in' })
          setState(kept ? { type: 'idle' } : { type: 'not-kept' })
          if (kept) onQueued({ ...entry, state: outcome?.state ?? 'waiting' })
        } else if (outcome.type === 'logged') {
          await takeFromOutbox(entry.id).catch(() => {})
          setState({ type: 'idle' })
          onSaved(outcome.answer)
          void queries.invalidateQueries()
        } else {
          // It goes back to where it came from; the form has it.
          if (kept && editing) await keepInOutbox({ ...entry, state: 'editing' })
          else if (kept) await takeFromOutbox(entry.id)
          setState(await refusedState(outcome.error, queries))
        }
      } finally {
        busy.current = false
      }
    },
    [account, editing, onSaved, onQueued, queries],
  )

  const reset = useCallback(() => setState({ type: 'idle' }), [])
  return { state, send, reset }
}

async function refusedState(error: ApiError, queries: QueryClient): Promise<SaveState> {
  const { duplicates } = refusalOf(error)
  if (duplicates.length > 0 && error.issues.every(({ code }) => code !== 'key-used')) {
    const rows = await Promise.all(
      duplicates.map(({ id }) => queries.fetchQuery(partnershipQuery(id)).catch(() => null)),
    )
    return { type: 'duplicates', rows: rows.map((row, at) => row ?? duplicates[at]!) }
  }
  if (error.issues.length > 0) return { type: 'issues', issues: error.issues }
  return { type: 'failed', error }
}
