import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'

/** Nobody is registered: the two ways to begin. */
export function OverviewEmpty() {
  const t = useTranslations('overview.empty')
  const common = useTranslations('common.nav')
  return (
    <div className="pt-8">
      <h1 className="visually-hidden">{common('overview')}</h1>
      <EmptyState
        title={t('title')}
        action={
          <Link to="/kerja-sama/baru" className={buttonClass('filled')}>
            {t('action')}
          </Link>
        }
      >
        {t.rich('hint', { code: (chunks) => <code className="font-mono text-xs">{chunks}</code> })}
      </EmptyState>
    </div>
  )
}
