import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { periodTitle } from '#client/network/period-words.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import type { Progress } from '#shared/contract/insights.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { chartEvents } from './progress-view.ts'
import { useEventTitle } from './use-event-title.ts'

interface ProgressTableProps {
  progress: Progress
  shown: string | undefined
  /** Only read out, beside the chart that has the same links: nothing in it takes the focus. */
  unseen?: boolean
}

/** The chart as a table; each period leads to the whole page as of its last day. */
export function ProgressTable({ progress, shown, unseen = false }: ProgressTableProps) {
  const t = useTranslations('overview.progress')
  const common = useTranslations('common')
  const format = useFormat()
  const eventTitle = useEventTitle()
  const { reference } = useOverviewModel()
  const events = chartEvents(progress)
  const whole = (value: number | null) => (value === null ? EN_DASH : format.integer(value))
  return (
    <section
      className={unseen ? undefined : 'mt-2 max-h-60 overflow-auto pr-2'}
      aria-label={t('table')}
      tabIndex={unseen ? undefined : 0}
    >
      <table className="data-table">
        <caption className="visually-hidden">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col" className="num">
              {t('indexColumn')}
            </th>
            <th scope="col" className="num">
              {t('rangeColumn')}
            </th>
            <th scope="col" className="num">
              {t('benchmarkColumn')}
            </th>
            <th scope="col">{t('eventsColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {progress.points.map(({ period, index }, i) => {
            const after = progress.points[i - 1]?.period.on ?? ''
            const within = events.filter(({ on }) => on > after && on <= period.on)
            return (
              <tr key={period.on} aria-current={period.on === shown ? 'date' : undefined}>
                <th scope="row" className="whitespace-nowrap">
                  {unseen ? (
                    periodTitle(common, period)
                  ) : (
                    <Link
                      to="/"
                      search={(before) => ({
                        ...before,
                        on: period.on === reference.city.defaultOn ? undefined : period.on,
                      })}
                    >
                      {periodTitle(common, period)}
                    </Link>
                  )}
                </th>
                <td className="num font-semibold">{whole(index.value)}</td>
                <td className="num">
                  {index.band.low === null || index.band.high === null
                    ? EN_DASH
                    : `${whole(index.band.low)}${EN_DASH}${whole(index.band.high)}`}
                </td>
                <td className="num">{whole(index.benchmark.value)}</td>
                <td>{within.map((event) => eventTitle(event).join(', ')).join('; ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
