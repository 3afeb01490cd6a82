import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { SectorInsight } from '#shared/contract/insights.ts'
import type { SectorLevel } from '#shared/contract/vocabulary.ts'
import { LevelIcon } from './LevelIcon.tsx'

const ALWAYS: readonly SectorLevel[] = ['isolated', 'weak', 'integrated', 'bridging']

/** Rings and lines in words. */
export function SectorMapLegend({ most, sectors }: { most: number; sectors: readonly SectorInsight[] }) {
  const t = useTranslations('overview.map')
  const common = useTranslations('common.level')
  const extra = (['insufficient-data', 'no-network'] as const).filter((level) =>
    sectors.some((sector) => sector.level === level),
  )
  return (
    <dl className="map-legend">
      <dt>{t('legendSectors')}</dt>
      <dd>
        {[...ALWAYS, ...extra].map((level) => (
          <span key={level} className="legend-item">
            <LevelIcon level={level} />
            <span className="lowercase">{common(level)}</span>
          </span>
        ))}
      </dd>
      <dt>{t('legendPairs')}</dt>
      <dd>
        <Line className="tie" width={3.5}>
          {t('ties', { most })}
        </Line>
        <Line className="ghost-expected">{t('expectedGap')}</Line>
        <Line className="ghost">{t('ghost')}</Line>
      </dd>
    </dl>
  )
}

function Line({ className, width, children }: { className: string; width?: number; children: ReactNode }) {
  return (
    <span className="legend-item">
      <svg width="24" height="8" viewBox="0 0 24 8" className="flex-none" aria-hidden="true">
        <path d="M1 4h22" className={className} strokeWidth={width} />
      </svg>
      {children}
    </span>
  )
}
