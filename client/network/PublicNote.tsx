import { Info } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { SmallCells } from '#shared/contract/insights.ts'
import type { Reference } from '#shared/contract/reference.ts'

type Noun = Reference['city']['noun']

/** What is left out where nobody is signed in, so that no business can be told from the figures. */
export function PublicNote({ cells, on, noun }: { cells: SmallCells; on: string; noun: Noun }) {
  const t = useTranslations('overview.public')
  const format = useFormat()
  const { minimum, merged } = cells
  return (
    <p className="caption mt-2 flex items-start gap-1.5">
      <Info size={14} strokeWidth={1.75} className="mt-0.5 flex-none" aria-hidden />
      <span>
        {t('read', { date: format.date(on) })}{' '}
        {merged === null
          ? null
          : merged.n === null || merged.reached === null
            ? t('mergedUncounted', { minimum, noun, sectors: merged.sectors })
            : t('merged', {
                minimum,
                noun,
                sectors: merged.sectors,
                n: merged.n,
                reached: merged.reached,
              })}{' '}
        {t('few')}
      </span>
    </p>
  )
}
