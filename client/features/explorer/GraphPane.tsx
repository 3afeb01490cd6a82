import { lazy, type RefObject, Suspense, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DragMode } from '../../network/canvas/canvas-gestures.ts'
import { isInside, type Outline } from '../../network/canvas/outline.ts'
import type { PlaneBox } from '../../network/graph/create-graph.ts'
import type { FocusStep } from '../../network/graph/focus-step.ts'
import { actorKey, tieKey } from '../../network/graph/scene.ts'
import { CanvasTools } from './focus/CanvasTools.tsx'
import './focus/focus.css'
import { LargePicture, LargePictureNote } from './focus/LargePicture.tsx'
import { toggled, withActors } from './focus/selection.ts'
import { focusAfter, NO_QUESTION, stepBack } from './focus/use-canvas-actions.ts'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import { useNoun } from './use-noun.ts'
import type { ExplorerView } from './view-state.ts'

const NetworkGraph = lazy(() => loadGraph().then((module) => ({ default: module.NetworkGraph })))

/** The graph is a chunk of its own; asked for early, it comes while the network is on its way. */
export const loadGraph = () => import('../../network/graph/NetworkGraph.tsx')

interface GraphPaneProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  inView?: RefObject<(() => PlaneBox) | null>
  /** Dragging moves the picture and does nothing else. */
  withoutModes?: boolean
}

/** The picture with its tools above, and what it leaves out said underneath. */
export function GraphPane({ withoutModes = false, ...props }: GraphPaneProps) {
  const { model, change } = props
  const t = useTranslations('explorer')
  const noun = useNoun(model.network.definition)
  const [mode, setMode] = useState<DragMode>('move')
  const { counts } = model.network
  const { scene, canvas } = model
  const label = t('graphLabel', { actors: noun(counts.n), ties: t('ties', { count: counts.m }) })
  return (
    <div className="graph-pane">
      {withoutModes && !canvas ? null : (
        <CanvasTools model={model} mode={mode} onMode={withoutModes ? null : setMode} change={change} />
      )}
      {canvas ? (
        <LargePicture {...props} canvas={canvas} mode={mode} label={label} />
      ) : (
        <WholePicture {...props} mode={mode} label={label} />
      )}
      <p className="graph-left">
        {canvas ? <LargePictureNote canvas={canvas} /> : null}
        {scene.left.actors > 0 ? <span>{t('left.actors', { count: scene.left.actors })}</span> : null}
        {scene.left.ties > 0 ? <span>{t('left.ties', { count: scene.left.ties })}</span> : null}
      </p>
    </div>
  )
}

/** A network that the graph draws whole. */
function WholePicture({
  model,
  view,
  change,
  inView,
  mode,
  label,
}: GraphPaneProps & { mode: DragMode; label: string }) {
  const common = useTranslations('common.state')
  const { scene, picked } = model
  const { actors } = model.network
  const chosen = model.chosenRow === null ? null : actorKey(actors.id[model.chosenRow]!)
  const marked = useMemo(() => markedKeys(model), [model])

  const toggle = (id: string) =>
    change({ pick: toggled(view.pick, id, picked?.[model.index.rowOf.get(id)!] === 1) })
  const choose = (key: string | null, extend = false) => {
    const node = scene.nodes.find((one) => one.key === key)
    if (extend) {
      if (node) toggle(node.ref)
      return
    }
    const restarts = !node || view.to !== null || view.leave
    change({ actor: node?.ref ?? null, ...(restarts ? NO_QUESTION : {}) })
  }
  const focus = (step: FocusStep) => {
    if (model.chosenRow !== null) change({ to: null, leave: false, focus: focusAfter(step, view.focus) })
  }
  const outlined = (outline: Outline, extend: boolean) => {
    const inside = scene.nodes.filter((node) => !node.faded && isInside(outline, node.x, node.y))
    const ids = inside.map(({ ref }) => ref).sort()
    change({ pick: withActors(extend ? view.pick : [], ids) })
  }
  return (
    <Suspense fallback={<p className="caption graph-wait">{common('loading')}</p>}>
      <NetworkGraph
        scene={scene}
        captions={model.captions}
        chosen={chosen}
        kept={model.kept}
        marked={marked}
        mode={mode}
        label={label}
        inView={inView}
        onChoose={choose}
        onFocus={focus}
        onHold={(key) => {
          const node = scene.nodes.find((one) => one.key === key)
          if (node) change({ actor: node.ref, ...NO_QUESTION, focus: 1 })
        }}
        onOutline={outlined}
        onToggle={(key) => {
          const node = scene.nodes.find((one) => one.key === key)
          if (node) toggle(node.ref)
        }}
        onEscape={() => stepBack(view, change)}
      />
    </Suspense>
  )
}

/** Keys of picked actors, and of the ties that an answer marks. */
export function markedKeys({
  network: { actors, ties },
  picked,
  emphasis: { lit },
}: ExplorerModel): ReadonlySet<string> {
  const keys = new Set<string>()
  if (picked) for (const [row, id] of actors.id.entries()) if (picked[row] === 1) keys.add(actorKey(id))
  if (lit)
    for (const [tie, a] of ties.a.entries())
      if (lit[tie] === 1) keys.add(tieKey(actorKey(actors.id[a]!), actorKey(actors.id[ties.b[tie]!]!)))
  return keys
}
