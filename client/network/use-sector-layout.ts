import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { Overview } from '#shared/contract/insights.ts'
import { lookOf } from './sector-look.ts'
import {
  EXPECTED_GAP,
  layOutSectorMap,
  PHONE_FRAME,
  type SectorMapLayout,
  WIDE_FRAME,
} from './sector-map-layout.ts'
import { mapSectors } from './sector-map-model.ts'
import { useNames } from './use-names.ts'

/** The picture of the sectors as wide as the window asks for, and what it says in a sentence. */
export function useSectorLayout(overview: Overview): { layout: SectorMapLayout; title: string } {
  const t = useTranslations('overview.map')
  const common = useTranslations('common.unit')
  const format = useFormat()
  const names = useNames()
  const phone = usePhone()
  const { linkedPairs: linked, possiblePairs: possible } = overview
  const layout = useMemo(
    () =>
      layOutSectorMap(
        mapSectors(
          overview,
          (id) => lookOf(names, id),
          (part, whole) => common('of', { part: format.integer(part), whole: format.integer(whole) }),
        ),
        overview.pairs,
        (overview.widestGap?.expected ?? 0) >= EXPECTED_GAP ? overview.widestGap : null,
        phone ? PHONE_FRAME : WIDE_FRAME,
      ),
    [overview, names, phone, common, format],
  )
  const title =
    possible === 0
      ? t('titleNone')
      : linked === possible
        ? t('titleAll', { possible })
        : t('title', { linked, possible, missing: possible - linked })
  return { layout, title }
}
