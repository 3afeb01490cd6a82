import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Direction } from '../graph/direction.ts'
import { type FocusStep, focusStep } from '../graph/focus-step.ts'
import '../graph/graph.css'
import './canvas.css'
import type { Extent } from './camera.ts'
import type { DragMode } from './canvas-gestures.ts'
import { type CanvasPicture, kindOf } from './canvas-picture.ts'
import { createNetworkCanvas, type NetworkCanvasControl, type Place } from './create-network-canvas.ts'
import type { Emphasis } from './emphasis.ts'
import { markTowards } from './mark-towards.ts'
import { marksSetOff } from './marks-set-off.ts'
import type { Outline } from './outline.ts'

export interface NetworkCanvasProps {
  picture: CanvasPicture
  emphasis: Emphasis
  extent: Extent
  /** Number of the mark that is chosen or that the keyboard stands on; −1 = none. */
  chosen: number
  /** What the picture shows, in one sentence. */
  label: string
  mode: DragMode
  place: Place | null
  onPlace: (place: Place) => void
  /** A mark, or the bare plane. `extend`: with Shift. */
  onTap: (mark: number, extend: boolean) => void
  /** Where the keyboard has gone. */
  onStand: (mark: number) => void
  /** Enter on a closed group. */
  onOpen: (mark: number) => void
  /** The name of something open was tapped: its number in `groups`. */
  onClose: (group: number) => void
  onHold: (mark: number) => void
  onOutline: (outline: Outline, extend: boolean) => void
  onFocus: (step: FocusStep) => void
  /** Space: into the selection, or out of it. */
  onToggle: (mark: number) => void
  onEscape: () => void
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const PAN_STEP = 80
const PANS: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [PAN_STEP, 0],
  right: [-PAN_STEP, 0],
  up: [0, PAN_STEP],
  down: [0, -PAN_STEP],
}

/** A large network on its canvas, with the keys and buttons that move about in it. What it shows is listed beside it. */
export function NetworkCanvas(props: NetworkCanvasProps) {
  const { picture, emphasis, chosen, extent, label, mode } = props
  const t = useTranslations('graph')
  const hintId = useId()
  const container = useRef<HTMLDivElement>(null)
  const canvas = useRef<NetworkCanvasControl | null>(null)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    if (!container.current) return
    const created = createNetworkCanvas(container.current, {
      mode: () => latest.current.mode,
      place: latest.current.place,
      onPlace: (place) => latest.current.onPlace(place),
      onTap: (hit, extend) => {
        if (hit && 'caption' in hit) latest.current.onClose(hit.caption)
        else latest.current.onTap(hit ? hit.mark : -1, extend)
      },
      onHold: (mark) => latest.current.onHold(mark),
      onOutline: (outline, extend) => latest.current.onOutline(outline, extend),
    })
    canvas.current = created
    return () => {
      canvas.current = null
      created.end()
    }
  }, [])

  useEffect(() => {
    canvas.current?.show({ picture, emphasis, chosen, extent })
  }, [picture, emphasis, chosen, extent])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!pressed(event, props, canvas.current)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="graph">
      <div
        className="graph-keys"
        role="application"
        aria-label={label}
        aria-describedby={hintId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region takes the arrow keys itself
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div
          ref={container}
          className="graph-canvas network-canvas"
          data-mode={mode}
          data-marks={picture.marks.count}
          aria-hidden="true"
        />
      </div>
      <p id={hintId} className="visually-hidden">
        {t('canvasKeys')}
      </p>
      <div className="graph-buttons">
        <IconButton
          label={t('zoomIn')}
          icon={<ZoomIn size={16} strokeWidth={1.75} />}
          onClick={() => canvas.current?.zoomBy(1.4)}
        />
        <IconButton
          label={t('zoomOut')}
          icon={<ZoomOut size={16} strokeWidth={1.75} />}
          onClick={() => canvas.current?.zoomBy(1 / 1.4)}
        />
        <IconButton
          label={t('fit')}
          icon={<Maximize size={16} strokeWidth={1.75} />}
          onClick={() => canvas.current?.fitView()}
        />
      </div>
    </div>
  )
}

/** What a key does; false where it does nothing here. */
function pressed(
  event: KeyboardEvent,
  props: NetworkCanvasProps,
  canvas: NetworkCanvasControl | null,
): boolean {
  const { picture, chosen, emphasis } = props
  const { key } = event
  const direction = ARROWS[key]
  if (direction && event.shiftKey) {
    canvas?.panBy(...PANS[direction])
    return true
  }
  if (direction) {
    const next = markTowards(picture, chosen, direction, marksSetOff(picture, emphasis).pale)
    if (next >= 0) {
      props.onStand(next)
      canvas?.reveal(next)
    }
    return true
  }
  if (key === 'Escape') {
    props.onEscape()
    return true
  }
  if (chosen >= 0 && key === 'Enter' && kindOf(picture, chosen) !== 'actor') {
    props.onOpen(chosen)
    return true
  }
  if (chosen >= 0 && key === ' ') {
    props.onToggle(chosen)
    return true
  }
  const step = focusStep(key)
  if (step !== null) props.onFocus(step)
  return step !== null
}
