import { Link, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { ErrorState } from '#client/ui/ErrorState.tsx'

/** What failed; where figures are still on the page, that they are the last ones loaded. */
export function OverviewFailed({
  error,
  onRetry,
  asOf = false,
}: {
  error: Error
  onRetry: () => void
  asOf?: boolean
}) {
  const t = useTranslations('common')
  const { on, definition } = useSearch({ from: '/' })
  const code = error instanceof ApiError ? error.code : 'internal'
  const issue = error instanceof ApiError ? error.issues[0] : undefined
  return (
    <div className="pt-5 print:hidden">
      {asOf ? null : <h1 className="visually-hidden">{t('nav.overview')}</h1>}
      <ErrorState title={t('error.title')} retryLabel={t('action.retry')} onRetry={onRetry}>
        <p>{t(`error.${code}`)}</p>
        {issue ? <p className="caption mt-1">{issue.message}</p> : null}
        {asOf ? <p className="caption mt-1">{t('state.offlineNote')}</p> : null}
        {on !== undefined || definition !== undefined ? (
          <Link
            to="/"
            search={{ on: undefined, definition: undefined }}
            className="text-action mt-1 inline-block"
          >
            {t('asOf.reset')}
          </Link>
        ) : null}
      </ErrorState>
    </div>
  )
}
