import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { lazy, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorNetworkQuery } from '../../api/network.ts'
import type { PlaneBox } from '../../network/graph/create-graph.ts'
import { LoadFailed } from '../../network/LoadFailed.tsx'
import { useNames } from '../../network/use-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { LazyPart } from '../../ui/LazyPart.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { AsOfBand } from './AsOfBand.tsx'
import { PictureCaption } from './appearance/PictureCaption.tsx'
import { Details } from './Details.tsx'
import { EmptyNote } from './EmptyNote.tsx'
import { ExplorerTools } from './ExplorerTools.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { activeCount } from './filters.ts'
import { BetweenPanel } from './focus/BetweenPanel.tsx'
import { loadCanvas } from './focus/LargePicture.tsx'
import { SelectionPanel } from './focus/SelectionPanel.tsx'
import { NO_QUESTION } from './focus/use-canvas-actions.ts'
import { GraphPane, loadGraph } from './GraphPane.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { HowToRead } from './HowToRead.tsx'
import { ListKeys } from './list/ListKeys.tsx'
import { ListPane } from './list/ListPane.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Tray } from './Tray.tsx'
import { TrayLine } from './TrayLine.tsx'
import { CompareList } from './time/CompareList.tsx'
import { ComparePicture } from './time/ComparePicture.tsx'
import { KnownNotice } from './time/KnownChoice.tsx'
import { MultiplesPane } from './time/MultiplesPane.tsx'
import { QuartersKey } from './time/QuartersKey.tsx'
import { QuartersTable } from './time/QuartersTable.tsx'
import { type ComparisonState, comparedModel, useComparison } from './time/use-comparison.ts'
import { type ExplorerModel, useExplorerModel } from './use-explorer-model.ts'
import { type ChangeView, useExplorerView } from './use-explorer-view.ts'
import { useSpokenChanges } from './use-spoken-changes.ts'
import type { ExplorerTab, ExplorerView } from './view-state.ts'

const MatrixPane = lazy(() => import('./matrix/MatrixPane.tsx').then((m) => ({ default: m.MatrixPane })))
const MatrixPanel = lazy(() => import('./matrix/MatrixPanel.tsx').then((m) => ({ default: m.MatrixPanel })))
const MapPane = lazy(() => import('./map/MapPane.tsx').then((m) => ({ default: m.MapPane })))
const PlacePanel = lazy(() => import('./map/PlacePanel.tsx').then((m) => ({ default: m.PlacePanel })))

/** From here on the panels stand beside the picture. */
const WIDE = '(min-width: 64rem)'

/** The whole network, actor by actor: filters left, the picture or its list in the middle, the chosen one right. */
export function Explorer() {
  const common = useTranslations('common')
  const t = useTranslations('explorer')
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
  const chooseActor = (actor: string) => change({ actor })
  const set = activeCount(view.filters)
  const comparison = useComparison(view, model.network)
  /** The last of the quarters that stand side by side. */
  const several =
    comparison === null && view.quarters !== null && city
      ? dayOf(view.on ?? model.network.on, city.lastOn)
      : null
  // Who has no partner is in each of the pictures and counted under it: the tray is that of one date.
  const severalShown = tab === 'graph' || tab === 'list' ? several : null
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
        {comparison && (tab === 'graph' || tab === 'list') ? (
          <Compared {...panel} state={comparison} tab={tab} wide={wide} />
        ) : several && tab === 'graph' ? (
          <>
            <MultiplesPane {...panel} to={several} />
            {wide ? null : <QuartersPanel view={view} change={change} to={several} />}
          </>
        ) : several && tab === 'list' ? (
          <div className="multiples">
            <QuartersTable view={view} change={change} to={several} />
          </div>
        ) : tab === 'graph' ? (
          <>
            <GraphPane {...panel} inView={inView} />
            <PictureCaption model={model} view={view} />
          </>
        ) : (
          <>
            <OneDateNote view={view} on={model.network.on} />
            <Twin {...panel} tab={tab} wide={wide} comparison={comparison} />
          </>
        )}
        {severalShown ? null : tab === 'graph' ? (
          <Tray model={model} chosen={view.actor} onChoose={chooseActor} />
        ) : (
          <TrayLine model={model} chosen={view.actor} onChoose={chooseActor} />
        )}
        {wide || severalShown ? null : (
          <>
            <SelectionPanel {...panel} />
            {tab === 'graph' || tab === 'list' ? <BetweenPanel {...panel} /> : null}
          </>
        )}
        {!wide && !model.whole && !severalShown ? <GroupPanel {...panel} /> : null}
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

type PanelProps = Pick<FrameProps, 'model' | 'view' | 'change'>

/** The same selection as a matrix, a table or a map. */
function Twin({
  tab,
  wide,
  comparison,
  ...panel
}: PanelProps & {
  tab: Exclude<ExplorerTab, 'graph'>
  wide: boolean
  comparison: ComparisonState | null
}) {
  const t = useTranslations('explorer')
  const common = useTranslations('common.state')
  if (tab === 'list') return <ListPane {...panel} />
  return (
    <LazyPart
      key={tab}
      waiting={<p className="caption explorer-wait">{common('loading')}</p>}
      failed={<p className="explorer-stale">{t('error.twin')}</p>}
    >
      {tab === 'matrix' ? (
        <MatrixPane {...panel} comparison={comparison} wide={wide} />
      ) : (
        <MapPane {...panel} comparison={comparison} wide={wide} />
      )}
    </LazyPart>
  )
}

const dayOf = (on: string, lastOn: string) => (on === 'all' ? lastOn : on)

/** Two dates: the picture with its list beside it, or beneath it, or the list alone. */
function Compared({
  state,
  tab,
  wide,
  ...panel
}: PanelProps & { state: ComparisonState; tab: 'graph' | 'list'; wide: boolean }) {
  const t = useTranslations('explorer.compare')
  const common = useTranslations('common')
  const { compared, comparison } = state
  if (state.failed)
    return (
      <p role="alert" className="explorer-stale">
        {t('failed')} <Button onClick={state.failed}>{common('action.retry')}</Button>
      </p>
    )
  if (!compared || !comparison) return <p className="caption explorer-wait">{t('loading')}</p>
  const { view, change } = panel
  return (
    <>
      {tab === 'graph' ? <ComparePicture {...{ compared, comparison, view, change }} /> : null}
      {tab === 'list' || !wide ? <Changes state={state} view={view} change={change} /> : null}
    </>
  )
}

function Changes({ state, ...parts }: { state: ComparisonState } & Pick<PanelProps, 'view' | 'change'>) {
  const { compared, comparison, levels, levelsFailed } = state
  if (!compared || !comparison) return null
  return <CompareList {...parts} {...{ compared, comparison, levels, levelsFailed }} />
}

/** Matrix and map know one date: said where two or more are asked for. */
function OneDateNote({ view, on }: { view: ExplorerView; on: string }) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  if (on === 'all' || view.compare !== null || view.quarters === null) return null
  return <p className="caption one-date-note">{t('elsewhere', { date: format.date(on) })}</p>
}

