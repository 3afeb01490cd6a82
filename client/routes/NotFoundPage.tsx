import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import { useTitle } from '#client/ui/use-title.ts'

export function NotFoundPage() {
  const t = useTranslations('common.error')
  useTitle(t('notFoundTitle'))
  return (
    <main id="isi" className="page grid justify-items-start gap-3 py-8" tabIndex={-1}>
      <h1 className="page-title">{t('notFoundTitle')}</h1>
      <p className="text-ink-2">{t('notFoundHint')}</p>
      <Link to="/" className={buttonClass()}>
        {t('toOverview')}
      </Link>
    </main>
  )
}
