import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail, Consent, ConsentChange } from '#shared/contract/actors.ts'
import { ConsentForm } from './ConsentForm.tsx'

interface ConsentRowProps {
  purpose: Consent['purpose']
  /** What was said last; nothing yet where it is absent. */
  last: Consent | undefined
  /** Whether it is shown to everybody, on which some of the others depend. */
  displayed: boolean
  today: string
  open: boolean
  state: ChangeState<ActorDetail>
  /** Without a signal nothing is begun: what is said of consent is in force at once, or not said at all. */
  away: boolean
  onOpen: () => void
  onRecord: (said: ConsentChange) => void
}

/** One purpose: the switch, what it means as it stands, since when; turning it asks how and when that was said. */
export function ConsentRow({
  purpose,
  last,
  displayed,
  today,
  open,
  state,
  away,
  onOpen,
  onRecord,
}: ConsentRowProps) {
  const t = useTranslations('consent')
  const format = useFormat()
  const id = useId()
  const granted = last?.value === 'granted'
  return (
    <li className="consent-row">
      <div className="consent-head">
        <span>
          <span id={id} className="block font-semibold">
            {t(`purpose.${purpose}.name`)}
          </span>
          <span id={`${id}-means`} className="caption block">
            {purpose === 'contact' && granted && displayed
              ? t('purpose.contact.displayed')
              : purpose === 'research' && !granted && displayed
                ? t('purpose.research.displayed')
                : t(`purpose.${purpose}.${granted ? 'granted' : 'other'}`)}
          </span>
          <span className="caption block text-ink-3">
            {last
              ? t(`state.${last.value}`, {
                  date: format.date(last.from),
                  channel: t(`channel.${last.channel}`),
                })
              : t('state.none')}
          </span>
        </span>
        <button
          type="button"
          role="switch"
          aria-checked={granted}
          aria-labelledby={id}
          aria-describedby={`${id}-means`}
          aria-disabled={(away && !open) || undefined}
          className="consent-switch"
          onClick={away && !open ? undefined : onOpen}
        >
          <span className="consent-track" aria-hidden />
        </button>
      </div>
      {open ? (
        <ConsentForm
          purpose={purpose}
          value={granted ? 'withdrawn' : 'granted'}
          last={last}
          today={today}
          state={state}
          onRecord={onRecord}
          onCancel={onOpen}
        />
      ) : null}
    </li>
  )
}
