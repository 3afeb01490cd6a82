import { useTranslations } from 'use-intl'
import { periodTitle } from '#client/network/period-words.ts'
import { TableCsv } from '#client/network/TableCsv.tsx'
import type { Progress } from '#shared/contract/insights.ts'
import { chartEvents } from './progress-view.ts'
import { useEventTitle } from './use-event-title.ts'

/** The course of the index as a file, one line per period. */
export function ProgressCsv({ progress }: { progress: Progress }) {
  const t = useTranslations('overview.progress')
  const common = useTranslations('common')
  const eventTitle = useEventTitle()
  const events = chartEvents(progress)
  return (
    <TableCsv
      file={t('csvName')}
      head={[
        t('period'),
        t('indexColumn'),
        t('lowColumn'),
        t('highColumn'),
        t('benchmarkColumn'),
        t('eventsColumn'),
      ]}
      rows={() =>
        progress.points.map(({ period, index }, i) => {
          const after = progress.points[i - 1]?.period.on ?? ''
          const within = events.filter(({ on }) => on > after && on <= period.on)
          return [
            periodTitle(common, period),
            index.value,
            index.band.low,
            index.band.high,
            index.benchmark.value,
            within.map((event) => eventTitle(event).join(', ')).join('; '),
          ]
        })
      }
      quiet
    />
  )
}
