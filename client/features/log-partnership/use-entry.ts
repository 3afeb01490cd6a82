import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useUndo } from '#client/api/use-undo.ts'
import { useNames } from '#client/network/use-names.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import type { City } from '#shared/contract/reference.ts'
import { type DraftField, findGaps, type Gap, gapsFromIssues } from './draft-gaps.ts'
import { dropDraft } from './draft-store.ts'
import { focusField } from './focus-field.ts'
import { keepHabits, readHabits } from './habits.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { takeFromOutbox } from './outbox-store.ts'
import { emptyDraft, isTouched, type KnownParty, type PartnershipDraft } from './partnership-draft.ts'
import { useDraft, useKeptDraft } from './use-draft.ts'
import { useDuplicates } from './use-duplicates.ts'
import { useGapText } from './use-gap-text.ts'
import { useSave } from './use-save.ts'

/** What stands on the sheet after saving. */
type Receipted =
  | { type: 'logged'; answer: LoggedPartnership; draft: PartnershipDraft }
  | { type: 'queued'; entry: OutboxEntry }

interface EntryStart {
  city: City
  first: readonly KnownParty[]
  /** The entry of the outbox that is being changed. */
  editing: OutboxEntry | null
  /** It was saved: who was named in the address is not to begin the next one, nor this one again after a reload. */
  onLeft: () => void
  /** After an entry of the outbox was changed and saved. */
  onEdited: () => void
}

/** The entry from the first key to the receipt: draft, gaps, duplicates, sending, undo. */
export function useEntry({ city, first, editing, onLeft, onEdited }: EntryStart) {
  const t = useTranslations('logPartnership')
  const names = useNames()
  const announce = useAnnounce()
  const gapText = useGapText()
  const [tried, setTried] = useState(false)
  const [receipt, setReceipt] = useState<Receipted | null>(null)
  const { draft, change, restart, restored } = useDraft({ today: city.today, first, entry: editing })

  const leave = useCallback(
    (next: Receipted, sent: PartnershipDraft) => {
      keepHabits(localStorage, sent)
      setReceipt(next)
      setTried(false)
      if (editing) dropDraft(localStorage, editing.id)
      else onLeft()
      restart()
    },
    [editing, onLeft, restart],
  )
  const save = useSave(editing, {
    onSaved: useCallback((answer) => leave({ type: 'logged', answer, draft }, draft), [leave, draft]),
    onQueued: useCallback((entry) => leave({ type: 'queued', entry }, entry.draft), [leave]),
  })
  const undo = useUndo()
  useKeptDraft(draft, editing?.id, editing === null || receipt === null)

  const kind = names.findKind(draft.kind ?? '')
  const said = new Set(draft.notDuplicateOf)
  const early = useDuplicates(draft).filter(({ id }) => !said.has(id))
  const refused = save.state.type === 'duplicates' ? save.state.rows : []
  const duplicates = refused.length > 0 ? refused : early
  const missing = findGaps(draft, kind, city.today)
  const gaps: Gap[] = [
    ...(tried ? missing : []),
    ...(save.state.type === 'issues' ? gapsFromIssues(save.state.issues) : []),
  ]
  const gapsOf = (field: DraftField) => gaps.filter((gap) => gap.field === field)

  const send = (sending: PartnershipDraft) => {
    undo.reset()
    void save.send(sending)
  }

  return {
    draft,
    kind,
    restored,
    save,
    undo,
    receipt,
    duplicates,
    /** The person tried to save, so the duplicates stand in the way. */
    blocking: refused.length > 0 || tried,
    gapsOf,
    errorOf: (field: DraftField) => gapsOf(field).map(gapText).join(' ') || undefined,
    edit: (editing: (draft: PartnershipDraft) => PartnershipDraft) => {
      if (save.state.type !== 'sending') save.reset()
      change(editing)
    },
    discard: () =>
      restart(editing?.draft ?? emptyDraft(city.today, [...first], readHabits(localStorage).kind)),
    /** Saves, or leads to what is missing and says why. */
    attempt: () => {
      setTried(true)
      const [gap] = missing
      if (gap) {
        announce(`${t('gapSummary', { count: missing.length })} ${gapText(gap)}`)
        requestAnimationFrame(() => focusField(gap.field))
      } else if (duplicates.length > 0) document.getElementById('duplikat')?.focus()
      else send(draft)
    },
    sayAnother: () => {
      const notDuplicateOf = [...new Set([...draft.notDuplicateOf, ...duplicates.map(({ id }) => id)])]
      const next = { ...draft, notDuplicateOf }
      change(() => next)
      save.reset()
      announce(t('duplicate.noted'))
      if (tried && missing.length === 0) send(next)
    },
    /** Takes back an entry that waits on the device: it stands in the form again, unless the next one does already. */
    takeBack: async () => {
      if (receipt?.type !== 'queued') return
      if (!isTouched(draft, receipt.entry.draft.kind)) restart(receipt.entry.draft)
      await takeFromOutbox(receipt.entry.id)
      setReceipt(null)
    },
    /** Closes the receipt. What was undone comes back into the form, unless the next entry stands there already. */
    again: () => {
      if (undo.state.type === 'done' && receipt?.type === 'logged' && !isTouched(draft, receipt.draft.kind))
        restart(receipt.draft)
      setReceipt(null)
      undo.reset()
      if (editing) onEdited()
    },
  }
}

export type Entry = ReturnType<typeof useEntry>
