import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Table2, Waypoints } from 'lucide-react'
import { lazy, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SectorMap } from '#client/network/SectorMap.tsx'
import { lookOf } from '#client/network/sector-look.ts'
import {
  EXPECTED_GAP,
  layOutSectorMap,
  PHONE_FRAME,
  type SectorMapLayout,
  WIDE_FRAME,
} from '#client/network/sector-map-layout.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import { useOverviewModel } from './OverviewContext.ts'
import { SectionHead } from './SectionHead.tsx'
import { mapSectors, pairsOf } from './sector-map-model.ts'

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
  const { overview, view } = useOverviewModel()
  const [active, setActive] = useState<string | null>(null)
  const [asTable, setAsTable] = useState(false)
  const { layout, title } = useLayout()
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
      <Picture layout={layout} title={title} active={chosen} onActivate={setActive} />
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
            map={<Picture layout={layout} title={title} active={null} onActivate={setActive} opened={open} />}
            viewBox={layout.frame}
            on={view.on}
            definition={view.definition}
            onOpen={setOpen}
            onClose={() => setOpen(undefined)}
          />
        </LazyPart>
      ) : (
        <Picture layout={layout} title={title} active={active} onActivate={setActive} />
      )}
      {overview.sectors.length > 0 && !asTable ? (
        <LazyPart waiting={<div className="min-h-14" />}>
          <BeneathMap layout={layout} />
        </LazyPart>
      ) : null}
    </section>
  )
}

function useLayout(): { layout: SectorMapLayout; title: string } {
  const t = useTranslations('overview.map')
  const common = useTranslations('common.unit')
  const format = useFormat()
  const names = useNames()
  const phone = usePhone()
  const { overview } = useOverviewModel()
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

interface PictureProps {
  layout: SectorMapLayout
  title: string
  active: string | null
  onActivate: (id: string | null) => void
  opened?: string | undefined
}

function Picture({ layout, title, active, onActivate, opened }: PictureProps) {
  const t = useTranslations('overview.map')
  const common = useTranslations('common')
  const format = useFormat()
  const names = useNames()
  const router = useRouter()
  const { overview, noun } = useOverviewModel()
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
  const to = (id: string) => ({ to: '/sektor/$id' as const, params: { id } })

  return (
    <SectorMap
      layout={layout}
      lookOf={(id) => lookOf(names, id)}
      label={t('describe', {
        finding: title,
        isolated:
          isolated.length > 0 ? format.list(isolated.map(({ sectorId }) => short(sectorId))) : t('nobody'),
      })}
      describe={describe}
      hrefOf={(id) => router.buildLocation(to(id)).href}
      onFollow={(id) => void router.navigate(to(id))}
      active={active}
      onActivate={onActivate}
      opened={opened}
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
