import { Link, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { LoadFailed } from '#client/network/LoadFailed.tsx'

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
  return (
    <div className="pt-5 print:hidden">
      {asOf ? null : <h1 className="visually-hidden">{t('nav.overview')}</h1>}
      <LoadFailed error={error} onRetry={onRetry}>
        {asOf ? <p className="caption mt-1">{t('error.shownLast')}</p> : null}
        {on !== undefined || definition !== undefined ? (
          <Link
            to="/"
            search={{ on: undefined, definition: undefined }}
            className="text-action mt-1 inline-block"
          >
            {t('asOf.reset')}
          </Link>
        ) : null}
      </LoadFailed>
    </div>
  )
}
