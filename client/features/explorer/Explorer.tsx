import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorNetworkQuery } from '../../api/network.ts'
import type { PlaneBox } from '../../network/graph/create-graph.ts'
import { LoadFailed } from '../../network/LoadFailed.tsx'
import { useNames } from '../../network/use-names.ts'
import { Button } from '../../ui/Button.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { useTitle } from '../../ui/use-title.ts'
import { AsOfBand } from './AsOfBand.tsx'
import { Beside } from './Beside.tsx'
import { EmptyNote } from './EmptyNote.tsx'
import { ExplorerTools } from './ExplorerTools.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { activeCount } from './filters.ts'
import { BetweenPanel } from './focus/BetweenPanel.tsx'
import { loadCanvas } from './focus/LargePicture.tsx'
import { SelectionPanel } from './focus/SelectionPanel.tsx'
import { loadGraph } from './GraphPane.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { Middle } from './Middle.tsx'
import { SectorLevels } from './SectorLevels.tsx'
import { Sheets } from './Sheets.tsx'
import { Toolbar } from './Toolbar.tsx'
import { KnownNotice } from './time/KnownChoice.tsx'
import { lastOfSeveral } from './time/last-of-several.ts'
import { comparedModel, useComparison } from './time/use-comparison.ts'
import { type ExplorerModel, useExplorerModel } from './use-explorer-model.ts'
import { type ChangeView, useExplorerView } from './use-explorer-view.ts'
import { useSpokenChanges } from './use-spoken-changes.ts'
import type { ExplorerTab, ExplorerView } from './view-state.ts'

/** From here on the panels stand beside the picture. */
const WIDE = '(min-width: 64rem)'

/** The whole network, actor by actor: filters left, the picture or its list in the middle, the chosen one right. */
export function Explorer() {
  const common = useTranslations('common')
  const t = useTranslations('explorer')
  useTitle(t('title'))
  const { view, change } = useExplorerView()
  const query = useQuery(
    actorNetworkQuery({
      on: view.on ?? undefined,
      definition: view.definition === 'official' ? undefined : view.definition,
      known: view.known ?? undefined,
    }),
  )
  const model = useExplorerModel(query.data, view)
  const wide = useMedia(WIDE)
  // Quarters side by side are pictures first, also where there is little room.
  const tab = view.tab ?? (wide || view.quarters !== null ? 'graph' : 'list')
  const large = model?.canvas != null
  useEffect(() => {
    if (tab === 'graph' && model) void (large ? loadCanvas() : loadGraph())
  }, [tab, model, large])
  if (model)
    return (
      <Frame
        model={model}
        view={view}
        change={change}
        wide={wide}
        tab={tab}
        previous={query.isPlaceholderData}
        failed={query.isError ? () => void query.refetch() : null}
      />
    )
  if (query.isError)
    return (
      <div className="page explorer-wait">
        <h1 className="visually-hidden">{t('title')}</h1>
        <LoadFailed error={query.error} onRetry={() => void query.refetch()}>
          {view.known === null ? null : (
            <p className="mt-1">
              <Button look="text" onClick={() => change({ known: null })}>
                {t('known.back')}
              </Button>
            </p>
          )}
        </LoadFailed>
      </div>
    )
  return <p className="page caption explorer-wait">{common('state.loading')}</p>
}

interface FrameProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  wide: boolean
  tab: ExplorerTab
  /** The picture is that of the date before, while the next one is on its way. */
  previous: boolean
  /** Tries again, when the last attempt to renew failed. */
  failed: (() => void) | null
}

function Frame({ model, view, change, wide, tab, previous, failed }: FrameProps) {
  const t = useTranslations('explorer')
  const common = useTranslations('common')
  const city = useNames().reference?.city
  const [filtersOpen, setFiltersOpen] = useState(false)
  useSpokenChanges(model)
  const panel = { model, view, change }
  const inView = useRef<(() => PlaneBox) | null>(null)
  const set = activeCount(view.filters)
  const comparison = useComparison(view, model)
  const severalShown = comparison ? null : lastOfSeveral(view, tab, model.network.on, city?.lastOn)
  const shown = useMemo(() => (comparison ? comparedModel(model, comparison) : model), [model, comparison])
  return (
    <>
      {wide ? (
        <aside className="explorer-filters" aria-label={t('filters.title')}>
          <FilterPanel {...panel} model={shown} withoutLines={severalShown !== null} />
        </aside>
      ) : null}
      <Toolbar {...panel} tab={tab} graphFirst={wide}>
        <ExplorerTools {...panel} tab={tab} comparison={comparison} inView={inView} />
        {wide ? null : (
          <Button onClick={() => setFiltersOpen(true)}>
            <SlidersHorizontal size={16} strokeWidth={1.75} aria-hidden />
            {set > 0 ? t('open.filtersSet', { count: String(set) }) : t('open.filters')}
          </Button>
        )}
      </Toolbar>
      <div className={previous ? 'explorer-middle is-previous' : 'explorer-middle'}>
        {failed ? (
          <p role="alert" className="explorer-stale">
            {t('error.stale')} <Button onClick={failed}>{common('action.retry')}</Button>
          </p>
        ) : null}
        <KnownNotice view={view} change={change} />
        <EmptyNote {...panel} />
        <Middle {...panel} {...{ tab, wide, comparison, inView }} several={severalShown} />
        {wide || severalShown ? null : (
          <>
            <SelectionPanel {...panel} />
            {tab === 'graph' || tab === 'list' ? <BetweenPanel {...panel} /> : null}
          </>
        )}
        {!wide && !model.whole && !severalShown ? <GroupPanel {...panel} /> : null}
        {!wide && !severalShown && !comparison && (tab === 'graph' || tab === 'list') ? (
          <SectorLevels view={view} />
        ) : null}
      </div>
      {wide ? (
        <Beside {...panel} tab={tab} comparison={comparison} several={severalShown} />
      ) : (
        <Sheets
          {...panel}
          shown={shown}
          filtersOpen={filtersOpen}
          closeFilters={() => setFiltersOpen(false)}
        />
      )}
      {city ? <AsOfBand {...panel} city={city} ready={!previous} /> : null}
    </>
  )
}
