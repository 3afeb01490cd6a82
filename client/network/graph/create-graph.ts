import cytoscape, { type Core, type ElementDefinition } from 'cytoscape'
import { CANVAS_SHAPE, graphStyle, LABEL_SIZE } from './graph-style.ts'
import { type GraphTheme, readTheme, watchTheme } from './graph-theme.ts'
import { ALWAYS, type LabelCandidate, placeLabels, REQUIRED } from './label-placement.ts'
import { markImage } from './mark-image.ts'
import { PICTURE_SCALE, type Scene, type SceneNode } from './scene.ts'

export interface GraphCaption {
  key: string
  x: number
  y: number
  text: string
}

/** What the canvas shows. */
export interface GraphPicture {
  scene: Scene
  captions: readonly GraphCaption[]
  /** Key of the node that is chosen, or that the keyboard stands on. */
  chosen: string | null
  /** Keys that a focus keeps; everything else fades. Null = no focus. */
  kept: ReadonlySet<string> | null
  /** What fills the view: the plane of the layout, the same on every date, or what is drawn. */
  extent: 'layout' | 'content'
}

export interface GraphOptions {
  /** The plane that fills the canvas, when another picture fixes it: then neither pan nor zoom. */
  plane: { width: number; height: number } | null
  onTap: (key: string | null) => void
}

export interface Graph {
  show: (picture: GraphPicture) => void
  fitView: () => void
  zoomBy: (factor: number) => void
  /** Brings a node into view when it is outside. */
  reveal: (key: string) => void
  end: () => void
}

const PADDING = 28
const NARROW = 480
/** So many partners are named even where their names cover other marks. */
const FEW = 14
/** Longer names are cut on the canvas; beside it they are whole. */
const LONGEST_LABEL = 34
/** Code letters only where they can be read. */
const CODE_FROM = 8.5

/**
 * The one place that speaks to cytoscape. It never lays anything out: positions are given, updates move only what has
 * moved, and the view stays where the reader left it.
 */
