import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail } from '#shared/contract/actors.ts'
import { actorQuality } from './actor-quality.ts'

/** How fresh and how complete the record is, and what is still empty. */
export function ActorQuality({ detail, today }: { detail: ActorDetail; today: string }) {
  const t = useTranslations('actors')
  const format = useFormat()
  const { verification, lastVerifiedOn, missing, known, of } = actorQuality(detail, today)
  return (
    <section className="section">
      <h2 className="section-title">{t('profile.quality')}</h2>
      <p className="mt-1">
        {lastVerifiedOn && verification !== 'never'
          ? t(`profile.${verification}`, { date: format.date(lastVerifiedOn) })
          : t('profile.never')}
      </p>
      <p className="mt-2">{t('profile.known', { known: String(known), of: String(of) })}</p>
      <p className="caption">
        {missing.length > 0
          ? t('profile.missingFacts', { facts: format.list(missing.map((fact) => t(`fact.${fact}`))) })
          : t('profile.complete')}
      </p>
    </section>
  )
}
