import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorNetworkQuery } from '../../api/network.ts'
import { LoadFailed } from '../../network/LoadFailed.tsx'
import { useNames } from '../../network/use-names.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { ActorList } from './ActorList.tsx'
import { AsOfBand } from './AsOfBand.tsx'
import { Details } from './Details.tsx'
import { EmptyNote } from './EmptyNote.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { activeCount } from './filters.ts'
import { BetweenPanel } from './focus/BetweenPanel.tsx'
import { loadCanvas } from './focus/LargePicture.tsx'
import { SelectionPanel } from './focus/SelectionPanel.tsx'
import { NO_QUESTION } from './focus/use-canvas-actions.ts'
import { GraphPane, loadGraph } from './GraphPane.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { HowToRead } from './HowToRead.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Tray } from './Tray.tsx'
import { type ExplorerModel, useExplorerModel } from './use-explorer-model.ts'
import { type ChangeView, useExplorerView } from './use-explorer-view.ts'
import { useSpokenChanges } from './use-spoken-changes.ts'
import type { ExplorerView } from './view-state.ts'

/** From here on the panels stand beside the picture. */
const WIDE = '(min-width: 64rem)'

/** The whole network, actor by actor: filters left, the picture or its list in the middle, the chosen one right. */
export function Explorer() {
  const common = useTranslations('common')
  const { view, change } = useExplorerView()
  const query = useQuery(
    actorNetworkQuery({
      on: view.on ?? undefined,
      definition: view.definition === 'official' ? undefined : view.definition,
    }),
  )
  const model = useExplorerModel(query.data, view)
  const wide = useMedia(WIDE)
  const tab = view.tab ?? (wide ? 'graph' : 'list')
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
        <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  return <p className="page caption explorer-wait">{common('state.loading')}</p>
}

interface FrameProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  wide: boolean
  tab: 'graph' | 'list'
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
  const chooseActor = (actor: string) => change({ actor })
  const set = activeCount(view.filters)
  return (
    <>
      {wide ? (
        <aside className="explorer-filters" aria-label={t('filters.title')}>
          <FilterPanel {...panel} />
        </aside>
      ) : null}
      <Toolbar {...panel} tab={tab} graphFirst={wide}>
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
        <EmptyNote {...panel} />
        {tab === 'graph' ? (
          <GraphPane {...panel} />
        ) : (
          <ActorList
            model={model}
            caption={t('list.caption')}
            q={view.q}
            onSearch={(q) => change({ q })}
            chosen={view.actor}
            onChoose={chooseActor}
            picks={view.pick}
            onPick={(pick) => change({ pick })}
          />
        )}
        <Tray model={model} chosen={view.actor} onChoose={chooseActor} />
        {wide ? null : (
          <>
            <SelectionPanel {...panel} />
            <BetweenPanel {...panel} />
          </>
        )}
        {!wide && !model.whole ? <GroupPanel {...panel} /> : null}
      </div>
      {wide ? (
        <Beside {...panel} />
      ) : (
        <Sheets {...panel} filtersOpen={filtersOpen} closeFilters={() => setFiltersOpen(false)} />
      )}
      {city ? <AsOfBand {...panel} city={city} /> : null}
    </>
  )
}

type PanelProps = Pick<FrameProps, 'model' | 'view' | 'change'>

function Beside(panel: PanelProps) {
  const t = useTranslations('explorer.details')
  const { model, view } = panel
  return (
    <aside className="explorer-details" aria-label={t('title')}>
      <SelectionPanel {...panel} />
      {model.chosenRow !== null ? (
        <Details {...panel} row={model.chosenRow} />
      ) : (
        <>
          {view.actor === null ? null : <p className="caption">{t('absent')}</p>}
          <BetweenPanel {...panel} />
          {model.whole ? null : <GroupPanel {...panel} />}
          <HowToRead />
        </>
      )}
    </aside>
  )
}

function Sheets({
  filtersOpen,
  closeFilters,
  ...panel
}: PanelProps & { filtersOpen: boolean; closeFilters: () => void }) {
  const t = useTranslations('explorer')
  const { model, change } = panel
  const row = model.chosenRow
  return (
    <>
      <Dialog
        open={filtersOpen}
        onClose={closeFilters}
        title={t('filters.title')}
        closeLabel={t('details.close')}
      >
        <FilterPanel {...panel} inSheet />
      </Dialog>
      <Dialog
        open={row !== null && !filtersOpen}
        onClose={() => change({ actor: null, ...NO_QUESTION })}
        title={row === null ? '' : model.network.actors.name[row]}
        closeLabel={t('details.close')}
      >
        {row === null ? null : <Details {...panel} row={row} inSheet />}
      </Dialog>
    </>
  )
}
