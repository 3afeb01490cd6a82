import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { overviewQuery } from '#client/api/insights.ts'
import { referenceQuery } from '#client/api/reference.ts'
import type { View } from '#client/api/view.ts'
import { Overview } from '#client/features/overview/Overview.tsx'
import type { OverviewModel } from '#client/features/overview/OverviewContext.ts'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { useTitle } from '#client/ui/use-title.ts'

const OverviewFailed = lazy(() =>
  import('#client/features/overview/OverviewFailed.tsx').then(({ OverviewFailed }) => ({
    default: OverviewFailed,
  })),
)
const OverviewEmpty = lazy(() =>
  import('#client/features/overview/OverviewEmpty.tsx').then(({ OverviewEmpty }) => ({
    default: OverviewEmpty,
  })),
)

/** Ringkasan: which sectors work on their own, how sure that is, and whether the city becomes one. */
export function OverviewPage() {
  const t = useTranslations('common')
  useTitle(t('nav.overview'))
  return (
    <main id="isi" className="page w-full grow pb-6 xl:pb-2" tabIndex={-1}>
      <LazyPart waiting={<Loading />} failed={<Unreachable />}>
        <Content />
      </LazyPart>
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
  if (!model) return error ? <OverviewFailed error={error} onRetry={retry} /> : <Loading />
  if (model.overview.n === 0 && model.overview.coverage.registered === 0)
    return <OverviewEmpty city={model.reference.city} otherDate={on !== undefined} />
  return (
    <>
      {error ? <OverviewFailed error={error} onRetry={retry} asOf /> : null}
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

/** Not even the words for what went wrong could be fetched. */
function Unreachable() {
  const t = useTranslations('common.error')
  return (
    <p className="py-8" role="alert">
      {t('offline')}
    </p>
  )
}
