import { BoxSelect, Hand, LassoSelect } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { CANVAS_LEVELS, MOST_ACTORS } from '../../../network/canvas/build-picture.ts'
import type { DragMode } from '../../../network/canvas/canvas-gestures.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'

const MODES = { move: Hand, box: BoxSelect, lasso: LassoSelect } as const

interface CanvasToolsProps {
  model: ExplorerModel
  mode: DragMode
  /** null: the picture can be moved alone. */
  onMode: ((mode: DragMode) => void) | null
  change: ChangeView
}

/** Over the picture: how far a large network is open, and what dragging does. */
export function CanvasTools({ model, mode, onMode, change }: CanvasToolsProps) {
  const t = useTranslations('explorer.canvas')
  const format = useFormat()
  const { canvas } = model
  const name = { sector: t('levelSector'), group: t('levelGroup'), actor: t('levelActor') }
  return (
    <div className="canvas-tools">
      {canvas ? (
        <fieldset className="canvas-levels">
          <legend className="visually-hidden">{t('level')}</legend>
          {CANVAS_LEVELS.map((level) => {
            const shut = level === 'actor' && !canvas.canDrawAll
            return (
              <label
                key={level}
                data-chosen={level === canvas.level || undefined}
                title={shut ? t('tooMany', { count: format.integer(MOST_ACTORS) }) : undefined}
              >
                <input
                  type="radio"
                  className="visually-hidden"
                  name="canvas-level"
                  checked={level === canvas.level}
                  disabled={shut}
                  onChange={() => change({ detail: level === 'sector' ? null : level, open: [] }, true)}
                />
                {name[level]}
              </label>
            )
          })}
        </fieldset>
      ) : null}
      {onMode ? (
        <fieldset className="canvas-modes">
          <legend className="visually-hidden">{t('mode')}</legend>
          {(Object.keys(MODES) as DragMode[]).map((one) => {
            const Icon = MODES[one]
            return (
              <IconButton
                key={one}
                label={t(one)}
                aria-pressed={one === mode}
                className={one === mode ? 'btn-chosen' : ''}
                icon={<Icon size={16} strokeWidth={1.75} />}
                onClick={() => onMode(one)}
              />
            )
          })}
        </fieldset>
      ) : null}
    </div>
  )
}
