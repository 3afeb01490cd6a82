import { Link2, Printer } from 'lucide-react'
import { Children, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { periodTitle } from '#client/network/period-words.ts'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { Tag } from '#client/ui/Tag.tsx'
import { countAlone, indexSentence } from './headline.ts'
import { Lede } from './Lede.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import { SectorLink } from './SectorLink.tsx'

/** The page in one sentence: how the index moved, and which sectors still work on their own. */
export function VerdictRow() {
  return (
    <section className="verdict">
      <Eyebrow />
      <Headline />
      <Actions />
      <Lede />
    </section>
  )
}

function Eyebrow() {
  const t = useTranslations('overview.eyebrow')
  const common = useTranslations('common')
  const format = useFormat()
  const { overview, reference, allDates } = useOverviewModel()
  const { period, change } = overview
  return (
    <p className="verdict-eyebrow">
      <span className="hidden md:inline">{common('nav.overview')}</span>
      {allDates ? (
        <>
          <b className="text-ink">{common('period.all')}</b>
          <span>{t('allDates')}</span>
        </>
      ) : (
        <>
          {period ? <b className="text-ink">{periodTitle(common, period)}</b> : null}
          <span>
            <span className="md:hidden">{t('asOf', { date: format.shortDate(overview.on) })}</span>
            <span className="hidden md:inline">{t('asOf', { date: format.date(overview.on) })}</span>
            {change ? (
              <span className="hidden md:inline">
                , {t('compared', { date: comparedDate(format, overview.on, change.comparedOn) })}
              </span>
            ) : null}
          </span>
          {period?.provisional ? <Tag>{common('period.provisional')}</Tag> : null}
        </>
      )}
      {reference.city.demonstration ? <Tag dashed>{common('app.demo')}</Tag> : null}
    </p>
  )
}

/** Without the year where both dates lie in one. */
const comparedDate = (format: ReturnType<typeof useFormat>, on: string, compared: string) =>
  on.slice(0, 4) === compared.slice(0, 4) ? format.dayMonth(compared) : format.date(compared)

function Headline() {
  const t = useTranslations('overview.headline')
  const format = useFormat()
  const names = useNames()
  const { overview } = useOverviewModel()
  const value = overview.index.value === null ? '' : format.integer(overview.index.value)
  const named = overview.headlineSectorIds
  const alone = countAlone(overview.sectors)
  const sentence = indexSentence(overview)
  const sectors = () => (
    <Links
      items={named.map((id) => (
        <SectorLink
          key={id}
          id={id}
          className="underline decoration-grape decoration-[1.5px] underline-offset-4"
        >
          {lookOf(names, id).short}
        </SectorLink>
      ))}
      texts={named.map((id) => lookOf(names, id).short)}
    />
  )
  return (
    <h1 className="page-title max-w-[50rem]">
      {t(sentence, { value })}{' '}
      {alone > named.length
        ? t.rich('aloneAmong', { count: alone, sectors })
        : named.length > 0
          ? t.rich('alone', { count: named.length, sectors })
          : sentence === 'none' || sentence === 'small'
            ? null
            : t('noneAlone')}
    </h1>
  )
}

/** Items joined as the language joins them ("A, B, dan C"), each kept a link. */
function Links({ items, texts }: { items: readonly ReactNode[]; texts: readonly string[] }) {
  const format = useFormat()
  const parts = format.listParts(texts)
  let next = 0
  return Children.toArray(parts.map((part) => (part.element ? items[next++] : part.value)))
}

function Actions() {
  const t = useTranslations('common.action')
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    setCopied(true)
    announce(t('copied'))
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <div className="verdict-actions print:hidden">
      <Button onClick={() => void copy()}>
        <Link2 size={14} strokeWidth={1.75} aria-hidden />
        {copied ? t('copied') : t('copyLink')}
      </Button>
      <Button look="filled" onClick={() => print()}>
        <Printer size={14} strokeWidth={1.75} aria-hidden />
        {t('print')}
      </Button>
    </div>
  )
}
