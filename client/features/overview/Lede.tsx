import { useTranslations } from 'use-intl'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { compositionMatters, mainPillar, reachedBefore, reachedNow, tellingSector } from './headline.ts'
import { useOverviewModel } from './OverviewContext.ts'

/** Two or three sentences with counts: how many, why it moved, what explains the first sector named. */
export function Lede() {
  const t = useTranslations('overview.lede')
  const format = useFormat()
  const names = useNames()
  const { overview, noun, allDates } = useOverviewModel()
  const { change, sectors } = overview
  const now = reachedNow(sectors)
  const before = allDates ? null : reachedBefore(sectors)
  if (now.n === 0) return null

  const sentences = [
    before && change
      ? t('reachedBefore', {
          ...now,
          noun,
          before: before.reached,
          beforeN: before.n,
          date: format.dayMonth(change.comparedOn),
        })
      : t('reached', { ...now, noun }),
  ]

  const pillar = mainPillar(change)
  if (change && change.sameCohort !== null && compositionMatters(change))
    sentences.push(
      t('composition', {
        same: format.signed(change.sameCohort),
        entered: change.entered,
        left: change.left,
        noun,
      }),
    )
  else if (pillar) sentences.push(t('mostly', { direction: change?.verdict ?? 'up', pillar }))

  const telling = tellingSector(sectors, overview.headlineSectorIds)
  if (telling) {
    const sector = lookOf(names, telling.sectorId).short
    sentences.push(
      telling.diagnosis === 'closed'
        ? t('closed', { sector, internal: telling.internal ?? 0, external: telling.external ?? 0 })
        : t('dormant', { sector, ties: (telling.internal ?? 0) + (telling.external ?? 0) }),
    )
  }
  return <p className="verdict-lede">{sentences.join(' ')}</p>
}
