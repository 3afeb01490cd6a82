import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { seriesQuery } from '#client/api/research.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import type { Measure, Series } from '#shared/contract/research.ts'
import { JobProgress } from './JobProgress.tsx'
import { Loading } from './Loading.tsx'
import { MeasurePicker } from './MeasurePicker.tsx'
import { useResearch } from './ResearchContext.ts'
import { SeriesFigure } from './SeriesFigure.tsx'
import { useJob } from './use-job.ts'
import { useReread } from './use-reread.ts'

/** Any measure of the network or its sectors at the end of every quarter or year. */
export function SeriesSection() {
  const t = useTranslations('research.series')
  const { search, catalog } = useResearch()
  const offered = catalog.measures.filter(({ series }) => series)
  const measure = offered.find(({ id }) => id === search.measure) ?? offered[0]
  if (!measure)
    return (
      <section className="section">
        <h2 className="section-title">{t('none')}</h2>
      </section>
    )
  return <Chosen measure={measure} offered={offered} />
}

function Chosen({ measure, offered }: { measure: Measure; offered: readonly Measure[] }) {
  const t = useTranslations('research.series')
  const { search, change } = useResearch()
  const asked = {
    definition: search.definition,
    partition: search.partition,
    measure: measure.id,
    every: search.every,
  }
  const { data, error, isPlaceholderData, refetch } = useQuery(seriesQuery(asked))
  return (
    <>
      <div className="filter-row mb-4 print:hidden">
        <MeasurePicker
          label={t('measure')}
          offered={offered}
          value={measure}
          onChange={({ id }) => change({ measure: id, run: undefined })}
        />
        <label className="filter">
          <span>{t('every')}</span>
          <select
            className="input"
            value={search.every ?? 'quarter'}
            onChange={({ target }) =>
              change({ every: target.value === 'year' ? 'year' : undefined, run: undefined })
            }
          >
            <option value="quarter">{t('quarter')}</option>
            <option value="year">{t('year')}</option>
          </select>
        </label>
      </div>
      {data?.pending ? <PendingSeries asked={asked} measure={measure} /> : null}
      {error && !data ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <section className="section">
          <Loading />
        </section>
      ) : null}
      {data && !data.pending ? (
        <div className={isPlaceholderData ? 'is-previous' : undefined} aria-busy={isPlaceholderData}>
          <SeriesFigure series={data} measure={measure} asked={asked} />
        </div>
      ) : null}
    </>
  )
}

interface PendingSeriesProps {
  asked: {
    definition: Series['definition'] | undefined
    partition: string | undefined
    every: 'year' | undefined
  }
  measure: Measure
}

function PendingSeries({ asked, measure }: PendingSeriesProps) {
  const t = useTranslations('research.series')
  const { search, change } = useResearch()
  const running = search.run === '1'
  const job = useJob(
    running
      ? {
          kind: 'series',
          definition: asked.definition ?? 'official',
          partition: asked.partition,
          measure: measure.id,
          every: asked.every ?? 'quarter',
        }
      : null,
  )
  useReread('series', job.job)
  return (
    <div className="section">
      <h2 className="section-title">{t('long')}</h2>
      <div className="pending">
        {running ? (
          <JobProgress {...job} onCancel={() => change({ run: undefined })} />
        ) : (
          <>
            <p>{t('longWhy')}</p>
            <Button look="filled" onClick={() => change({ run: '1' })}>
              {t('compute')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
