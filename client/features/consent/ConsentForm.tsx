import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail, Consent, ConsentChange } from '#shared/contract/actors.ts'
import { CONSENT_CHANNELS } from '#shared/contract/vocabulary.ts'

interface ConsentFormProps {
  purpose: Consent['purpose']
  value: Consent['value']
  last: Consent | undefined
  today: string
  state: ChangeState<ActorDetail>
  onRecord: (said: ConsentChange) => void
  onCancel: () => void
}

/** How and when it was said. A withdrawal needs no proof: it is filled in already. */
export function ConsentForm(props: ConsentFormProps) {
  const { purpose, value, last, today, state, onRecord, onCancel } = props
  const t = useTranslations('consent')
  const common = useTranslations('common')
  const format = useFormat()
  const issueText = useIssueText()
  const [channel, setChannel] = useState<Consent['channel'] | null>(value === 'withdrawn' ? 'spoken' : null)
  const [from, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const gap =
    from === ''
      ? t('form.dateMissing')
      : from > today
        ? t('form.dateInFuture', { today: format.date(today) })
        : last && from < last.from
          ? t('form.dateBefore', { date: format.date(last.from) })
          : undefined
  const refused = state.type === 'issues' ? state.issues.map(issueText).join(' ') : undefined
  const name = t(`purpose.${purpose}.name`)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (channel && !gap) onRecord({ purpose, value, channel, from })
    else form.current?.querySelector<HTMLInputElement>(channel ? '[type=date]' : 'input')?.focus()
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      className="consent-form"
      aria-label={t(value === 'granted' ? 'form.grant' : 'form.withdraw', { purpose: name })}
    >
      <ChoiceGroup
        legend={t('form.channel')}
        name={`channel-${purpose}`}
        choices={CONSENT_CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
        value={channel}
        onChange={setChannel}
        error={tried && !channel ? t('form.channelMissing') : undefined}
      />
      <Field label={t('form.from')} error={(tried ? gap : undefined) ?? refused}>
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
      {state.type === 'failed' || state.type === 'stale' ? (
        <p role="alert" className="field-error">
          {state.type === 'stale'
            ? t('form.stale')
            : t('form.failed', { why: common(`error.${state.error.code}`) })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="filled">
          {state.type === 'saving'
            ? t('form.saving')
            : t(value === 'granted' ? 'form.save' : 'form.saveWithdraw')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
