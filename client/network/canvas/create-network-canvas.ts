import { watchTheme } from '../graph/graph-theme.ts'
import { type Camera, cameraFitting, type Extent, toModel, zoomedAt } from './camera.ts'
import { type DragMode, watchGestures } from './canvas-gestures.ts'
import { createLayers } from './canvas-layers.ts'
import type { CanvasPicture } from './canvas-picture.ts'
import { readCanvasTheme } from './canvas-theme.ts'
import type { Emphasis } from './emphasis.ts'
import { createMarkGrid, type MarkGrid } from './mark-grid.ts'
import { createMarkSprites } from './mark-sprites.ts'
import { type MarksSetOff, marksSetOff, tiesAt } from './marks-set-off.ts'
import type { Outline } from './outline.ts'
import { createPainter } from './painter.ts'
import { radiusOnScreen } from './view-of-marks.ts'

export interface CanvasView {
  picture: CanvasPicture
  emphasis: Emphasis
  /** Number of the chosen mark; −1 = none. */
  chosen: number
  /** What the whole view holds, whatever is open. */
  extent: Extent
}

/** What lies under a tap. */
export type Hit = { mark: number } | { caption: number } | null

export interface CanvasOptions {
  mode: () => DragMode
  /** Where to look first; null = at everything. */
  place: Place | null
  onTap: (hit: Hit, extend: boolean) => void
  onHold: (mark: number) => void
  onOutline: (outline: Outline, extend: boolean) => void
  onPlace: (place: Place) => void
}

/** Middle of the view, and how much of the plane its narrower side spans: the same on every screen. */
export interface Place {
  x: number
  y: number
  span: number
}

export interface NetworkCanvasControl {
  show: (view: CanvasView) => void
  fitView: () => void
  zoomBy: (factor: number) => void
  panBy: (dx: number, dy: number) => void
  /** Brings a mark into view when it is outside. */
  reveal: (mark: number) => void
  /** Whether all ties are painted: they come in parts. */
  isComplete: () => boolean
  end: () => void
}

const PADDING = { wide: 28, narrow: 10 }
const NARROW = 480
const PICK_SLACK = 6

/**
 * The picture of a large network on plain 2D canvases. It lays nothing out: positions are given, and the view stays where
 * the reader left it.
 */
export function createNetworkCanvas(container: HTMLElement, options: CanvasOptions): NetworkCanvasControl {
  const layers = createLayers(container)
  layers.resize()
  let theme = readCanvasTheme()
  let sprites = createMarkSprites(layers.ratio)
  let camera: Camera = { zoom: 1, x: 0, y: 0 }
  let shown: (CanvasView & { grid: MarkGrid; setOff: MarksSetOff }) | null = null
  let touched = options.place !== null
  let placeTimer = 0
  const painter = createPainter(layers, () =>
    shown ? { ...shown, camera, theme, sprites, mode: options.mode() } : null,
  )

  const look = (next: Camera, moving: boolean) => {
    camera = next
    painter.base(moving)
    if (!moving) return
    touched = true
    clearTimeout(placeTimer)
    placeTimer = window.setTimeout(() => options.onPlace(placeOf(camera, layers)), 400)
  }
  const fitView = () => {
    const padding = layers.width < NARROW ? PADDING.narrow : PADDING.wide
    if (shown) look(cameraFitting(shown.extent, layers, padding), false)
  }
  const markAt = (at: { x: number; y: number }): number => {
    if (!shown) return -1
    const { picture, setOff, grid } = shown
    const model = toModel(camera, at)
    const { faded } = picture.marks
    return grid.nearest(model.x, model.y, PICK_SLACK / camera.zoom, (mark) =>
      faded[mark] || setOff.pale?.[mark] ? -1e9 : radiusOnScreen(picture, mark, camera) / camera.zoom,
    )
  }
  const hitAt = (at: { x: number; y: number }): Hit => {
    const mark = markAt(at)
    if (mark >= 0) return { mark }
    const caption = painter.captionAt(at)
    return caption === null ? null : { caption }
  }

  const endGestures = watchGestures(container, {
    mode: options.mode,
    move: (dx, dy) => look({ ...camera, x: camera.x + dx, y: camera.y + dy }, true),
    zoom: (factor, at) => look(zoomedAt(camera, factor, at), true),
    tap: (at, extend) => options.onTap(hitAt(at), extend),
    hold: (at) => {
      const mark = markAt(at)
      if (mark >= 0) options.onHold(mark)
    },
    hover: (at) => {
      const hovered = at ? markAt(at) : -1
      container.dataset['pointing'] =
        hovered >= 0 || (at && painter.captionAt(at) !== null) ? 'true' : 'false'
      painter.hover(hovered)
    },
    outline: (points) => painter.outline(points),
    outlined: (points, extend) => {
      painter.outline([])
      if (points) options.onOutline(onModel(points, camera), extend)
    },
  })
  const stopTheme = watchTheme(() => {
    theme = readCanvasTheme()
    sprites.clear()
    painter.base(false)
  })
  const resize = new ResizeObserver(() => {
    const { width, height, ratio } = layers
    if (!layers.resize()) return
    if (layers.ratio !== ratio) sprites = createMarkSprites(layers.ratio)
    if (touched)
      look(
        { ...camera, x: camera.x + (layers.width - width) / 2, y: camera.y + (layers.height - height) / 2 },
        false,
      )
    else fitView()
  })
  resize.observe(container)

  return {
    show(view) {
      const first = shown === null
      const same = shown?.picture === view.picture
      const grid = same && shown ? shown.grid : gridOf(view.picture)
      shown = { ...view, grid, setOff: marksSetOff(view.picture, view.emphasis) }
      painter.choose(tiesAt(view.picture, view.chosen))
      if (!first) painter.base(false)
      else if (options.place) look(cameraAt(options.place, layers), false)
      else fitView()
    },
    fitView() {
      fitView()
      touched = false
    },
    zoomBy: (factor) => look(zoomedAt(camera, factor, { x: layers.width / 2, y: layers.height / 2 }), true),
    panBy: (dx, dy) => look({ ...camera, x: camera.x + dx, y: camera.y + dy }, true),
    reveal(mark) {
      if (!shown || mark < 0) return
      const x = shown.picture.marks.x[mark]! * camera.zoom + camera.x
      const y = shown.picture.marks.y[mark]! * camera.zoom + camera.y
      const inside = x > 24 && y > 24 && x < layers.width - 24 && y < layers.height - 24
      if (!inside)
        look({ ...camera, x: camera.x + layers.width / 2 - x, y: camera.y + layers.height / 2 - y }, true)
    },
    isComplete: painter.isComplete,
    end() {
      clearTimeout(placeTimer)
      endGestures()
      stopTheme()
      resize.disconnect()
      painter.end()
      layers.end()
    },
  }
}

const gridOf = ({ marks }: CanvasPicture) => createMarkGrid(marks.x, marks.y, marks.count)

const onModel = (points: readonly number[], { zoom, x, y }: Camera): Outline =>
  points.map((value, at) => (value - (at % 2 === 0 ? x : y)) / zoom)

function placeOf(camera: Camera, view: { width: number; height: number }): Place {
  const middle = toModel(camera, { x: view.width / 2, y: view.height / 2 })
  return { ...middle, span: Math.min(view.width, view.height) / camera.zoom }
}

/** The view that has a place in its middle, as near as it was. */
export function cameraAt({ x, y, span }: Place, view: { width: number; height: number }): Camera {
  const zoom = Math.min(view.width, view.height) / Math.max(1, span)
  return { zoom, x: view.width / 2 - zoom * x, y: view.height / 2 - zoom * y }
}
