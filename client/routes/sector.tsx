import { useTranslations } from 'use-intl'

export function SectorPage() {
  const t = useTranslations('common')
  return (
    <main id="isi" className="page" tabIndex={-1}>
      <h1 className="page-title">{t('nav.overview')}</h1>
    </main>
  )
}
