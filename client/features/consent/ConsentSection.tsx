import '#client/styles/consent.css'
import { Undo2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRecordConsent } from '#client/api/use-change.ts'
import { useUndo } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { useOnline } from '#client/ui/use-online.ts'
import type { ActorDetail, Consent, ConsentChange } from '#shared/contract/actors.ts'
import { CONSENT_PURPOSES } from '#shared/contract/vocabulary.ts'
import { ConsentRow } from './ConsentRow.tsx'

interface ConsentSectionProps {
  detail: ActorDetail
  today: string
}

/** What an actor consents to: four switches, each with how and when it was said; and the way back. */
export function ConsentSection({ detail, today }: ConsentSectionProps) {
  const t = useTranslations('consent')
  const announce = useAnnounce()
  const [open, setOpen] = useState<Consent['purpose'] | null>(null)
  const [done, setDone] = useState<(ConsentChange & { revision: number }) | null>(null)
  const { state, change, reset } = useRecordConsent(detail.id)
  const online = useOnline()
  const undo = useUndo(useCallback(() => announce(t('done.undone')), [announce, t]))
  const consents = detail.record.consents ?? []

  const lastOf = (purpose: Consent['purpose']) => consents.findLast((said) => said.purpose === purpose)

  const record = async (said: ConsentChange) => {
    setDone(null)
    undo.reset()
    const answer = await change(detail.revision, said)
    if (!answer) return
    setOpen(null)
    setDone({ ...said, revision: answer.revision })
  }

  return (
    <section className="section" aria-labelledby="persetujuan">
      <h2 id="persetujuan" className="section-title">
        {t('title')}
      </h2>
      <p className="caption mt-1">{t('lede')}</p>
      {online ? null : (
        <p role="status" className="notice mt-2">
          {t('offline')}
        </p>
      )}
      <ul className="list-rows mt-2">
        {CONSENT_PURPOSES.map((purpose) => (
          <ConsentRow
            key={purpose}
            purpose={purpose}
            last={lastOf(purpose)}
            displayed={lastOf('display')?.value === 'granted'}
            today={today}
            open={open === purpose}
            state={state}
            away={!online}
            onOpen={() => {
              reset()
              setOpen(open === purpose ? null : purpose)
            }}
            onRecord={(said) => void record(said)}
          />
        ))}
      </ul>
      {done ? (
        <div role="status" className="notice notice-mango mt-3 flex flex-wrap items-center gap-x-4">
          {undo.state.type === 'done' ? (
            <span>{t('done.undone')}</span>
          ) : (
            <>
              <span>
                {t(`done.${done.value}`, { purpose: t(`purpose.${done.purpose}.name`) })}
                {undo.state.type === 'refused' || undo.state.type === 'failed' ? (
                  <span className="block text-danger">{t('done.undoRefused')}</span>
                ) : null}
              </span>
              <Button look="text" onClick={() => void undo.undo(done.revision)}>
                <Undo2 size={16} strokeWidth={1.75} aria-hidden />
                {t('done.undo')}
              </Button>
            </>
          )}
        </div>
      ) : null}
      {consents.length > 0 ? <Said consents={consents} /> : null}
    </section>
  )
}

/** Everything that was said, latest first. */
function Said({ consents }: { consents: readonly Consent[] }) {
  const t = useTranslations('consent')
  const format = useFormat()
  return (
    <details className="mt-2">
      <summary className="consent-summary">{t('history.title', { count: String(consents.length) })}</summary>
      <ul className="caption mt-1 grid gap-1">
        {consents.toReversed().map(({ purpose, from, value, channel }) => (
          <li key={`${purpose} ${from}`}>
            {t(`history.${value}`, {
              date: format.date(from),
              purpose: t(`purpose.${purpose}.name`),
              channel: t(`channel.${channel}`),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
