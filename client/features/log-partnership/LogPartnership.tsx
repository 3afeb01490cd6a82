import { ArrowLeft, CircleAlert, Clock } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { useOnline } from '#client/ui/use-online.ts'
import type { City } from '#shared/contract/reference.ts'
import { EntryFields } from './EntryFields.tsx'
import type { OutboxEntry } from './outbox-entry.ts'
import type { KnownParty } from './partnership-draft.ts'
import { QueuedReceipt } from './QueuedReceipt.tsx'
import { Receipt } from './Receipt.tsx'
import { type Entry, useEntry } from './use-entry.ts'
import type { SaveState } from './use-save.ts'

interface LogPartnershipProps {
  city: City
  /** Who is named in the address. */
  first: readonly KnownParty[]
  /** The entry of the outbox that is being changed. */
  editing: OutboxEntry | null
  onLeft: () => void
  onEdited: () => void
  onBack: () => void
}

/** Where there are keys, typing may begin at once; on a phone it would only bring up the keyboard over the form. */
const hasKeyboard = () => matchMedia('(hover: hover) and (pointer: fine)').matches

/** The entry: six fields, one button, and the receipt of what it did. */
export function LogPartnership(props: LogPartnershipProps) {
  const { city, first, editing, onLeft, onEdited, onBack } = props
  const entry = useEntry({ city, first, editing, onLeft, onEdited })
  const picker = useRef<HTMLInputElement>(null)
  const { save, receipt, undo } = entry

  useEffect(() => {
    if (hasKeyboard()) picker.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const inReceipt = event.target instanceof Element && event.target.closest('dialog') !== null
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || inReceipt) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      entry.attempt()
      // Enter in a field must not save by the way.
    } else if (event.target instanceof HTMLInputElement) event.preventDefault()
  }

  const again = () => {
    entry.again()
    requestAnimationFrame(() => picker.current?.focus())
  }

  return (
    <form
      className="entry"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        entry.attempt()
      }}
    >
      <Heading onBack={onBack} editing={editing !== null} />
      <RestoredNotice entry={entry} />
      <EntryFields entry={entry} city={city} pickerRef={picker} />
      <Foot state={save.state} />
      {receipt?.type === 'logged' ? (
        <Receipt
          key={receipt.answer.revision}
          logged={receipt.answer}
          registered={receipt.draft.parties.filter(({ type }) => type === 'new').length}
          undo={undo.state}
          onUndo={() => void undo.undo(receipt.answer.revision)}
          onAgain={again}
        />
      ) : null}
      {receipt?.type === 'queued' ? (
        <QueuedReceipt
          key={receipt.entry.id}
          entry={receipt.entry}
          onTakeBack={() => void entry.takeBack()}
          onAgain={again}
        />
      ) : null}
    </form>
  )
}

function Heading({ onBack, editing }: { onBack: () => void; editing: boolean }) {
  const t = useTranslations('logPartnership')
  const online = useOnline()
  return (
    <header className="flex items-center gap-1">
      <Button look="text" className="btn-icon -ml-2.5 md:hidden" aria-label={t('back')} onClick={onBack}>
        <ArrowLeft size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <h1 className="page-title flex-1">{editing ? t('titleEdit') : t('title')}</h1>
      {!online ? (
        <span className="flex items-center gap-1.5 text-xs text-ink-2">
          <Clock size={16} strokeWidth={1.75} aria-hidden />
          {t('kept')}
        </span>
      ) : null}
    </header>
  )
}

/** Says that the form holds an earlier entry, and how to begin anew. */
function RestoredNotice({ entry: { restored, discard } }: { entry: Entry }) {
  const t = useTranslations('logPartnership.draft')
  if (!restored) return null
  return (
    <div className="notice flex flex-wrap items-center justify-between gap-x-4" role="status">
      <span>{t('restored')}</span>
      <Button look="text" onClick={discard}>
        {t('discard')}
      </Button>
    </div>
  )
}

/** The button, always there for the thumb, and above it why the entry has not been saved yet. */
function Foot({ state }: { state: SaveState }) {
  const t = useTranslations('logPartnership')
  const sending = state.type === 'sending'
  return (
    <div className="entry-foot grid gap-2">
      <SaveTrouble state={state} />
      <div className="flex items-center gap-4">
        <Button type="submit" look="filled" aria-disabled={sending || undefined}>
          {sending ? t('saving') : t('save')}
        </Button>
        <span className="caption hidden whitespace-nowrap md:inline">{t('shortcut')}</span>
      </div>
    </div>
  )
}

/** What happened, what is safe, what to do. */
function SaveTrouble({ state }: { state: SaveState }) {
  const t = useTranslations('logPartnership')
  const error = useTranslations('common.error')
  if (state.type !== 'failed' && state.type !== 'not-kept') return null
  return (
    <p role="alert" className="field-error !mt-0">
      <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
      <span>{state.type === 'failed' ? `${t('failed')} ${error(state.error.code)}` : t('notKept')}</span>
    </p>
  )
}
