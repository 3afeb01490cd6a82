import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail, ActorPatch } from '#shared/contract/actors.ts'

interface PresenceFormProps {
  presence: 'present' | 'left'
  today: string
  state: ChangeState<ActorDetail>
  onSubmit: (patch: ActorPatch) => void
  onCancel: () => void
}

/** It left, or came back, on a date; the record stays. */
export function PresenceForm({ presence, today, state, onSubmit, onCancel }: PresenceFormProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const format = useFormat()
  const issueText = useIssueText()
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const gap =
    from === ''
      ? t('issue.date-missing')
      : from > today
        ? t('issue.date-in-future', { today: format.date(today) })
        : undefined
  const refused = state.type === 'issues' ? state.issues.map(issueText).join(' ') : undefined

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (gap) event.currentTarget.querySelector('input')?.focus()
    else
      onSubmit({
        mode: 'from',
        from,
        changes: { presence },
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      })
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {presence === 'left' ? <p className="text-ink-2">{t('form.leaveHint')}</p> : null}
      <Field
        label={t(presence === 'left' ? 'form.leaveOn' : 'form.returnOn')}
        error={(tried ? gap : undefined) ?? refused}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            max={today}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={
          <span className="field-label">
            {t('form.reason')}
            <small>{t('form.optional')}</small>
          </span>
        }
      >
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {state.type === 'failed' ? (
        <p role="alert" className="field-error">
          {t('done.failed', { why: common(`error.${state.error.code}`) })}
        </p>
      ) : null}
      {state.type === 'stale' ? (
        <p role="alert" className="field-error">
          {t('stale.again')}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="filled">
          {state.type === 'saving'
            ? t('form.saving')
            : t(presence === 'left' ? 'profile.leave' : 'profile.return')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
