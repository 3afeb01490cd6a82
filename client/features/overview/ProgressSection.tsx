import { useQuery } from '@tanstack/react-query'
import { ChartSpline, Layers, Table2 } from 'lucide-react'
import { lazy, useState } from 'react'
import { useTranslations } from 'use-intl'
import { progressQuery } from '#client/api/insights.ts'
import { periodInline } from '#client/network/period-words.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { Progress } from '#shared/contract/insights.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { ProgressCsv } from './ProgressCsv.tsx'
import { ProgressPending } from './ProgressPending.tsx'
import { ProgressTable } from './ProgressTable.tsx'
import { progressSeries } from './progress-series.ts'
import { progressFinding } from './progress-view.ts'
import { SectionHead } from './SectionHead.tsx'

const ProgressChart = lazy(() =>
  import('./ProgressChart.tsx').then(({ ProgressChart }) => ({ default: ProgressChart })),
)

/** The index over time beside what it would be if sectors played no role. */
export function ProgressSection() {
  const t = useTranslations('overview.progress')
  const { view, reference } = useOverviewModel()
  const { data, error, refetch } = useQuery(progressQuery(progressSeries(reference.city, view.definition)))
  return (
    <section className="section">
      {data ? (
        <Progressed progress={data} />
      ) : (
        <>
          <SectionHead title={t('table')} metric="integration-index" />
          <ProgressPending error={error} onRetry={() => void refetch()} />
        </>
      )}
    </section>
  )
}

function Progressed({ progress }: { progress: Progress }) {
  const t = useTranslations('overview')
  const common = useTranslations('common.action')
  const phone = usePhone()
  const { overview, allDates } = useOverviewModel()
  const [asTable, setAsTable] = useState(false)
  const [pillars, setPillars] = useState(false)
  const shown = overview.on === 'all' ? undefined : overview.on
  const finding = progressFinding(progress.points, shown)
  const table = <ProgressTable progress={progress} shown={shown} />
  return (
    <>
      <SectionHead title={useTitle(finding)} metric="integration-index">
        {asTable || finding.id === 'none' ? null : (
          <IconButton
            label={t(pillars ? 'actions.index' : 'actions.pillars')}
            icon={<Layers size={16} strokeWidth={1.75} />}
            aria-pressed={pillars}
            onClick={() => setPillars(!pillars)}
            className="-my-1.5"
          />
        )}
        <IconButton
          label={common(asTable ? 'asPicture' : 'asTable')}
          icon={
            asTable ? <ChartSpline size={16} strokeWidth={1.75} /> : <Table2 size={16} strokeWidth={1.75} />
          }
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className="-my-1.5"
        />
      </SectionHead>
      {allDates && finding.id !== 'none' ? <p className="caption mt-0.5">{t('progress.allDates')}</p> : null}
      {finding.id === 'none' ? (
        <p className="caption mt-1">{t('progress.noneHint')}</p>
      ) : asTable ? (
        <>
          {table}
          <div className="mt-3">
            <ProgressCsv progress={progress} />
          </div>
        </>
      ) : (
        <figure className={phone ? 'progress progress-phone' : 'progress'}>
          <LazyPart waiting={<div className="print-only">{table}</div>} failed={table}>
            <ProgressChart progress={progress} shown={shown} pillars={pillars} narrow={phone} />
          </LazyPart>
          <figcaption className="visually-hidden">
            <ProgressTable progress={progress} shown={shown} unseen />
          </figcaption>
        </figure>
      )}
    </>
  )
}

function useTitle(finding: ReturnType<typeof progressFinding>): string {
  const t = useTranslations('overview.progress')
  const common = useTranslations('common')
  const format = useFormat()
  if (finding.id === 'none') return t('none')
  if (finding.id === 'one')
    return t('one', { last: format.integer(finding.last), period: periodInline(common, finding.period) })
  const sentence = t('title', {
    first: format.integer(finding.first),
    last: format.integer(finding.last),
    span: t(finding.span.unit, { count: finding.span.count }),
  })
  return finding.against ? t(finding.against, { sentence }) : sentence
}
