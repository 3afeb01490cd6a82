import { lazy } from 'react'
import { useTranslations } from 'use-intl'
import { LazyPart } from '../../ui/LazyPart.tsx'
import { Changes } from './Compared.tsx'
import { Details } from './Details.tsx'
import { BetweenPanel } from './focus/BetweenPanel.tsx'
import { SelectionPanel } from './focus/SelectionPanel.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { HowToRead } from './HowToRead.tsx'
import { ListKeys } from './list/ListKeys.tsx'
import { SectorLevels } from './SectorLevels.tsx'
import { QuartersPanel } from './time/QuartersPanel.tsx'
import type { ComparisonState } from './time/use-comparison.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerTab, ExplorerView } from './view-state.ts'

const MatrixPanel = lazy(() => import('./matrix/MatrixPanel.tsx').then((m) => ({ default: m.MatrixPanel })))
const PlacePanel = lazy(() => import('./map/PlacePanel.tsx').then((m) => ({ default: m.PlacePanel })))

interface PanelProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

interface BesideProps extends PanelProps {
  tab: ExplorerTab
  comparison: ComparisonState | null
  /** The last of the quarters side by side. */
  several: string | null
}

/** The panel right of the picture: who is chosen, what changed, or how the picture is read. */
export function Beside({ tab, comparison, several, ...panel }: BesideProps) {
  const t = useTranslations('explorer.details')
  const { model, view, change } = panel
  const content = () => {
    if (model.chosenRow === null && comparison && tab === 'graph')
      return <Changes state={comparison} view={view} change={change} />
    if (model.chosenRow === null && several)
      return tab === 'graph' ? <QuartersPanel view={view} change={change} to={several} /> : null
    return (
      <>
        <SelectionPanel {...panel} />
        {model.chosenRow !== null ? (
          <Details {...panel} row={model.chosenRow} />
        ) : (
          <>
            {view.actor === null ? null : <p className="caption">{t('absent')}</p>}
            <OfTab {...panel} tab={tab} />
          </>
        )}
      </>
    )
  }
  return (
    <aside className="explorer-details" aria-label={t('title')}>
      {content()}
    </aside>
  )
}

/** What belongs to the tab while nobody is chosen. */
function OfTab({ tab, ...panel }: PanelProps & { tab: ExplorerTab }) {
  const { model, view } = panel
  if (tab === 'map' || tab === 'matrix')
    return <LazyPart>{tab === 'map' ? <PlacePanel {...panel} /> : <MatrixPanel {...panel} />}</LazyPart>
  if (view.between !== null) return <BetweenPanel {...panel} />
  return (
    <>
      {tab === 'graph' && !model.whole ? <GroupPanel {...panel} /> : null}
      <SectorLevels view={view} />
      {tab === 'list' ? (
        <ListKeys />
      ) : (
        <HowToRead
          colored={view.look?.color === undefined}
          sized={view.look?.size === undefined}
          ringed={view.look?.ring === undefined}
        />
      )}
      <BetweenPanel {...panel} />
    </>
  )
}
