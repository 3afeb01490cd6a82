import '#client/styles/staff.css'
import { Link } from '@tanstack/react-router'
import { Check, CircleAlert, Clock, Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { ChangeItem } from './changes/ChangeItem.tsx'
import type { ChangeEntry } from './changes/change-entry.ts'
import { dropDraft } from './draft-store.ts'
import { isOf, listedFor, type OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox, takeChangeFromOutbox, takeFromOutbox } from './outbox-store.ts'
import { RefusedEntry } from './RefusedEntry.tsx'
import { UndoSent } from './UndoSent.tsx'
import { useReceiptView } from './use-receipt-view.ts'

interface OutboxListProps {
  entries: readonly OutboxEntry[]
  changes: readonly ChangeEntry[]
  onSend: () => void
}

/** So long the line stays that only says what was sent; it is in the register and in its history. */
const SENT_SHOWN_MS = 60_000

/** One line that says how many wait; opened, each entry with its state and what can be done with it. */
export function OutboxList({ entries: all, changes: allChanges, onSend }: OutboxListProps) {
  const t = useTranslations('logPartnership.outbox')
  const [open, setOpen] = useState(false)
  const reader = useSession()?.account
  const entries = listedFor(all, reader)
  const changes = listedFor(allChanges, reader)
  const kept = [...entries, ...changes]
  const count = (state: OutboxEntry['state']) => kept.filter((one) => one.state === state).length
  const counts = (['waiting', 'sign-in', 'refused', 'editing', 'sent', 'discarded'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => t(`count.${state}`, { count: count(state) }))
  const Icon = count('refused') > 0 ? CircleAlert : count('waiting') + count('sign-in') > 0 ? Clock : Check
  const isOver = kept.length > 0 && kept.every(({ state }) => state === 'sent' || state === 'discarded')
  const leave = () => {
    for (const { id } of entries) {
      dropDraft(localStorage, id)
      void takeFromOutbox(id)
    }
    for (const { id } of changes) void takeChangeFromOutbox(id)
  }
  useLeaving(isOver && !open, leave)
  if (kept.length === 0) return null
  return (
    <section className="page w-full print:hidden" aria-label={t('label')}>
      <div className="outbox">
        <div className="flex flex-wrap items-center gap-x-3">
          <Icon size={18} strokeWidth={1.75} aria-hidden className="flex-none" />
          <span className="min-w-0 flex-1">{counts.join(' · ')}</span>
          <Button look="text" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('hide') : t('show')}
          </Button>
          {isOver ? (
            <IconButton label={t('closeAll')} icon={<X size={16} strokeWidth={1.75} />} onClick={leave} />
          ) : null}
        </div>
        {open ? (
          <ul className="list-rows">
            {entries.map((entry) => (
              <li key={entry.id} className="py-2.5">
                {isOf(entry, reader) ? (
                  <Entry entry={entry} onSend={onSend} />
                ) : (
                  <EntryOfAnother entry={entry} />
                )}
              </li>
            ))}
            {changes.map((entry) => (
              <li key={entry.id} className="py-2.5">
                {isOf(entry, reader) ? (
                  <ChangeItem entry={entry} onSend={onSend} />
                ) : (
                  <EntryOfAnother entry={entry} />
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  )
}

/** After a while in which somebody could read it; opened, it stays. */
function useLeaving(isOver: boolean, leave: () => void): void {
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') latest.current()
    }, SENT_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isOver])
}

/** Whom it names and what can be done with it is for its author alone. */
function EntryOfAnother({ entry: { author, savedAt, state } }: { entry: OutboxEntry | ChangeEntry }) {
  const t = useTranslations('logPartnership.outbox')
  const format = useFormat()
  const name = author?.name ?? ''
  const waits = state === 'waiting' || state === 'sign-in'
  return (
    <>
      <p className="text-ink-2">{waits ? t('ofAnother', { name }) : t('leftByAnother', { name })}</p>
      <p className="caption">{t('savedAt', { at: format.dateTime(savedAt) })}</p>
    </>
  )
}

function Entry({ entry, onSend }: { entry: OutboxEntry; onSend: () => void }) {
  const t = useTranslations('logPartnership')
  const names = useNames()
  const format = useFormat()
  const { draft, state } = entry
  return (
    <>
      <p className="font-semibold">{format.list(draft.parties.map(({ name }) => name))}</p>
      <p className="caption">
        {[
          names.kind(draft.kind ?? ''),
          draft.files.length > 0 ? t('queued.files', { count: draft.files.length }) : '',
          t('outbox.savedAt', { at: format.dateTime(entry.savedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state === 'sent' ? (
        <SentEntry entry={entry} />
      ) : state === 'refused' ? (
        <RefusedEntry entry={entry} onSend={onSend} />
      ) : (
        <p className="text-ink-2">{t(`outbox.state.${state}`)}</p>
      )}
      <Actions entry={entry} onSend={onSend} />
    </>
  )
}

/** What it did to the numbers, now that it is on record. */
function SentEntry({ entry }: { entry: OutboxEntry }) {
  if (!entry.answer) return null
  return <SentEffect answer={entry.answer} />
}

function SentEffect({ answer }: { answer: NonNullable<OutboxEntry['answer']> }) {
  const view = useReceiptView(answer)
  return <p>{view.heading}</p>
}

function Actions({ entry, onSend }: { entry: OutboxEntry; onSend: () => void }) {
  const t = useTranslations('logPartnership.outbox')
  const { id, state, answer } = entry
  const close = () => {
    dropDraft(localStorage, id)
    void takeFromOutbox(id)
  }
  return (
    <div className="mt-1.5 flex flex-wrap gap-2">
      {state === 'waiting' || state === 'sign-in' ? <Button onClick={onSend}>{t('sendNow')}</Button> : null}
      {state === 'waiting' || state === 'sign-in' || state === 'refused' ? (
        <>
          <Link to="/kerja-sama/baru" search={{ entry: id }} className={buttonClass('outline')}>
            {t('edit')}
          </Link>
          <Button look="text" onClick={() => void keepInOutbox({ ...entry, state: 'discarded' })}>
            {t('discard')}
          </Button>
        </>
      ) : null}
      {state === 'editing' ? (
        <>
          <Link to="/kerja-sama/baru" search={{ entry: id }} className={buttonClass('outline')}>
            {t('continueEdit')}
          </Link>
          <Button
            onClick={() => {
              dropDraft(localStorage, id)
              void keepInOutbox({ ...entry, state: 'waiting', refusal: null }).then(onSend)
            }}
          >
            {t('asWas')}
          </Button>
        </>
      ) : null}
      {state === 'discarded' ? (
        <Button onClick={() => void keepInOutbox({ ...entry, state: entry.refusal ? 'refused' : 'waiting' })}>
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
          {t('undoDiscard')}
        </Button>
      ) : null}
      {state === 'sent' && answer ? (
        <Link to="/kerja-sama/$id" params={{ id: answer.partnership.id }} className={buttonClass('outline')}>
          {t('open')}
        </Link>
      ) : null}
      {state === 'sent' && answer ? <UndoSent revision={answer.revision} /> : null}
      {state === 'sent' || state === 'discarded' ? (
        <Button look="text" onClick={close}>
          {t('close')}
        </Button>
      ) : null}
    </div>
  )
}
