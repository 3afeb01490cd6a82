import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import type { DragMode } from '../../../network/canvas/canvas-gestures.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import type { ExplorerView } from '../view-state.ts'
import { useCanvasActions } from './use-canvas-actions.ts'
import type { CanvasModel } from './use-canvas-picture.ts'

export const loadCanvas = () => import('../../../network/canvas/NetworkCanvas.tsx')
const NetworkCanvas = lazy(() => loadCanvas().then((module) => ({ default: module.NetworkCanvas })))

interface LargePictureProps {
  model: ExplorerModel
  canvas: CanvasModel
  view: ExplorerView
  change: ChangeView
  mode: DragMode
  label: string
}

/** A network too large for the graph: sectors, the groups inside them, and actors, each opened in its place. */
export function LargePicture({ model, canvas, view, change, mode, label }: LargePictureProps) {
  const common = useTranslations('common.state')
  const actions = useCanvasActions(model, canvas, view, change)
  return (
    <Suspense fallback={<p className="caption graph-wait">{common('loading')}</p>}>
      <NetworkCanvas
        picture={canvas.picture}
        emphasis={model.emphasis}
        extent={canvas.plan.extent}
        chosen={actions.chosen}
        label={label}
        mode={mode}
        place={view.at}
        onPlace={(at) => change({ at })}
        onTap={actions.tap}
        onStand={actions.stand}
        onOpen={actions.open}
        onClose={actions.closeCaption}
        onHold={actions.hold}
        onOutline={actions.outlined}
        onFocus={actions.focus}
        onToggle={actions.toggle}
        onEscape={actions.escape}
      />
    </Suspense>
  )
}

/** What the picture leaves to be said in words. */
export function LargePictureNote({ canvas }: { canvas: CanvasModel }) {
  const t = useTranslations('explorer.canvas')
  return (
    <>
      {canvas.level === 'actor' ? null : <span>{t('closedNote')}</span>}
      <span>{t('ghosts', { pairs: canvas.plan.ghostPairs, drawn: canvas.plan.ghosts.length })}</span>
    </>
  )
}
