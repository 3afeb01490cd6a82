import { ChartSpline, Table2 } from 'lucide-react'
import { lazy, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { seriesUrl } from '#client/api/research.ts'
import { periodInline } from '#client/network/period-words.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { Measure, Series } from '#shared/contract/research.ts'
import { FileLinks } from './DownloadLinks.tsx'
import { SeriesTable } from './SeriesTable.tsx'
import { SmallMultiples } from './SmallMultiples.tsx'
import { endsOf, movesOf } from './series-view.ts'
import { useValueText } from './use-value-text.ts'

const SeriesChart = lazy(() =>
  import('./SeriesChart.tsx').then(({ SeriesChart }) => ({ default: SeriesChart })),
)

interface SeriesFigureProps {
  series: Series
  measure: Measure
  asked: Parameters<typeof seriesUrl>[0]
}

/** One line for the network, a small picture per sector; either is a table too. */
export function SeriesFigure({ series, measure, asked }: SeriesFigureProps) {
  const t = useTranslations('research.series')
  const common = useTranslations('common.action')
  const phone = usePhone()
  const [asTable, setAsTable] = useState(false)
  const title = useSeriesTitle(series, measure)
  const bySector = measure.table === 'sectors'
  const drawn = series.lines.some(({ values }) => values.some((value) => value !== null))
  const table = <SeriesTable series={series} measure={measure} />
  const file = `jejaring-${measure.id}-r${series.revision}`
  return (
    <>
      <header className="section research-head">
        <div>
          <h2 className="section-title">{title}</h2>
          <p className="caption mt-0.5">{t(bySector ? 'captionSectors' : 'captionNetwork')}</p>
        </div>
        <div className="flex flex-none flex-wrap gap-2">
          {drawn ? (
            <IconButton
              label={common(asTable ? 'asPicture' : 'asTable')}
              icon={
                asTable ? (
                  <ChartSpline size={16} strokeWidth={1.75} />
                ) : (
                  <Table2 size={16} strokeWidth={1.75} />
                )
              }
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            />
          ) : null}
          <FileLinks
            links={(['csv', 'json'] as const).map((format) => ({
              format,
              href: seriesUrl({ ...asked, format }),
              file: `${file}.${format}`,
            }))}
          />
        </div>
      </header>
      {asTable || !drawn ? (
        table
      ) : bySector ? (
        <SmallMultiples series={series} measure={measure} />
      ) : (
        <figure className={phone ? 'research-chart research-chart-phone' : 'research-chart'}>
          <LazyPart waiting={null} failed={table}>
            <SeriesChart series={series} measure={measure} narrow={phone} />
          </LazyPart>
          <figcaption className="visually-hidden">{table}</figcaption>
        </figure>
      )}
    </>
  )
}

function useSeriesTitle(series: Series, measure: Measure): string {
  const t = useTranslations('research.series')
  const common = useTranslations('common')
  const locale = useLocale()
  const text = useValueText()
  const name = measure.name[locale]
  if (measure.table === 'sectors') {
    const moves = movesOf(series.lines)
    return t('titleSectors', { name, ...moves })
  }
  const ends = series.lines[0] ? endsOf(series.lines[0]) : null
  const period = ends && series.periods[ends.first]
  if (!ends || !period) return t('titleNone', { name })
  return t(ends.end === ends.start ? 'titleSame' : 'title', {
    name,
    first: text.value(ends.start, measure.unit),
    last: text.value(ends.end, measure.unit),
    period: periodInline(common, period),
  })
}
