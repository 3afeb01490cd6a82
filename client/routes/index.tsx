import { useTranslations } from 'use-intl'

/** The first page: which sectors work on their own, how sure that is, and whether the city becomes one. */
export function OverviewPage() {
  const t = useTranslations('common.nav')
  return (
    <main id="isi" className="page" tabIndex={-1}>
      <h1 className="page-title">{t('overview')}</h1>
    </main>
  )
}
