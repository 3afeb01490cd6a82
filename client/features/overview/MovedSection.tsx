import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LevelIcon } from '#client/network/LevelIcon.tsx'
import { comparedInline } from '#client/network/period-words.ts'
import { SectorMark } from '#client/network/SectorMark.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { useNames } from '#client/network/use-names.ts'
import type { Moved } from '#shared/contract/insights.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { SectionHead } from './SectionHead.tsx'
import { SectorLink } from './SectorLink.tsx'

/** Names before the rest is counted; a click names them all. */
const NAMES = 2

type Named = Moved['gained'][number]

/** What moved since the compared date, by name. */
export function MovedSection({ moved, comparedOn }: { moved: Moved; comparedOn: string }) {
  const t = useTranslations('overview.moved')
  const common = useTranslations('common')
  const { overview } = useOverviewModel()
  const period = comparedInline(common, comparedOn, overview.period?.quarter === null)
  const quiet =
    moved.gained.length + moved.lost.length + moved.levels.length + moved.newPairs.length === 0 &&
    moved.entered.length + moved.left.length === 0
  return (
    <section className="section">
      <SectionHead title={t('title', { count: moved.newTies, period })} metric="turnover" />
      <p className="caption mt-0.5">{t('caption', { ended: moved.endedTies, lapsed: moved.lapsedTies })}</p>
      {quiet ? (
        <p className="mt-2 text-ink-2">{t('nothing')}</p>
      ) : (
        <dl className="moved">
          <Levels levels={moved.levels} />
          <Names term={t('gained', { count: moved.gained.length })} names={moved.gained} />
          <Names term={t('lost', { count: moved.lost.length })} names={moved.lost} />
          <Pairs pairs={moved.newPairs} />
          <Names term={t('entered', { count: moved.entered.length })} names={moved.entered} />
          <Names term={t('left', { count: moved.left.length })} names={moved.left} />
        </dl>
      )}
    </section>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="moved-line">
      <dt className="caption">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Names({ term, names }: { term: string; names: readonly Named[] }) {
  const words = useNames()
  const [all, setAll] = useState(false)
  if (names.length === 0) return null
  // One more takes no more room than saying so.
  const shown = all || names.length <= NAMES + 1 ? names : names.slice(0, NAMES)
  return (
    <Line term={term}>
      {shown.map(({ actorId, name, sectorId }, i) => {
        const look = sectorId ? lookOf(words, sectorId) : null
        return (
          <Fragment key={actorId}>
            {i > 0 ? ', ' : null}
            <SectorMark group={look?.group ?? null} shape={look?.shape ?? 'circle'} size={12} />{' '}
            <Link
              to="/pelaku/$id"
              params={{ id: actorId }}
              className="font-semibold no-underline hover:underline"
            >
              {name}
            </Link>
          </Fragment>
        )
      })}
      {names.length > shown.length ? (
        <MoreButton count={names.length - shown.length} onShow={() => setAll(true)} />
      ) : null}
    </Line>
  )
}

function MoreButton({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('overview.moved')
  return (
    <>
      {', '}
      <button type="button" className="text-action inline" onClick={onShow}>
        {t('more', { count })}
      </button>
    </>
  )
}

function Levels({ levels }: { levels: Moved['levels'] }) {
  const t = useTranslations('overview.moved')
  const common = useTranslations('common.level')
  const names = useNames()
  if (levels.length === 0) return null
  return (
    <Line term={t('levels')}>
      {levels.map(({ sectorId, before, after }) => (
        <span key={sectorId} className="block">
          <LevelIcon level={after} size={14} />{' '}
          <SectorLink id={sectorId} className="font-semibold no-underline hover:underline">
            {lookOf(names, sectorId).short}
          </SectorLink>{' '}
          <span className="text-xs text-ink-2 lowercase">
            {t('levelChange', { before: common(before), after: common(after) })}
          </span>
        </span>
      ))}
    </Line>
  )
}

function Pairs({ pairs }: { pairs: Moved['newPairs'] }) {
  const t = useTranslations('overview.moved')
  const names = useNames()
  const [all, setAll] = useState(false)
  if (pairs.length === 0) return null
  const shown = all || pairs.length <= NAMES + 1 ? pairs : pairs.slice(0, NAMES)
  return (
    <Line term={t('pairs', { count: pairs.length })}>
      {shown.map(({ a, b }) => `${lookOf(names, a).short} × ${lookOf(names, b).short}`).join(', ')}
      {pairs.length > shown.length ? (
        <MoreButton count={pairs.length - shown.length} onShow={() => setAll(true)} />
      ) : null}
    </Line>
  )
}
