import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { comparedInline } from '#client/network/period-words.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import type { IndexChange } from '#shared/contract/insights.ts'
import { IndexScale } from './IndexScale.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import { PillarTable } from './PillarTable.tsx'
import { SectionHead } from './SectionHead.tsx'
import { useReason } from './use-reason.ts'

const ARROW = { up: ArrowUpRight, down: ArrowDownRight, unclear: ArrowRight }

/** The one headline number, how sure it is, how it moved, and of what it is made. */
export function IndexStat() {
  const t = useTranslations('overview.index')
  const overviewWords = useTranslations('overview.index')
  const format = useFormat()
  const reasonFor = useReason()
  const { overview, noun } = useOverviewModel()
  const { index, change } = overview
  const counts = index.pillars
    ? overviewWords('reachedOf', { reached: index.pillars.reached, n: index.pillars.n, noun })
    : undefined
  return (
    <section className="section">
      <SectionHead title={t('title')} metric="integration-index" counts={counts} />
      <div className="mt-3.5 mb-1.5 flex items-end gap-3.5">
        <span className="index-value">{index.value === null ? EN_DASH : format.integer(index.value)}</span>
        <div>
          {index.label ? <b className="block text-base leading-5">{t(`label.${index.label}`)}</b> : null}
          <span className="text-ink-3">{index.value === null ? reasonFor(index.reason) : <Range />}</span>
        </div>
      </div>
      {change ? <Change change={change} /> : null}
      {index.value === null ? null : <IndexScale />}
      {index.small && index.value !== null ? <p className="caption">{t('small')}</p> : null}
      {index.pillars ? <PillarTable /> : null}
    </section>
  )
}

function Range() {
  const t = useTranslations('overview.index')
  const format = useFormat()
  const { low, high } = useOverviewModel().overview.index.band
  if (low === null || high === null) return t('noRange')
  return t('range', { low: format.integer(low), high: format.integer(high) })
}

/** "naik jelas" only when the paired band says so; the arrow, the sign and the word say the same thing. */
function Change({ change }: { change: IndexChange }) {
  const t = useTranslations('overview.index.change')
  const common = useTranslations('common')
  const format = useFormat()
  const reasonFor = useReason()
  const { overview } = useOverviewModel()
  const { verdict, difference, before } = change
  if (difference === null) return <p className="index-change text-ink-3">{reasonFor(change.reason)}</p>
  const Arrow = ARROW[verdict ?? 'unclear']
  return (
    <p className="index-change">
      <span className="inline-flex items-baseline gap-1 font-semibold">
        <Arrow size={14} strokeWidth={1.75} className="self-center" aria-hidden />
        {t(verdict ?? 'unclear', { difference: format.signed(difference) })}
      </span>{' '}
      {before === null ? null : (
        <span className="text-ink-3">
          {t('from', {
            before: format.integer(before),
            period: comparedInline(common, change.comparedOn, overview.period?.quarter === null),
          })}
        </span>
      )}
    </p>
  )
}
