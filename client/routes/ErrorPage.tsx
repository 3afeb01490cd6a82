import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { ErrorState } from '#client/ui/ErrorState.tsx'

/** The code of a page could not be fetched: every browser says so with a TypeError about a module. */
const isUnfetched = (error: unknown) => error instanceof TypeError && /module/i.test(error.message)

/** A page that failed while drawing or loading. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTranslations('common')
  const code = error instanceof ApiError ? error.code : isUnfetched(error) ? 'offline' : 'internal'
  const requestId = error instanceof ApiError ? error.problem?.requestId : undefined
  return (
    <main id="isi" className="page py-8" tabIndex={-1}>
      <h1 className="visually-hidden">{t('error.title')}</h1>
      <ErrorState title={t('error.title')} retryLabel={t('action.retry')} onRetry={reset}>
        <p>{t(`error.${code}`)}</p>
        {requestId ? <p className="caption mt-1">{t('error.requestId', { id: requestId })}</p> : null}
      </ErrorState>
    </main>
  )
}