function QuartersPanel(props: { view: ExplorerView; change: ChangeView; to: string }) {
  return (
    <>
      <QuartersTable {...props} />
      <QuartersKey />
    </>
  )
}

interface BesideProps extends PanelProps, Pick<FrameProps, 'tab'> {
  comparison: ComparisonState | null
  several: string | null
}

function Beside({ tab, comparison, several, ...panel }: BesideProps) {
  const t = useTranslations('explorer.details')
  const { model, view } = panel
  if (comparison && tab === 'graph' && model.chosenRow === null)
    return (
      <aside className="explorer-details" aria-label={t('title')}>
        <Changes state={comparison} view={view} change={panel.change} />
      </aside>
    )
  if (several && model.chosenRow === null)
    return (
      <aside className="explorer-details" aria-label={t('title')}>
        {tab === 'graph' ? <QuartersPanel view={view} change={panel.change} to={several} /> : null}
      </aside>
    )
  return (
    <aside className="explorer-details" aria-label={t('title')}>
      <SelectionPanel {...panel} />
      {model.chosenRow !== null ? (
        <Details {...panel} row={model.chosenRow} />
      ) : (
        <>
          {view.actor === null ? null : <p className="caption">{t('absent')}</p>}
          <OfTab {...panel} tab={tab} />
        </>
      )}
    </aside>
  )
}

/** What belongs to the tab while nobody is chosen. */
function OfTab({ tab, ...panel }: PanelProps & Pick<FrameProps, 'tab'>) {
  const { model, view } = panel
  if (tab === 'map' || tab === 'matrix')
    return <LazyPart>{tab === 'map' ? <PlacePanel {...panel} /> : <MatrixPanel {...panel} />}</LazyPart>
  return (
    <>
      {view.between === null ? (
        tab === 'list' ? (
          <ListKeys />
        ) : (
          <>
            {model.whole ? null : <GroupPanel {...panel} />}
            <HowToRead
              colored={view.look?.color === undefined}
              sized={view.look?.size === undefined}
              ringed={view.look?.ring === undefined}
            />
          </>
        )
      ) : null}
      <BetweenPanel {...panel} />
    </>
  )
}

function Sheets({
  shown,
  filtersOpen,
  closeFilters,
  ...panel
}: PanelProps & { shown: ExplorerModel; filtersOpen: boolean; closeFilters: () => void }) {
  const t = useTranslations('explorer')
  const { model, view, change } = panel
  const row = model.chosenRow
  // While a question is answered, closing the sheet lowers it, so that the answer is seen; what asks anew raises it.
  const question =
    view.focus !== null || view.to !== null || view.leave ? `${view.actor} ${view.to} ${view.leave}` : null
  const [lowered, setLowered] = useState<string | null>(null)
  const isLowered = row !== null && question !== null && lowered === question
  const end = () => change({ actor: null, ...NO_QUESTION })
  return (
    <>
      {isLowered ? (
        <section className="lowered-sheet" aria-label={t('details.title')}>
          <strong>{model.network.actors.name[row]}</strong>
          <Button onClick={() => setLowered(null)}>{t('details.title')}</Button>
          <Button onClick={end}>{t('ask.end')}</Button>
        </section>
      ) : null}
      <Dialog
        open={filtersOpen}
        onClose={closeFilters}
        title={t('filters.title')}
        closeLabel={t('details.close')}
      >
        <FilterPanel {...panel} model={shown} inSheet />
      </Dialog>
      <Dialog
        open={row !== null && !filtersOpen && !isLowered}
        onClose={() => (question === null ? end() : setLowered(question))}
        title={row === null ? '' : model.network.actors.name[row]}
        closeLabel={t('details.close')}
      >
        {row === null ? null : <Details {...panel} row={row} inSheet />}
      </Dialog>
    </>
  )
}
