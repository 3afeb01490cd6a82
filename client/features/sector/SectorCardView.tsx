import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { EvidenceBars } from '#client/network/EvidenceBars.tsx'
import { LevelIcon } from '#client/network/LevelIcon.tsx'
import { MethodButton } from '#client/network/MethodButton.tsx'
import { periodTitle } from '#client/network/period-words.ts'
import { ReachBar } from '#client/network/ReachBar.tsx'
import { SectorMark } from '#client/network/SectorMark.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { Tag } from '#client/ui/Tag.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { SectorCard } from '#shared/contract/insights.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { Bridges } from './Bridges.tsx'
import { LevelHistory } from './LevelHistory.tsx'
import { Members } from './Members.tsx'
import { OtherSectors } from './OtherSectors.tsx'
import { SizeMix } from './SizeMix.tsx'
import { ledeReason } from './sector-card.ts'

interface SectorCardViewProps {
  card: SectorCard
  reference: Reference
  view: View
  /** The answer of before, while another date is on its way. */
  previous: boolean
}

/** One sector: the verdict, how it came about, who bridges, who is missing, who belongs. */
export function SectorCardView({ card, reference, view, previous }: SectorCardViewProps) {
  const noun = reference.city.noun
  return (
    <div className={previous ? 'is-previous' : undefined} aria-busy={previous}>
      <Verdict card={card} noun={noun} view={view} />
      <div className="sector-grid">
        <div className="sector-column">
          <LevelHistory card={card} view={view} />
          <SizeMix card={card} view={view} />
          <Bridges card={card} noun={noun} view={view} />
        </div>
        <div className="sector-column">
          <OtherSectors card={card} view={view} />
        </div>
        <div className="sector-column">
          <Members card={card} view={view} />
        </div>
      </div>
    </div>
  )
}

function Verdict({ card, noun, view }: { card: SectorCard; noun: Reference['city']['noun']; view: View }) {
  const t = useTranslations('sector')
  const common = useTranslations('common')
  const format = useFormat()
  const names = useNames()
  const { sector } = card
  const look = lookOf(names, sector.sectorId)
  const last = card.history.findLast(({ period }) => period.on === card.on)
  useTitle(look.name)
  const sentence = t(`verdict.${sector.level}`, {
    name: look.name,
    noun,
    reached: sector.reached,
    n: sector.n,
    verified: sector.verified,
    registered: sector.registered,
  })
  return (
    <section className="verdict">
      <p className="verdict-eyebrow">
        <span className="inline-flex items-center gap-1.5">
          <SectorMark group={look.group} shape={look.shape} />
          {t('eyebrow')}
        </span>
        <b className="text-ink">
          {card.on === 'all'
            ? common('period.all')
            : last
              ? periodTitle(common, last.period)
              : format.date(card.on)}
        </b>
        <span className="inline-flex items-center gap-1.5">
          <LevelIcon level={sector.level} />
          {common(`level.${sector.level}`)}
          {sector.diagnosis ? ` · ${common(`diagnosis.${sector.diagnosis}`)}` : null}
        </span>
        {sector.evidence ? <EvidenceBars evidence={sector.evidence} /> : null}
        {last?.period.provisional ? <Tag>{common('period.provisional')}</Tag> : null}
      </p>
      <h1 className="page-title max-w-[50rem]">{sentence}</h1>
      <div className="verdict-actions print:hidden">
        <Link to="/jejaring" className={buttonClass()}>
          {t('explore')}
        </Link>
      </div>
      <div className="grid gap-2">
        <Lede card={card} noun={noun} view={view} />
        <div className="flex max-w-md items-center gap-3">
          <ReachBar reached={sector.reached} n={sector.n} expected={sector.expectedReached} />
          <MethodButton
            metric="sector-level"
            of={look.name}
            view={view}
            counts={sentence}
            sector={sector.sectorId}
          />
        </div>
        <TestLine card={card} view={view} />
      </div>
    </section>
  )
}

function Lede({ card, noun, view }: { card: SectorCard; noun: Reference['city']['noun']; view: View }) {
  const t = useTranslations('sector.lede')
  const format = useFormat()
  const { sector } = card
  const [internal, external] = [sector.internal ?? 0, sector.external ?? 0]
  const reason = ledeReason(sector)
  const needsHelp = ['isolated', 'weak', 'insufficient-data'].includes(sector.level)
  const remedy = sector.level === 'insufficient-data' ? 'insufficient-data' : (sector.diagnosis ?? 'none')
  const sentences = [
    sector.expectedReached !== null
      ? t('expected', { expected: format.integer(sector.expectedReached) })
      : '',
    reason === 'one-bridge'
      ? t('one-bridge', { noun, share: format.percent(sector.topShare ?? 0), external })
      : reason
        ? t(reason, { internal, external })
        : '',
  ].filter(Boolean)
  return (
    <p className="verdict-lede">
      {sentences.join(' ')}{' '}
      {sector.expectedReached === null ? null : (
        <MethodButton
          metric="sector-reach"
          of={t('expectedName')}
          view={view}
          counts={sentences[0]}
          sector={sector.sectorId}
        />
      )}{' '}
      {needsHelp ? <b className="text-mango-ink">{t(`remedy.${remedy}`)}</b> : null}
    </p>
  )
}

/** For whoever wants to know how sure: the test in one quiet line. */
function TestLine({ card, view }: { card: SectorCard; view: View }) {
  const t = useTranslations('sector.test')
  const format = useFormat()
  const { q, exact, draws, stability } = card.sector
  // What cannot be tested has no p worth showing: so few members never reach a small one.
  const p = card.sector.evidence === 'untestable' ? null : card.sector.p
  const small = (value: number) =>
    value < 0.001 ? `< ${format.decimal(0.001, 3)}` : `= ${format.decimal(value, 3)}`
  const parts = [
    p !== null ? t('p', { p: small(p) }) : '',
    p !== null && q !== null ? t('q', { q: small(q) }) : '',
    p !== null ? (exact ? t('exact') : draws !== null ? t('sampled', { draws }) : '') : '',
    stability !== null ? t('stability', { share: format.percent(stability) }) : '',
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <p className="caption">
      {parts.join(' · ')}{' '}
      <MethodButton
        metric={card.sector.level === 'bridging' ? 'bridging' : 'evidence'}
        of={t('name')}
        view={view}
        counts={parts.join(' · ')}
        sector={card.sector.sectorId}
      />
    </p>
  )
}
