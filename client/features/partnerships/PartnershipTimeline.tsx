import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { partnershipTimeline, type TimelineEntry } from './partnership-timeline.ts'

/** Start, confirmations, pauses, lapses and end, oldest first. */
export function PartnershipTimeline({ record }: { record: PartnershipRecord }) {
  const t = useTranslations('partnerships.timeline')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const { reference } = names
  if (!reference) return null
  const rule = reference.definitions.find(({ id }) => id === 'official')?.rule

  const wordsOf = (entry: TimelineEntry): string => {
    switch (entry.type) {
      case 'status':
        return t(`status.${entry.status}`)
      case 'ended':
        return entry.endReason
          ? t('endedBecause', { reason: common(`endReason.${entry.endReason}`) })
          : t('ended')
      default:
        return t(entry.type)
    }
  }

  return (
    <ol className="timeline">
      {partnershipTimeline(record, rule?.expiryMonths ?? null, reference.city.today).map((entry) => (
        <li
          key={`${entry.type}-${entry.on}`}
          data-solid={entry.type === 'started' || entry.type === 'confirmed' || undefined}
          data-lapsed={entry.type === 'lapsed' || undefined}
        >
          <span className="block">{wordsOf(entry)}</span>
          <time dateTime={entry.on} className="caption">
            {format.date(entry.on)}
          </time>
        </li>
      ))}
    </ol>
  )
}
