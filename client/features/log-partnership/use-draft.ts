import { useCallback, useEffect, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from './draft-store.ts'
import { readHabits } from './habits.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { emptyDraft, isTouched, type KnownParty, type PartnershipDraft } from './partnership-draft.ts'

interface DraftHold {
  draft: PartnershipDraft
  change: (change: (draft: PartnershipDraft) => PartnershipDraft) => void
  /** Starts anew: what was kept is gone. */
  restart: (draft?: PartnershipDraft) => void
  /** Whether something of an earlier visit stands in the form. */
  restored: boolean
}

interface DraftSource {
  today: string
  /** Who is named in the address. */
  first: readonly KnownParty[]
  /** The entry of the outbox that is being changed. */
  entry: OutboxEntry | null
}

/** The draft: what this device kept of an earlier visit, else the entry to change, else a new one with the usual kind. */
export function useDraft({ today, first, entry }: DraftSource): DraftHold {
  const [kept] = useState(() => readDraft(localStorage, entry?.id))
  const [draft, setDraft] = useState(
    () => kept?.draft ?? entry?.draft ?? emptyDraft(today, [...first], readHabits(localStorage).kind),
  )
  const [restored, setRestored] = useState(kept !== null)
  const restart = useCallback(
    (next?: PartnershipDraft) => {
      setRestored(false)
      setDraft(next ?? emptyDraft(today, [], readHabits(localStorage).kind))
    },
    [today],
  )
  return { draft, change: setDraft, restart, restored }
}

/**
 * Writes the draft to this device on every change, and takes it away once there is nothing to lose; not while the receipt of a
 * changed entry stands before an empty form.
 */
export function useKeptDraft(draft: PartnershipDraft, entry: string | undefined, active: boolean): void {
  useEffect(() => {
    if (!active) return
    if (isTouched(draft, readHabits(localStorage).kind))
      keepDraft(localStorage, { draft, keptAt: new Date().toISOString() }, entry)
    else dropDraft(localStorage, entry)
  }, [draft, entry, active])
}
