import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useUndo } from '#client/api/use-undo.ts'
import { useNames } from '#client/network/use-names.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import type { City } from '#shared/contract/reference.ts'
import { type DraftField, findGaps, type Gap, gapsFromIssues } from './draft-gaps.ts'
import { focusField } from './focus-field.ts'
import { emptyDraft, isTouched, type KnownParty, type PartnershipDraft } from './partnership-draft.ts'
import { useDraft, useKeptDraft } from './use-draft.ts'
import { useDuplicates } from './use-duplicates.ts'
import { useGapText } from './use-gap-text.ts'
import { useSave } from './use-save.ts'

interface Logged {
  answer: LoggedPartnership
  /** What was sent, to be put back when it is undone. */
  draft: PartnershipDraft
}

/** The entry from the first key to the receipt: draft, gaps, duplicates, sending, undo. */
export function useEntry(city: City, first: readonly KnownParty[]) {
  const t = useTranslations('logPartnership')
  const names = useNames()
  const announce = useAnnounce()
  const gapText = useGapText()
  const [tried, setTried] = useState(false)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [logged, setLogged] = useState<Logged | null>(null)
  const sent = useRef<PartnershipDraft | null>(null)

  const start = useMemo(
    () => (first.length > 0 ? emptyDraft(city.today, [...first]) : undefined),
    [city, first],
  )
  const { draft, change, restart, restored } = useDraft(city.today, start)
  const onSaved = useCallback(
    (answer: LoggedPartnership) => {
      if (sent.current) setLogged({ answer, draft: sent.current })
      restart()
      setTried(false)
      setSeen(new Set())
    },
    [restart],
  )
  const save = useSave(seen, onSaved)
  const undo = useUndo()
  useKeptDraft(draft, save.state.type === 'waiting')

  // The person has saved it already: what waited for a signal goes out without being asked for again.
  const waited = useRef(restored === 'waiting')
  useEffect(() => {
    if (!waited.current) return
    waited.current = false
    sent.current = draft
    void save.send(draft)
  }, [draft, save.send])

  const kind = names.findKind(draft.kind ?? '')
  const early = useDuplicates(draft).filter(({ id }) => !seen.has(id))
  const refused = save.state.type === 'duplicates' ? save.state.rows : []
  const duplicates = refused.length > 0 ? refused : early
  const missing = findGaps(draft, kind, city.today)
  const gaps: Gap[] = [
    ...(tried ? missing : []),
    ...(save.state.type === 'issues' ? gapsFromIssues(save.state.issues) : []),
  ]
  const gapsOf = (field: DraftField) => gaps.filter((gap) => gap.field === field)

  const send = (more: readonly string[] = []) => {
    sent.current = draft
    undo.reset()
    void save.send(draft, more)
  }

  return {
    draft,
    kind,
    restored,
    save,
    undo,
    logged,
    duplicates,
    /** The person tried to save, so the duplicates stand in the way. */
    blocking: refused.length > 0 || tried,
    gapsOf,
    errorOf: (field: DraftField) => gapsOf(field).map(gapText).join(' ') || undefined,
    edit: (editing: (draft: PartnershipDraft) => PartnershipDraft) => {
      if (save.state.type !== 'sending') save.reset()
      change(editing)
    },
    discard: () => restart(start),
    /** Saves, or leads to what is missing and says why. */
    attempt: () => {
      setTried(true)
      const [gap] = missing
      if (gap) {
        announce(`${t('gapSummary', { count: missing.length })} ${gapText(gap)}`)
        requestAnimationFrame(() => focusField(gap.field))
      } else if (duplicates.length > 0) document.getElementById('duplikat')?.focus()
      else send()
    },
    sayAnother: () => {
      const ids = duplicates.map(({ id }) => id)
      setSeen((before) => new Set([...before, ...ids]))
      announce(t('duplicate.noted'))
      if (tried && missing.length === 0) send(ids)
    },
    /** Closes the receipt. What was undone comes back into the form, unless the next entry stands there already. */
    again: () => {
      if (undo.state.type === 'done' && logged && !isTouched(draft)) restart(logged.draft)
      setLogged(null)
      undo.reset()
    },
  }
}

export type Entry = ReturnType<typeof useEntry>
