import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { lookOf } from '#client/network/sector-look.ts'
import { pairsOf } from '#client/network/sector-map-model.ts'
import { useNames } from '#client/network/use-names.ts'
import type { SectorInsight } from '#shared/contract/insights.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { SectorLink } from './SectorLink.tsx'

interface ChosenSectorProps {
  sector: SectorInsight
  onOpen: () => void
  onClear: () => void
}

/** In the place of the caption: the sector chosen on the map, and what can be done with it. */
export function ChosenSector({ sector, onOpen, onClear }: ChosenSectorProps) {
  const t = useTranslations('overview.map')
  const names = useNames()
  const { overview } = useOverviewModel()
  const mayOpen = useMay('network.read')
  return (
    <div className="mt-0.5 flex min-h-6 flex-wrap items-center gap-x-2.5 text-xs">
      <b>{lookOf(names, sector.sectorId).short}</b>
      <span className="text-ink-2">
        {t('chosen', { reached: sector.reached, n: sector.n, ...pairsOf(overview.pairs, sector.sectorId) })}
      </span>
      {mayOpen ? (
        <button type="button" className="text-action" onClick={onOpen}>
          {t('open')}
        </button>
      ) : null}
      <SectorLink id={sector.sectorId} className="text-action">
        {t('card')}
      </SectorLink>
      <button
        type="button"
        className="grid size-6 place-items-center text-ink-3"
        aria-label={t('clear')}
        onClick={onClear}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  )
}
