import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { View } from '#client/api/view.ts'
import { LevelIcon } from '#client/network/LevelIcon.tsx'
import { periodTick, periodTitle } from '#client/network/period-words.ts'
import { TitleWithMethod } from '#client/network/TitleWithMethod.tsx'
import type { SectorCard } from '#shared/contract/insights.ts'
import { levelStreak } from './sector-card.ts'

/** The level as a row of signs, one per period; each leads to the card as of that day. */
export function LevelHistory({ card, view }: { card: SectorCard; view: View }) {
  const t = useTranslations('sector.history')
  const common = useTranslations('common')
  const { history } = card
  const streak = levelStreak(history)
  if (!streak)
    return (
      <section className="section">
        <h2 className="section-title">{t('none')}</h2>
      </section>
    )
  return (
    <section className="section">
      <TitleWithMethod
        title={t(card.on === 'all' ? 'streakAll' : 'streak', {
          level: common(`level.${streak.level}`),
          count: streak.count,
          last: String(history.at(-1)!.period.year),
        })}
        metric="sector-level"
        view={view}
        sector={card.sector.sectorId}
      />
      <p className="caption mt-0.5">{t(card.on === 'all' ? 'captionAll' : 'caption')}</p>
      <ol className="level-history" aria-label={t('table')}>
        {history.map(({ period, level, reached, n }, i) => (
          <li key={period.on}>
            <Link
              to="."
              search={(before) => ({ ...before, on: i === history.length - 1 ? undefined : period.on })}
              className="level-history-item"
            >
              <span className="sr-only">
                {t('item', {
                  period: periodTitle(common, period),
                  level: common(`level.${level}`),
                  reached,
                  n,
                })}
              </span>
              <span aria-hidden="true" className="contents">
                <LevelIcon level={level} size={20} />
                <span>
                  {reached}/{n}
                </span>
                <span className="text-ink-3">
                  {periodTick(common, period, i === 0 || period.quarter === 1)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
