import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/IconButton.tsx'
import type { DragMode } from '../canvas/canvas-gestures.ts'
import { OutlineLayer } from '../canvas/OutlineLayer.tsx'
import './graph.css'
import { createGraph, type Graph, type PlaneBox } from './create-graph.ts'
import { type Direction, nodeTowards } from './direction.ts'
import { type FocusStep, focusStep } from './focus-step.ts'
import type { GraphCaption, WordBox } from './graph-picture.ts'
import type { Scene } from './scene.ts'

interface NetworkGraphProps {
  scene: Scene
  captions?: readonly GraphCaption[]
  /** Words of a picture beneath. */
  words?: readonly WordBox[]
  /** Key of the chosen node. */
  chosen: string | null
  kept?: ReadonlySet<string> | null
  /** What the picture shows, in one sentence. */
  label: string
  plane?: { width: number; height: number } | null
  extent?: 'layout' | 'content'
  /** Told how to ask which part of the plane is in view. */
  inView?: RefObject<(() => PlaneBox) | null> | undefined
  /** Keys of picked nodes and of marked ties. */
  marked?: ReadonlySet<string>
  /** What dragging does. */
  mode?: DragMode
  /** `extend`: with Shift. */
  onChoose: (key: string | null, extend?: boolean) => void
  onHold?: (key: string) => void
  /** An outline in the coordinates of the scene. */
  onOutline?: (outline: readonly number[], extend: boolean) => void
  /** Space: into the selection, or out of it. */
  onToggle?: (key: string) => void
  /** Enter, or a tap, on a closed group or on the rest of an opened one. */
  onOpen?: (key: string) => void
  onFocus?: (step: FocusStep) => void
  onEscape?: () => void
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const NOTHING: readonly never[] = []

/** The graph on its canvas, with the keys and buttons that move about in it. What it shows is listed beside it. */
export function NetworkGraph(props: NetworkGraphProps) {
  const {
    scene,
    captions = NOTHING,
    words = NOTHING,
    chosen,
    kept = null,
    label,
    plane = null,
    extent = 'layout',
    inView,
    marked,
    mode = 'move',
    onChoose,
    onOpen,
    onOutline,
  } = props
  const t = useTranslations('graph')
  const hintId = useId()
  const container = useRef<HTMLDivElement>(null)
  const graph = useRef<Graph | null>(null)
  const tap = useRef<(key: string | null, extend: boolean) => void>(() => {})
  const hold = useRef(props.onHold)
  hold.current = props.onHold
  tap.current = (key, extend) => {
    const node = key === null ? undefined : scene.nodes.find((one) => one.key === key)
    if (node && node.kind !== 'actor' && onOpen) onOpen(node.key)
    else onChoose(node?.key ?? null, extend)
  }

  const [width, height] = [plane?.width ?? 0, plane?.height ?? 0]
  useEffect(() => {
    if (!container.current) return
    const created = createGraph(container.current, {
      plane: width > 0 ? { width, height } : null,
      onTap: (key, extend) => tap.current(key, extend),
      onHold: (key) => hold.current?.(key),
    })
    graph.current = created
    if (inView) inView.current = created.inView
    return () => {
      graph.current = null
      if (inView) inView.current = null
      created.end()
    }
  }, [width, height, inView])

  // `width` and `height`: a graph made anew has to be shown its picture again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    graph.current?.show({ scene, captions, words, chosen, kept, marked, extent })
  }, [scene, captions, words, chosen, kept, marked, extent, width, height])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!pressed(event.key, props, graph.current)) return
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
        <div ref={container} className="graph-canvas" aria-hidden="true" />
        {mode !== 'move' && onOutline ? (
          <OutlineLayer
            mode={mode}
            onOutline={(corners, extend) => onOutline(graph.current?.onScene(corners) ?? [], extend)}
          />
        ) : null}
      </div>
      <p id={hintId} className="visually-hidden">
        {t('keys')}
      </p>
      {plane ? null : (
        <div className="graph-buttons">
          <IconButton
            label={t('zoomIn')}
            icon={<ZoomIn size={16} strokeWidth={1.75} />}
            onClick={() => graph.current?.zoomBy(1.4)}
          />
          <IconButton
            label={t('zoomOut')}
            icon={<ZoomOut size={16} strokeWidth={1.75} />}
            onClick={() => graph.current?.zoomBy(1 / 1.4)}
          />
          <IconButton
            label={t('fit')}
            icon={<Maximize size={16} strokeWidth={1.75} />}
            onClick={() => graph.current?.fitView()}
          />
        </div>
      )}
    </div>
  )
}

/** What a key does; false where it does nothing here. */
function pressed(key: string, props: NetworkGraphProps, graph: Graph | null): boolean {
  const { scene, chosen, onChoose, onOpen, onFocus, onEscape } = props
  const direction = ARROWS[key]
  if (direction) {
    const next = nodeTowards(scene, chosen ?? '', direction)
    if (next) {
      onChoose(next.key)
      graph?.reveal(next.key)
    }
    return true
  }
  const node = scene.nodes.find((one) => one.key === chosen)
  if (key === ' ' && node?.kind === 'actor' && props.onToggle) {
    props.onToggle(node.key)
    return true
  }
  if ((key === 'Enter' || key === ' ') && node && node.kind !== 'actor' && onOpen) {
    onOpen(node.key)
    return true
  }
  if (key === 'Escape' && onEscape) {
    onEscape()
    return true
  }
  if (!onFocus) return false
  const step = focusStep(key)
  if (step !== null) onFocus(step)
  return step !== null
}
