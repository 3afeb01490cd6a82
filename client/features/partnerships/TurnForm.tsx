import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { END_REASONS, type EndReason, type Standing, type Status } from '#shared/contract/vocabulary.ts'

export type Turn = 'start' | 'resume' | 'reopen' | 'pause' | 'end' | 'decline'

const STATUS: Record<Turn, Status> = {
  start: 'active',
  resume: 'active',
  reopen: 'active',
  pause: 'paused',
  end: 'ended',
  decline: 'declined',
}

/** From when it stands as it does. */
const since = ({ record }: PartnershipDetail): string | null => record.statuses.at(-1)?.from ?? null

interface TurnFormProps {
  turn: Turn
  detail: PartnershipDetail
  today: string
  state: ChangeState<PartnershipDetail>
  onSubmit: (patch: PartnershipPatch) => void
  onCancel: () => void
}

/** The status changes on a date: pause, resume, begin, end with a reason, decline. */
export function TurnForm({ turn, detail, today, state, onSubmit, onCancel }: TurnFormProps) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const format = useFormat()
  const issueText = useIssueText()
  const [from, setFrom] = useState(today)
  const [endReason, setEndReason] = useState<EndReason>('completed')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)

  const proposal = detail.startedOn === null
  const gap =
    from === ''
      ? t('issue.date-missing')
      : from > today
        ? t('issue.date-in-future', { today: format.date(today) })
        : !proposal && detail.startedOn && from < detail.startedOn
          ? t('issue.date-before-start', { start: format.date(detail.startedOn) })
          : undefined
  const refused = state.type === 'issues' ? state.issues : []
  const dateError =
    (tried ? gap : undefined) ?? (refused.length > 0 ? refused.map(issueText).join(' ') : undefined)

  const statusWords = (standing: Standing, date: string | null) =>
    [common(`standing.${standing}`), date ? format.date(date) : ''].filter(Boolean).join(' · ')

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (gap) {
      event.currentTarget.querySelector('input')?.focus()
      return
    }
    onSubmit({
      mode: 'from',
      from,
      changes: { status: STATUS[turn], ...(turn === 'end' ? { endReason } : {}) },
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    })
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label={turn === 'end' ? t('action.endOn') : t('action.on')} error={dateError}>
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
      {turn === 'end' ? (
        <Field label={t('action.endReason')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={endReason}
              onChange={(event) =>
                setEndReason(END_REASONS.find((known) => known === event.target.value) ?? 'other')
              }
            >
              {END_REASONS.map((known) => (
                <option key={known} value={known}>
                  {common(`endReason.${known}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field
        label={
          <span className="field-label">
            {t('action.reason')}
            <small>{t('action.reasonOptional')}</small>
          </span>
        }
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={500}
            className="input"
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
        <section role="alert" className="notice">
          <p className="font-semibold">{t('stale.title')}</p>
          <dl className="facts mt-1">
            <dt>{t('stale.mine')}</dt>
            <dd>{statusWords(STATUS[turn], from)}</dd>
            <dt>{t('stale.theirs')}</dt>
            <dd>{statusWords(state.current.standing, since(state.current))}</dd>
          </dl>
        </section>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="filled">
          {state.type === 'saving' ? t('action.saving') : t(`action.${turn}Submit`)}
        </Button>
        <Button onClick={onCancel}>
          {state.type === 'stale' ? t('stale.takeTheirs') : t('action.cancel')}
        </Button>
      </div>
    </form>
  )
}