export function createGraph(container: HTMLElement, { plane, onTap }: GraphOptions): Graph {
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
    labelTimer = window.setTimeout(() => shown && label(cy, shown, onScreen()), 60)
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
  cy.on('tap', (event) => onTap(event.target === cy ? null : (event.target.id() as string)))
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
    if (shown) draw(cy, shown, theme, false)
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
      draw(cy, picture, theme, !first && !opened)
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

/** Adds, changes and removes what differs; moves what has a new place. */
function draw(cy: Core, picture: GraphPicture, theme: GraphTheme, animate: boolean): void {
  const { scene, captions, chosen, kept } = picture
  const wanted = new Set<string>()
  const fades = (key: string, faded: boolean) => faded || (kept !== null && !kept.has(key))
  cy.batch(() => {
    for (const node of scene.nodes) {
      wanted.add(node.key)
      const isChosen = node.key === chosen
      const data = nodeData(node, theme, isChosen)
      const classes = [
        node.kind,
        node.mark,
        isChosen ? 'chosen' : '',
        fades(node.key, node.faded) ? 'faded' : '',
      ]
      put(
        cy,
        { group: 'nodes', data, position: { x: node.x, y: node.y }, classes },
        animate ? theme.duration : 0,
      )
    }
    for (const { key, x, y, text } of captions) {
      wanted.add(key)
      put(
        cy,
        {
          group: 'nodes',
          data: { ...CAPTION, id: key, label: text },
          position: { x, y },
          classes: ['caption'],
        },
        0,
      )
    }
    for (const tie of scene.ties) {
      wanted.add(tie.key)
      const own = tie.from === chosen || tie.to === chosen
      const faded = tie.faded || (kept !== null && !(kept.has(tie.from) && kept.has(tie.to)))
      const classes = [
        tie.line,
        tie.cross ? 'cross' : '',
        own && !faded ? 'chosen' : '',
        faded ? 'faded' : '',
      ]
      const data = { id: tie.key, source: tie.from, target: tie.to, width: tie.width }
      put(cy, { group: 'edges', data, classes }, 0)
    }
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
  })
}

const CAPTION = { r: 1, shape: 'circle', canvasShape: 'ellipse', fill: 'transparent', outline: 'transparent' }

function nodeData(node: SceneNode, theme: GraphTheme, chosen: boolean): Record<string, unknown> {
  const colour = node.look.group ?? 'none'
  const unasked = node.mark === 'unasked'
  const image = markImage(
    {
      r: node.r,
      colour,
      code: node.kind === 'group' && node.r >= CODE_FROM ? node.look.code : null,
      ring: node.mark === 'unlinked' ? 'unlinked' : (node.level ?? 'none'),
      chosen,
      unasked,
    },
    theme,
  )
  return {
    id: node.key,
    label: shortened(node.label),
    r: node.r,
    shape: node.look.shape,
    canvasShape: CANVAS_SHAPE[node.look.shape],
    fill: theme.fill[colour],
    outline: theme.line[colour],
    image: image ?? undefined,
    rings: ringRoom(node, chosen),
  }
}

/** How far the rings of a mark reach beyond it, px. */
function ringRoom({ mark, level }: SceneNode, chosen: boolean): number {
  const ring = mark === 'unlinked' ? 4 : level === undefined || level === 'insufficient-data' ? 1 : 6
  return Math.max(chosen ? 7 : 0, level === 'bridging' ? 9 : ring)
}

type Put = ElementDefinition & { classes: string[] }

function put(cy: Core, { classes, ...element }: Put, duration: number): void {
  const known = cy.getElementById(element.data.id!)
  const names = classes.filter(Boolean)
  if (known.empty()) {
    cy.add({ ...element, classes: names })
    return
  }
  if (!('image' in element.data) || element.data['image'] === undefined) known.removeData('image')
  known.data(element.data)
  known.classes(names)
  if (!element.position) return
  const before = known.position()
  if (Math.hypot(before.x - element.position.x, before.y - element.position.y) < 0.5) return
  known.stop()
  if (duration > 0) known.animate({ position: element.position, duration, easing: 'ease-out' })
  else known.position(element.position)
}

const shortened = (name: string) =>
  name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : name

const pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
const widths = new Map<string, number>()

function textWidth(text: string, bold: boolean): number {
  const key = `${bold ? 'b' : 'r'}${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (pen)
    pen.font = `${bold ? `600 13px` : `400 ${LABEL_SIZE}px`} ${getComputedStyle(document.body).fontFamily}`
  const width = pen?.measureText(text).width ?? text.length * 6
  widths.set(key, width)
  return width
}

/** Names the chosen node and its partners; without a choice the busiest; close up, all that have room. */
function label(cy: Core, { scene, chosen, kept }: GraphPicture, markScale: number): void {
  const partners = new Set<string>()
  for (const tie of scene.ties) {
    if (tie.faded) continue
    if (tie.from === chosen) partners.add(tie.to)
    if (tie.to === chosen) partners.add(tie.from)
  }
  const candidates = scene.nodes.flatMap((node): LabelCandidate[] => {
    const element = cy.getElementById(node.key)
    if (node.faded || element.empty() || (kept && !kept.has(node.key))) return []
    const { x, y } = element.renderedPosition()
    const bold = node.key === chosen || node.kind === 'group'
    const priority =
      node.key === chosen
        ? ALWAYS
        : partners.has(node.key)
          ? (partners.size <= FEW ? REQUIRED : 0) + node.r
          : node.kind === 'actor'
            ? node.r
            : 1000 + node.count
    return [
      {
        key: node.key,
        x,
        y,
        r: (node.r + ringRoom(node, node.key === chosen)) * markScale,
        width: textWidth(shortened(node.label), bold),
        priority,
      },
    ]
  })
  const close = cy.zoom() > 1.7
  const quiet = chosen !== null && !close
  const named = new Set(
    candidates
      .filter(({ key, priority }) => !quiet || key === chosen || partners.has(key) || priority >= 1000)
      .sort((a, b) => b.priority - a.priority)
      .slice(0, close ? 60 : quiet ? 40 : 16)
      .map(({ key }) => key),
  )
  const placed = placeLabels(candidates, { width: cy.width(), height: cy.height() }, named)
  cy.batch(() => {
    for (const { key } of scene.nodes) {
      const element = cy.getElementById(key)
      const place = placed.get(key)
      if (place) element.data({ labelSide: place.side, labelShift: place.shift })
      else element.removeData('labelSide')
    }
  })
}
