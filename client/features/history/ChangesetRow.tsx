import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { useActionWords } from '#client/network/use-action-words.ts'
import { useAuthorWords } from '#client/network/use-author-words.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Changeset, UndoState } from '#shared/contract/changesets.ts'
import { type ChangedRecord, ChangesetRecords } from './ChangesetRecords.tsx'

interface ChangesetRowProps {
  row: Changeset
  /** undefined until it is known. */
  state: UndoState | undefined
  opened: boolean
  busy: boolean
  onUndo: () => void
  onUndoOne: (record: ChangedRecord) => void
}

/** One change: what, who, when and why, what it changed, and the way back or what is in it. */
export function ChangesetRow({ row, state, opened, busy, onUndo, onUndoOne }: ChangesetRowProps) {
  const t = useTranslations('history')
  const format = useFormat()
  const actionWords = useActionWords()
  const authorWords = useAuthorWords()
  const mayUndo = useMay('history.undo')
  const register = useTranslations('register.undo')
  const [open, setOpen] = useState(opened)
  const revision = String(row.revision)
  const facts = [
    t('changes', { count: row.changes }),
    row.undoes !== null ? t('undoes', { revision: String(row.undoes) }) : '',
    row.partial ? register('partial') : '',
    row.undoneBy !== null ? t('undoneBy', { revision: String(row.undoneBy) }) : '',
    row.reason ?? '',
  ].filter(Boolean)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
      <div>
        <p className={row.undoneBy === null ? 'font-semibold' : 'text-ink-3 line-through'}>
          {actionWords(row.action)}
        </p>
        <p className="caption">
          {t('column.revision')} {revision} · <time dateTime={row.at}>{format.dateTime(row.at)}</time> ·{' '}
          {authorWords(row)}
        </p>
        <p className="text-ink-2">{facts.join(' · ')}</p>
        {state?.state === 'blocked' && row.undoneBy === null ? <Blocked state={state} /> : null}
        {state?.state === 'partly' ? (
          <p className="caption">{register('partly', { count: state.open })}</p>
        ) : null}
        <button
          type="button"
          className="inline-flex min-h-11 items-center underline md:min-h-7"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('hide') : t('show')}
          <span className="visually-hidden"> {revision}</span>
        </button>
        {open ? <ChangesetRecords revision={row.revision} onUndo={mayUndo ? onUndoOne : null} /> : null}
      </div>
      {row.undoneBy === null && mayUndo && state?.state !== 'blocked' && state?.state !== 'undone' ? (
        <Button
          look="text"
          onClick={onUndo}
          aria-label={
            state?.state === 'partly' ? `${register('rest')} ${revision}` : t('undoOf', { revision })
          }
        >
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
          {busy ? t('undoing') : state?.state === 'partly' ? register('rest') : t('undo')}
        </Button>
      ) : null}
    </div>
  )
}

const SHOWN_BLOCKING = 3

/** Why a change cannot be taken back, said before anybody tries, with the ways to what is in the way. */
function Blocked({ state }: { state: UndoState }) {
  const t = useTranslations('register.undo')
  const bulk = useTranslations('register.bulk')
  const format = useFormat()
  const actionWords = useActionWords()
  const more = state.by.length - SHOWN_BLOCKING
  return (
    <div className="caption">
      {t('blocked')} {t('later')}
      <ul>
        {state.by.slice(0, SHOWN_BLOCKING).map(({ revision, action, at }) => (
          <li key={revision}>
            <Link to="/riwayat" search={{ revision }} className="inline-flex min-h-6 items-center underline">
              {t('blockedBy', {
                revision: String(revision),
                action: actionWords(action),
                date: format.dateTime(at),
              })}
            </Link>
          </li>
        ))}
        {more > 0 ? <li>{bulk('more', { count: more })}</li> : null}
      </ul>
    </div>
  )
}
