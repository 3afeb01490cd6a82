import { useCallback, useEffect, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from './draft-store.ts'
import { emptyDraft, isTouched, type PartnershipDraft } from './partnership-draft.ts'

export type Restored = 'no' | 'continued' | 'waiting'

interface DraftHold {
  draft: PartnershipDraft
  change: (change: (draft: PartnershipDraft) => PartnershipDraft) => void
  /** Starts anew: what was kept is gone. */
  restart: (draft?: PartnershipDraft) => void
  /** What of an earlier visit stands in the form. */
  restored: Restored
}

/** The draft: what this device kept of an earlier visit, else a new one. */
export function useDraft(today: string, first: PartnershipDraft | undefined): DraftHold {
  const [kept] = useState(() => readDraft(localStorage))
  const [draft, setDraft] = useState(() => kept?.draft ?? first ?? emptyDraft(today))
  const [restored, setRestored] = useState<Restored>(kept ? (kept.waiting ? 'waiting' : 'continued') : 'no')
  const restart = useCallback(
    (next?: PartnershipDraft) => {
      setRestored('no')
      setDraft(next ?? emptyDraft(today))
    },
    [today],
  )
  return { draft, change: setDraft, restart, restored }
}

/** Writes the draft to this device on every change, and takes it away once there is nothing to lose. */
export function useKeptDraft(draft: PartnershipDraft, waiting: boolean): void {
  useEffect(() => {
    if (isTouched(draft)) keepDraft(localStorage, { draft, waiting, keptAt: new Date().toISOString() })
    else dropDraft(localStorage)
  }, [draft, waiting])
}
