import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { MethodButton } from '#client/network/MethodButton.tsx'
import { comparedInline } from '#client/network/period-words.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { EN_DASH } from '#client/ui/format.ts'
import type { IndexChange } from '#shared/contract/insights.ts'
import { indexSentence } from './headline.ts'
import { IndexScale } from './IndexScale.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import { PillarTable } from './PillarTable.tsx'
import { SectionHead } from './SectionHead.tsx'
import { useReason } from './use-reason.ts'

/** So many paired standard errors make a change clear. */
const CLEAR_FROM = 1.645

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
          {index.label && indexSentence(overview) !== 'small' ? (
            <b className="block text-base leading-5">{t(`label.${index.label}`)}</b>
          ) : null}
          <span className="text-ink-3">{index.value === null ? reasonFor(index.reason) : <Range />}</span>
        </div>
      </div>
      {change ? <Change change={change} /> : null}
      {index.value === null ? null : (
        <>
          <IndexScale />
          <Measures />
        </>
      )}
      {index.small && index.value !== null ? <p className="caption">{t('small')}</p> : null}
      {index.pillars ? <PillarTable /> : null}
    </section>
  )
}

function Range() {
  const t = useTranslations('overview.index')
  const format = useFormat()
  const { overview, view } = useOverviewModel()
  const { low, high, se } = overview.index.band
  if (low === null || high === null) return t('noRange')
  const range = t('range', { low: format.integer(low), high: format.integer(high) })
  const error = se === null ? '' : `, ${t('standardError', { error: format.decimal(se) })}`
  return (
    <>
      {range} <MethodButton metric="jackknife-band" of={range} view={view} counts={range + error} />
    </>
  )
}

/** What the index is held against: the benchmark and the target, each with where it comes from. */
function Measures() {
  const t = useTranslations('overview.index')
  const format = useFormat()
  const { overview, view } = useOverviewModel()
  const { target } = overview
  const { value, exact, draws, standardError } = overview.index.benchmark
  const benchmark = value === null ? '' : t('benchmark', { value: format.integer(value) })
  const how = exact ? t('everyLabelling') : t('shuffles', { draws })
  const error =
    exact || standardError === null
      ? ''
      : `, ${t('standardError', { error: format.decimal(standardError, 2) })}`
  const goal = target
    ? t('target', {
        value: format.integer(target.value),
        date: target.by.endsWith('-12-31') ? target.by.slice(0, 4) : format.shortDate(target.by),
      })
    : ''
  return (
    <p className="caption flex flex-wrap gap-x-2">
      {benchmark ? (
        <span className="whitespace-nowrap">
          <Sign>
            <path d="M5 0v14" className="stroke-[1.75] stroke-[var(--benchmark)]" />
          </Sign>
          {benchmark}{' '}
          <MethodButton
            metric="benchmark"
            of={benchmark}
            view={view}
            counts={`${benchmark}: ${how}${error}`}
          />
        </span>
      ) : null}
      {goal ? (
        <span className="whitespace-nowrap">
          <Sign>
            <path d="M5 2l5 5-5 5-5-5z" className="mark-target" />
          </Sign>
          {goal} <MethodButton metric="target" of={goal} view={view} counts={goal} />
        </span>
      ) : null}
    </p>
  )
}

/** The mark of the scale that the words beside it explain. */
function Sign({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="-1 0 12 14" className="mr-1 inline-block h-3.5 w-3 align-[-2px]" aria-hidden>
      {children}
    </svg>
  )
}

/** "naik jelas" only when the paired band says so; the arrow, the sign and the word say the same thing. */
function Change({ change }: { change: IndexChange }) {
  const t = useTranslations('overview.index.change')
  const common = useTranslations('common')
  const format = useFormat()
  const reasonFor = useReason()
  const { overview, view } = useOverviewModel()
  const { verdict, difference, before, se } = change
  if (difference === null) return <p className="index-change text-ink-3">{reasonFor(change.reason)}</p>
  const Arrow = ARROW[verdict ?? 'unclear']
  const words = t(verdict ?? 'unclear', { difference: format.signed(difference) })
  const rule = se === null ? '' : t('rule', { limit: format.decimal(CLEAR_FROM * se) })
  return (
    <p className="index-change">
      <span className="inline-flex items-baseline gap-1 font-semibold">
        <Arrow size={14} strokeWidth={1.75} className="self-center" aria-hidden />
        {words}
      </span>{' '}
      <MethodButton metric="change" of={words} view={view} counts={`${words}${rule}`} />{' '}
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
