import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Overview } from '#shared/contract/insights.ts'
import { SectorMap } from './SectorMap.tsx'
import { lookOf } from './sector-look.ts'
import type { SectorMapLayout } from './sector-map-layout.ts'
import { pairsOf } from './sector-map-model.ts'
import { useNames } from './use-names.ts'

interface SectorPictureProps {
  overview: Overview
  noun: 'business' | 'organisation'
  layout: SectorMapLayout
  title: string
  active: string | null
  onActivate: (id: string | null) => void
  opened?: string | undefined
  /** Where the name of a sector leads, and what following it does. */
  hrefOf: (id: string) => string
  onFollow: (id: string) => void
}

/** The map of the sectors with its words. */
export function SectorPicture({ overview, noun, title, ...map }: SectorPictureProps) {
  const t = useTranslations('overview.map')
  const common = useTranslations('common')
  const format = useFormat()
  const names = useNames()
  const { widestGap } = overview
  const short = (id: string) => lookOf(names, id).short
  const isolated = overview.sectors.filter(({ level }) => level === 'isolated')

  const describe = (id: string) => {
    const sector = overview.sectors.find(({ sectorId }) => sectorId === id)
    if (!sector) return id
    return t('sector', {
      name: lookOf(names, id).short,
      level: common(`level.${sector.level}`),
      reached: sector.reached,
      n: sector.n,
      noun,
      ...pairsOf(overview.pairs, id),
    })
  }

  return (
    <SectorMap
      {...map}
      lookOf={(id) => lookOf(names, id)}
      label={t('describe', {
        finding: title,
        isolated:
          isolated.length > 0 ? format.list(isolated.map(({ sectorId }) => short(sectorId))) : t('nobody'),
      })}
      describe={describe}
      contourLabel={(at) => t(at > 0.6 ? 'contour' : 'contourLast', { share: format.percent(at) })}
      note={
        widestGap && widestGap.expected !== null
          ? [
              t('gap'),
              t('gapPair', { a: short(widestGap.a), b: short(widestGap.b) }),
              t('gapCount', { expected: format.integer(widestGap.expected) }),
            ]
          : null
      }
    />
  )
}
