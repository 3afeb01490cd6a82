import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { overviewQuery } from '#client/api/insights.ts'
import { referenceQuery } from '#client/api/reference.ts'
import type { View } from '#client/api/view.ts'
import { Overview } from '#client/features/overview/Overview.tsx'
import type { OverviewModel } from '#client/features/overview/OverviewContext.ts'
import { buttonClass } from '#client/ui/button-class.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { useTitle } from '#client/ui/use-title.ts'

/** Ringkasan: which sectors work on their own, how sure that is, and whether the city becomes one. */
export function OverviewPage() {
  const t = useTranslations('common')
  useTitle(t('nav.overview'))
  return (
    <main id="isi" className="page w-full grow pb-6 xl:pb-3" tabIndex={-1}>
      <Content />
    </main>
  )
}

function Content() {
  const { on, definition } = useSearch({ from: '/' })
  const view = useMemo<View>(() => ({ on, definition }), [on, definition])
  const overview = useQuery(overviewQuery(view))
  const reference = useQuery(referenceQuery())
  const model = useMemo<OverviewModel | null>(
    () =>
      overview.data && reference.data
        ? {
            overview: overview.data,
            reference: reference.data,
            view,
            noun: reference.data.city.noun,
            allDates: overview.data.on === 'all',
          }
        : null,
    [overview.data, reference.data, view],
  )

  const error = overview.error ?? reference.error
  const retry = () => {
    void overview.refetch()
    void reference.refetch()
  }
  if (!model) return error ? <Failed error={error} onRetry={retry} /> : <Loading />
  if (model.overview.n === 0 && model.overview.coverage.registered === 0) return <Empty />
  return (
    <>
      {error ? <Failed error={error} onRetry={retry} asOf /> : null}
      <Overview model={model} previous={overview.isPlaceholderData} />
    </>
  )
}

function Loading() {
  const t = useTranslations('common.state')
  return (
    <p className="loading-line caption py-8" role="status">
      {t('loading')}
    </p>
  )
}

/** What failed; where figures are still on the page, that they are the last ones loaded. */
function Failed({ error, onRetry, asOf = false }: { error: Error; onRetry: () => void; asOf?: boolean }) {
  const t = useTranslations('common')
  const code = error instanceof ApiError ? error.code : 'internal'
  const issue = error instanceof ApiError ? error.issues[0] : undefined
  return (
    <div className="pt-5 print:hidden">
      {asOf ? null : <h1 className="visually-hidden">{t('nav.overview')}</h1>}
      <ErrorState title={t('error.title')} retryLabel={t('action.retry')} onRetry={onRetry}>
        <p>{t(`error.${code}`)}</p>
        {issue ? <p className="caption mt-1">{issue.message}</p> : null}
        {asOf ? <p className="caption mt-1">{t('state.offlineNote')}</p> : null}
        {code === 'invalid-input' || code === 'not-found' ? (
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

function Empty() {
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
