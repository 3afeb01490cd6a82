import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { buttonClass } from '#client/ui/button-class.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Tag } from '#client/ui/Tag.tsx'
import type { City } from '#shared/contract/reference.ts'

interface OverviewEmptyProps {
  city: City
  /** The address asks for another date than usual; there may be somebody today. */
  otherDate: boolean
}

/** Nobody is registered, or nothing of them can be shown yet: the two ways to begin for who may, or the way back to today. */
export function OverviewEmpty({ city, otherDate }: OverviewEmptyProps) {
  const t = useTranslations('overview.empty')
  const common = useTranslations('common')
  const mayBegin = useMay('actors.write')
  return (
    <div className="pt-8">
      <h1 className="visually-hidden">{common('nav.overview')}</h1>
      {city.demonstration ? (
        <p className="mb-3">
          <Tag dashed>{common('app.demo')}</Tag>
        </p>
      ) : null}
      {otherDate ? (
        <EmptyState
          title={t('onDate')}
          action={
            <Link to="/" search={{ on: undefined, definition: undefined }} className={buttonClass()}>
              {common('asOf.reset')}
            </Link>
          }
        />
      ) : !mayBegin ? (
        <EmptyState title={t('quiet')}>{t('quietHint')}</EmptyState>
      ) : (
        <EmptyState
          title={t('title')}
          action={
            <span className="flex flex-wrap gap-2">
              <Link to="/pelaku" search={{ add: true }} className={buttonClass('filled')}>
                {t('register')}
              </Link>
              <Link to="/kerja-sama/baru" className={buttonClass()}>
                {t('action')}
              </Link>
            </span>
          }
        >
          {t.rich('hint', { code: (chunks) => <code className="font-mono text-xs">{chunks}</code> })}
        </EmptyState>
      )}
    </div>
  )
}
