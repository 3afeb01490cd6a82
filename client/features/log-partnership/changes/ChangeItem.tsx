import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { StaleChoice } from '#client/ui/StaleChoice.tsx'
import { keepChangeInOutbox, takeChangeFromOutbox } from '../outbox-store.ts'
import { UndoSent } from '../UndoSent.tsx'
import { type ChangeEntry, changeOn, clashesOf } from './change-entry.ts'
import { type ChangeWords, useChangeWords } from './use-change-words.ts'

interface ChangeItemProps {
  entry: ChangeEntry
  onSend: () => void
}

/** A change that waits: of what, how it stands, and every way on. */
export function ChangeItem({ entry, onSend }: ChangeItemProps) {
  const t = useTranslations('logPartnership')
  const format = useFormat()
  const words = useChangeWords(entry.change)
  const { state, revision } = entry
  return (
    <>
      <p className="font-semibold">{words.title}</p>
      <p>{words.what}</p>
      <p className="caption">{t('outbox.savedAt', { at: format.dateTime(entry.savedAt) })}</p>
      {state === 'refused' ? (
        <RefusedChange entry={entry} words={words} onSend={onSend} />
      ) : (
        <p className="text-ink-2">
          {state === 'sent'
            ? t(revision === null ? 'changes.soAlready' : 'changes.sent')
            : state === 'discarded'
              ? t('changes.discarded')
              : t(`outbox.state.${state}`)}
        </p>
      )}
      <ChangeActions entry={entry} onSend={onSend} />
    </>
  )
}

function RefusedChange({ entry, words, onSend }: ChangeItemProps & { words: ChangeWords }) {
  const t = useTranslations('logPartnership')
  const common = useTranslations('common.error')
  const issueText = useIssueText()
  const { change, current, refusal } = entry
  const moves = current === null ? [] : clashesOf(change, current)
  if (current === null || moves.length === 0)
    return (
      <p className="field-error">
        {t('refused.plain')}{' '}
        {refusal && refusal.issues.length > 0
          ? refusal.issues.map(issueText).join(' ')
          : common.has(refusal?.code as 'forbidden')
            ? common(refusal?.code as 'forbidden')
            : ''}
      </p>
    )
  const settle = async (chosen: Readonly<Record<string, unknown>>) => {
    const onto = changeOn(change, current, chosen)
    await keepChangeInOutbox(
      onto === null
        ? { ...entry, state: 'discarded' }
        : { ...entry, change: onto, state: 'waiting', refusal: null, current: null },
    )
    onSend()
  }
  return (
    <div className="mt-1.5">
      <StaleChoice
        moves={moves}
        words={{
          title: t('changes.clashTitle'),
          lede: t('changes.clashLede'),
          field: t('refused.field'),
          mine: t('changes.mine'),
          theirs: t('refused.theirs'),
          save: t('changes.saveChoice'),
          takeTheirs: t('changes.takeTheirs'),
        }}
        labelOf={words.labelOf}
        show={words.show}
        onSave={(chosen) => void settle(chosen)}
        onTakeTheirs={() => void keepChangeInOutbox({ ...entry, state: 'discarded' })}
      />
    </div>
  )
}

function ChangeActions({ entry, onSend }: ChangeItemProps) {
  const t = useTranslations('logPartnership.outbox')
  const { id, change, state, revision } = entry
  const isWaiting = state === 'waiting' || state === 'sign-in'
  return (
    <div className="mt-1.5 flex flex-wrap gap-2">
      {isWaiting ? <Button onClick={onSend}>{t('sendNow')}</Button> : null}
      <Link
        to={change.entity === 'actor' ? '/pelaku/$id' : '/kerja-sama/$id'}
        params={{ id: change.id }}
        className={buttonClass('outline')}
      >
        {t('open')}
      </Link>
      {isWaiting || state === 'refused' ? (
        <Button look="text" onClick={() => void keepChangeInOutbox({ ...entry, state: 'discarded' })}>
          {t('discard')}
        </Button>
      ) : null}
      {state === 'discarded' ? (
        <Button
          onClick={() =>
            void keepChangeInOutbox({ ...entry, state: entry.refusal ? 'refused' : 'waiting' }).then(onSend)
          }
        >
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
          {t('undoDiscard')}
        </Button>
      ) : null}
      {state === 'sent' && revision !== null ? <UndoSent revision={revision} /> : null}
      {state === 'sent' || state === 'discarded' ? (
        <Button look="text" onClick={() => void takeChangeFromOutbox(id)}>
          {t('close')}
        </Button>
      ) : null}
    </div>
  )
}
