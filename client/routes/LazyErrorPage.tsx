import { lazy } from 'react'
import { useTranslations } from 'use-intl'
import { LazyPart } from '#client/ui/LazyPart.tsx'

const ErrorPage = lazy(() => import('./ErrorPage.tsx').then(({ ErrorPage }) => ({ default: ErrorPage })))

/** What went wrong with a page; in plain words even when the page that says it better cannot be fetched. */
export function LazyErrorPage(props: { error: unknown; reset: () => void }) {
  const t = useTranslations('common.error')
  return (
    <LazyPart
      failed={
        <main id="isi" className="page py-8" tabIndex={-1}>
          <h1 className="page-title">{t(navigator.onLine ? 'title' : 'titleOffline')}</h1>
        </main>
      }
    >
      <ErrorPage {...props} />
    </LazyPart>
  )
}
