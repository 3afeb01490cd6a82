import { lazy, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaneBox } from '../../network/graph/create-graph.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { LazyPart } from '../../ui/LazyPart.tsx'
import { PictureCaption } from './appearance/PictureCaption.tsx'
import { Compared } from './Compared.tsx'
import { GraphPane } from './GraphPane.tsx'
import { ListPane } from './list/ListPane.tsx'
import { Tray } from './Tray.tsx'
import { TrayLine } from './TrayLine.tsx'
import { MultiplesPane } from './time/MultiplesPane.tsx'
import { QuartersPanel } from './time/QuartersPanel.tsx'
import { QuartersTable } from './time/QuartersTable.tsx'
import type { ComparisonState } from './time/use-comparison.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerTab, ExplorerView } from './view-state.ts'

const MatrixPane = lazy(() => import('./matrix/MatrixPane.tsx').then((m) => ({ default: m.MatrixPane })))
const MapPane = lazy(() => import('./map/MapPane.tsx').then((m) => ({ default: m.MapPane })))

interface MiddleProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  tab: ExplorerTab
  wide: boolean
  comparison: ComparisonState | null
  /** The last of the quarters side by side; null where there is one date or two. */
  several: string | null
  /** Where the picture says which part of it is in view. */
  inView?: RefObject<(() => PlaneBox) | null>
  /** On another site's page: nothing is selected there, and room is short. */
  embedded?: boolean
}

/** What is looked at: the picture or one of its twins, of one date, two or several, and who is beside the network. */
export function Middle({ inView, ...props }: MiddleProps) {
  const { model, view, change, tab, several, embedded } = props
  const chooseActor = (actor: string) => change({ actor })
  return (
    <>
      <Shown {...props} {...(inView ? { inView } : {})} />
      {several ? null : tab === 'graph' && !embedded ? (
        <Tray model={model} chosen={view.actor} onChoose={chooseActor} />
      ) : (
        <TrayLine model={model} chosen={view.actor} onChoose={chooseActor} />
      )}
    </>
  )
}

function Shown({
  model,
  view,
  change,
  tab,
  wide,
  comparison,
  several,
  inView,
  embedded = false,
}: MiddleProps) {
  const panel = { model, view, change }
  if (comparison && (tab === 'graph' || tab === 'list'))
    return <Compared state={comparison} view={view} change={change} tab={tab} wide={wide} />
  if (several && tab === 'graph')
    return (
      <>
        <MultiplesPane {...panel} to={several} />
        {wide ? null : <QuartersPanel view={view} change={change} to={several} />}
      </>
    )
  if (several && tab === 'list')
    return (
      <div className="multiples">
        <QuartersTable view={view} change={change} to={several} />
      </div>
    )
  if (tab === 'graph')
    return (
      <>
        <GraphPane {...panel} {...(inView ? { inView } : {})} withoutModes={embedded} />
        <PictureCaption model={model} view={view} />
      </>
    )
  return (
    <>
      <OneDateNote view={view} on={model.network.on} />
      <Twin {...panel} tab={tab} wide={wide} comparison={comparison} />
    </>
  )
}

interface TwinProps extends Pick<MiddleProps, 'model' | 'view' | 'change' | 'wide' | 'comparison'> {
  tab: Exclude<ExplorerTab, 'graph'>
}

/** The same selection as a matrix, a table or a map. */
function Twin({ tab, wide, comparison, ...panel }: TwinProps) {
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

/** Matrix and map know one date: said where two or more are asked for. */
function OneDateNote({ view, on }: { view: ExplorerView; on: string }) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  if (on === 'all' || view.compare !== null || view.quarters === null) return null
  return <p className="caption one-date-note">{t('elsewhere', { date: format.date(on) })}</p>
}
