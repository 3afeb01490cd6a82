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

/** The draft and its copy on this device, written on every change. */
export function useDraft(today: string, first: PartnershipDraft | undefined, waiting: boolean): DraftHold {
  const [kept] = useState(() => readDraft(localStorage))
  const [draft, setDraft] = useState(() => kept?.draft ?? first ?? emptyDraft(today))
  const [restored, setRestored] = useState<Restored>(kept ? (kept.waiting ? 'waiting' : 'continued') : 'no')

  useEffect(() => {
    if (isTouched(draft)) keepDraft(localStorage, { draft, waiting, keptAt: new Date().toISOString() })
    else dropDraft(localStorage)
  }, [draft, waiting])

  const change = useCallback((edit: (draft: PartnershipDraft) => PartnershipDraft) => setDraft(edit), [])
  const restart = useCallback(
    (next?: PartnershipDraft) => {
      setRestored('no')
      setDraft(next ?? emptyDraft(today))
    },
    [today],
  )
  return { draft, change, restart, restored }
}
