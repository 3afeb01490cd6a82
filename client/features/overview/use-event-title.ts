import { useTranslations } from 'use-intl'
import { periodInline } from '#client/network/period-words.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import type { ChartEvent } from './progress-view.ts'

/** What an event marker says, in two lines: what, and when. */
export function useEventTitle(): (event: ChartEvent) => readonly [string, string] {
  const t = useTranslations('overview.progress')
  const common = useTranslations('common')
  const format = useFormat()
  const { noun } = useOverviewModel()
  return (event) =>
    event.kind === 'newcomers' && event.period
      ? [
          t('newcomers', { entered: event.entered, noun, points: format.signed(event.points) }),
          periodInline(common, event.period),
        ]
      : [event.title ?? t('event'), format.shortDate(event.on)]
}
