import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Table2, Waypoints } from 'lucide-react'
import { lazy, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SectorPicture } from '#client/network/SectorPicture.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import { EXPECTED_GAP, type SectorMapLayout } from '#client/network/sector-map-layout.ts'
import { useNames } from '#client/network/use-names.ts'
import { useSectorLayout } from '#client/network/use-sector-layout.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import { SectionHead } from './SectionHead.tsx'

const OpenedSector = lazy(() =>
  import('#client/network/OpenedSector.tsx').then(({ OpenedSector }) => ({ default: OpenedSector })),
)
const ChosenSector = lazy(() =>
  import('./ChosenSector.tsx').then(({ ChosenSector }) => ({ default: ChosenSector })),
)
const BeneathMap = lazy(() => import('./BeneathMap.tsx').then(({ BeneathMap }) => ({ default: BeneathMap })))
const SectorTables = lazy(() =>
  import('./SectorTables.tsx').then(({ SectorTables }) => ({ default: SectorTables })),
)

/** The sector-level graph: who stands apart, which pairs never met, and one sector opened in place. */
export function SectorMapSection() {
  const t = useTranslations('common.state')
  const common = useTranslations('common.action')
  const { overview, view, noun } = useOverviewModel()
  const [active, setActive] = useState<string | null>(null)
  const [asTable, setAsTable] = useState(false)
  const { layout, title } = useSectorLayout(overview)
  const router = useRouter()
  const card = (id: string) => ({ to: '/sektor/$id' as const, params: { id } })
  const picture = {
    overview,
    noun,
    layout,
    title,
    onActivate: setActive,
    hrefOf: (id: string) => router.buildLocation(card(id)).href,
    onFollow: (id: string) => void router.navigate(card(id)),
  }
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const open = layout.nodes.some(({ id }) => id === search.buka) ? search.buka : undefined
  const setOpen = (buka: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, buka }), resetScroll: false })

  const caption = (
    <MapCaption
      layout={layout}
      active={open ? null : active}
      onOpen={setOpen}
      onClear={() => setActive(null)}
    />
  )
  const closed = (chosen: string) => (
    <>
      {caption}
      <SectorPicture {...picture} active={chosen} />
    </>
  )

  return (
    <section className="section">
      <SectionHead title={title} metric="mixing">
        <IconButton
          label={common(asTable ? 'asPicture' : 'asTable')}
          icon={
            asTable ? <Waypoints size={16} strokeWidth={1.75} /> : <Table2 size={16} strokeWidth={1.75} />
          }
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          className="-my-1.5"
        />
      </SectionHead>
      {open && !asTable ? null : caption}
      {asTable ? (
        <LazyPart failed={<p className="caption mt-2">{t('partFailed')}</p>}>
          <SectorTables />
        </LazyPart>
      ) : open ? (
        <LazyPart waiting={closed(open)} failed={closed(open)}>
          <OpenedSector
            sectorId={open}
            marks={layout.nodes.map(({ id, x, y, ring, level }) => ({
              sectorId: id,
              x,
              y,
              r: ring + (level === 'bridging' ? 3.2 : 0),
            }))}
            words={layout.nodes.flatMap(({ id, place }) => (place && id !== open ? [place.box] : []))}
            map={<SectorPicture {...picture} active={null} opened={open} />}
            viewBox={layout.frame}
            on={view.on}
            definition={view.definition}
            onOpen={setOpen}
            onClose={() => setOpen(undefined)}
          />
        </LazyPart>
      ) : (
        <SectorPicture {...picture} active={active} />
      )}
      {overview.sectors.length > 0 && !asTable ? (
        <LazyPart waiting={<div className="min-h-14" />}>
          <BeneathMap layout={layout} />
        </LazyPart>
      ) : null}
    </section>
  )
}

interface MapCaptionProps {
  layout: SectorMapLayout
  active: string | null
  onOpen: (id: string) => void
  onClear: () => void
}

/** How to read the picture; while a sector is chosen, what is to be said and done about it. */
function MapCaption({ layout, active, onOpen, onClear }: MapCaptionProps) {
  const t = useTranslations('overview.map')
  const format = useFormat()
  const names = useNames()
  const { overview, noun } = useOverviewModel()
  const sector = overview.sectors.find(({ sectorId }) => sectorId === active)
  const { widestGap } = overview
  if (!sector)
    return (
      <p className="caption mt-0.5 min-h-6">
        {t('caption', { noun })}
        {layout.leader === null && widestGap?.expected && widestGap.expected >= EXPECTED_GAP
          ? ` ${t('gapSentence', {
              a: lookOf(names, widestGap.a).short,
              b: lookOf(names, widestGap.b).short,
              expected: format.integer(widestGap.expected),
            })}`
          : null}
      </p>
    )
  return (
    <LazyPart waiting={<p className="mt-0.5 min-h-6" />}>
      <ChosenSector sector={sector} onOpen={() => onOpen(sector.sectorId)} onClear={onClear} />
    </LazyPart>
  )
}
