import cytoscape, { type Core } from 'cytoscape'
import { drawLabels } from './draw-labels.ts'
import { drawPicture } from './draw-picture.ts'
import type { GraphPicture } from './graph-picture.ts'
import { graphStyle } from './graph-style.ts'
import { readTheme, watchTheme } from './graph-theme.ts'
import { PICTURE_SCALE, type Scene } from './scene.ts'

export interface GraphOptions {
  /** The plane that fills the canvas, when another picture fixes it: then neither pan nor zoom. */
  plane: { width: number; height: number } | null
  /** `extend`: with Shift. */
  onTap: (key: string | null, extend: boolean) => void
  /** Pressed for half a second. */
  onHold?: (key: string) => void
}

export interface PlaneBox {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface Graph {
  show: (picture: GraphPicture) => void
  fitView: () => void
  zoomBy: (factor: number) => void
  /** Brings a node into view when it is outside. */
  reveal: (key: string) => void
  /** The part of the plane that is in view, in the units of the scene. */
  inView: () => PlaneBox
  /** Corners on screen, in the coordinates of the scene: x and y, one after the other. */
  onScene: (corners: readonly number[]) => readonly number[]
  end: () => void
}

const PADDING = 28
const NARROW = 480

/**
 * The one place that speaks to cytoscape. It never lays anything out: positions are given, updates move only what has
 * moved, and the view stays where the reader left it.
 */
export function createGraph(container: HTMLElement, { plane, onTap, onHold }: GraphOptions): Graph {
  let theme = readTheme()
  let shown: GraphPicture | null = null
  let touched = false
  let fitted = { width: 0, height: 0 }
  let labelTimer = 0
  let styleFrame = 0

  const cy = cytoscape({
    container,
    layout: { name: 'preset' },
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    userPanningEnabled: plane === null,
    userZoomingEnabled: plane === null,
    minZoom: 0.15,
    maxZoom: 8,
    style: [],
  })
  // Marks grow with the square root of the zoom: closer shows more room between them, not only larger marks.
  const onScreen = () => (plane ? cy.zoom() : Math.min(2.2, Math.max(0.6, Math.sqrt(cy.zoom()))))
  const restyle = () =>
    cy.style(
      graphStyle(
        theme,
        () => onScreen() / cy.zoom(),
        () => 1 / cy.zoom(),
      ),
    )
  const labelsSoon = () => {
    clearTimeout(labelTimer)
    labelTimer = window.setTimeout(() => shown && drawLabels(cy, shown, onScreen()), 60)
  }
  const rescale = () => {
    cancelAnimationFrame(styleFrame)
    styleFrame = requestAnimationFrame(() => {
      cy.style().update()
      labelsSoon()
    })
  }
  const fitView = () => {
    if (plane) {
      const zoom = Math.min(container.clientWidth / plane.width, container.clientHeight / plane.height) || 1
      cy.viewport({
        zoom,
        pan: {
          x: (container.clientWidth - plane.width * zoom) / 2,
          y: (container.clientHeight - plane.height * zoom) / 2,
        },
      })
    } else fitWithin(cy, container.clientWidth < NARROW ? 12 : PADDING, shown?.extent ?? 'layout')
    fitted = { width: container.clientWidth, height: container.clientHeight }
    rescale()
  }

  restyle()
  cy.on('zoom', rescale)
  cy.on('pan', labelsSoon)
  cy.on('tap', (event) =>
    onTap(
      event.target === cy ? null : (event.target.id() as string),
      (event.originalEvent as MouseEvent | undefined)?.shiftKey ?? false,
    ),
  )
  cy.on('taphold', 'node', (event) => onHold?.(event.target.id() as string))
  cy.on('mouseover mouseout', 'node', (event) => {
    container.style.cursor = event.type === 'mouseover' ? 'pointer' : ''
  })
  for (const type of ['wheel', 'pointerdown'] as const)
    container.addEventListener(
      type,
      () => {
        touched = true
      },
      { passive: true },
    )
  const stopTheme = watchTheme(() => {
    theme = readTheme()
    restyle()
    if (shown) drawPicture(cy, shown, theme, false)
    labelsSoon()
  })
  const resize = new ResizeObserver(() => {
    cy.resize()
    // A tray that grows by a line is no reason to move the picture.
    const height = container.clientHeight
    const little =
      container.clientWidth === fitted.width && Math.abs(height - fitted.height) < 0.2 * fitted.height
    if (plane || (!touched && !little)) fitView()
    labelsSoon()
  })
  resize.observe(container)

  return {
    show(picture) {
      const first = shown === null || cy.nodes().empty()
      const opened = shown !== null && openedIn(shown.scene) !== openedIn(picture.scene)
      shown = picture
      drawPicture(cy, picture, theme, !first && !opened)
      if (first || (opened && !touched)) fitView()
      labelsSoon()
    },
    fitView() {
      touched = false
      fitView()
    },
    zoomBy(factor) {
      touched = true
      cy.zoom({
        level: cy.zoom() * factor,
        renderedPosition: { x: container.clientWidth / 2, y: container.clientHeight / 2 },
      })
    },
    reveal(key) {
      const node = cy.getElementById(key)
      if (node.empty() || plane) return
      const { x, y } = node.renderedPosition()
      const inside = x > 24 && y > 24 && x < container.clientWidth - 24 && y < container.clientHeight - 24
      if (!inside) cy.center(node)
    },
    inView: () => cy.extent(),
    onScene(corners) {
      const [pan, zoom] = [cy.pan(), cy.zoom()]
      return corners.map((value, at) => (value - (at % 2 === 0 ? pan.x : pan.y)) / zoom)
    },
    end() {
      clearTimeout(labelTimer)
      cancelAnimationFrame(styleFrame)
      stopTheme()
      resize.disconnect()
      cy.destroy()
    },
  }
}

const LAYOUT_HALF = [900 * PICTURE_SCALE, 650 * PICTURE_SCALE] as const
const CLOSEST_FIT = 1.8

/** The extent of the layout, so that two dates are seen at one scale and place; more where a picture needs more. */
function fitWithin(cy: Core, padding: number, extent: GraphPicture['extent']): void {
  const box = cy.elements().boundingBox({ includeLabels: extent === 'content' })
  const [halfWidth, halfHeight] = extent === 'layout' ? LAYOUT_HALF : [-Infinity, -Infinity]
  const [x1, x2] = [Math.min(box.x1, -halfWidth), Math.max(box.x2, halfWidth)]
  const [y1, y2] = [Math.min(box.y1, -halfHeight), Math.max(box.y2, halfHeight)]
  const room = Math.min((cy.width() - 2 * padding) / (x2 - x1), (cy.height() - 2 * padding) / (y2 - y1))
  const zoom = Math.min(CLOSEST_FIT, room)
  if (!(zoom > 0)) return
  cy.viewport({
    zoom,
    pan: { x: cy.width() / 2 - (zoom * (x1 + x2)) / 2, y: cy.height() / 2 - (zoom * (y1 + y2)) / 2 },
  })
}

/** Which groups are open: opening one makes room, and the view takes it in. */
const openedIn = ({ nodes }: Scene): string =>
  nodes
    .filter(({ kind }) => kind === 'group')
    .map(({ key }) => key)
    .join(' ')
