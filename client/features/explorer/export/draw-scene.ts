import type { PlaneBox } from '../../../network/graph/create-graph.ts'
import { type GraphCaption, ringRoom, shortened } from '../../../network/graph/graph-picture.ts'
import type { GraphTheme } from '../../../network/graph/graph-theme.ts'
import {
  type Box,
  type LabelCandidate,
  type LabelPlace,
  placeLabels,
  REQUIRED,
} from '../../../network/graph/label-placement.ts'
import { LINE_STYLE } from '../../../network/graph/line-style.ts'
import { IMAGE_MARGIN, markOverlay } from '../../../network/graph/mark-image.ts'
import type { MarkLook, Scene, SceneNode, SceneTie } from '../../../network/graph/scene.ts'
import { shapePath } from '../../../network/sector-shape.ts'
import type { Frame, PictureBody } from './picture-content.ts'
import { type MeasureText, number, svgText } from './svg-text.ts'

const LABEL_SIZE = 11.5
const LINE = 14
const CODE_FROM = 8.5
/** Letters of a class stand within a mark from this radius on, px, else beside it. */
const CODE_WITHIN = 7
const MOST_LABELS = 40
const FADED = 0.1

/** All that a scene takes up, with room for names at its edge. */
function extentOfScene({ nodes }: Scene): PlaneBox {
  if (nodes.length === 0) return { x1: -1, y1: -1, x2: 1, y2: 1 }
  const room = 30
  return {
    x1: Math.min(...nodes.map(({ x, r }) => x - r)) - room,
    y1: Math.min(...nodes.map(({ y, r }) => y - r)) - room,
    x2: Math.max(...nodes.map(({ x, r }) => x + r)) + room,
    y2: Math.max(...nodes.map(({ y, r }) => y + r)) + room,
  }
}

export interface DrawnScene {
  scene: Scene
  captions: readonly GraphCaption[]
  chosen: string | null
  kept: ReadonlySet<string> | null
  /** Keys of picked nodes and marked ties. */
  marked: ReadonlySet<string>
  theme: GraphTheme
  coded: boolean
  measure: MeasureText
}

/** The part of the plane in `box`; null = all that is in the scene. */
export function sceneBody(drawn: DrawnScene, box: PlaneBox | null): PictureBody {
  const part = box ?? extentOfScene(drawn.scene)
  return {
    heightAt: (width) => (width * (part.y2 - part.y1)) / (part.x2 - part.x1),
    draw: (frame) => drawScene(drawn, part, frame),
  }
}

/** Ties, marks and names, as large as the frame allows, middle in the middle. */
function drawScene(content: DrawnScene, box: PlaneBox, frame: Frame): string {
  const { scene, theme, chosen, kept, marked } = content
  const zoom = Math.min(frame.width / (box.x2 - box.x1), frame.height / (box.y2 - box.y1))
  // As on screen: closer shows more room between the marks, not only larger marks.
  const scale = Math.min(2.2, Math.max(0.6, Math.sqrt(zoom)))
  const x = (value: number) => frame.width / 2 + (value - (box.x1 + box.x2) / 2) * zoom
  const y = (value: number) => frame.height / 2 + (value - (box.y1 + box.y2) / 2) * zoom
  const placed = new Map(scene.nodes.map((node) => [node.key, { node, x: x(node.x), y: y(node.y) }]))
  const pale = (key: string, faded: boolean) => faded || (kept !== null && !kept.has(key))
  const inFrame = (at: { x: number; y: number }) =>
    at.x > -30 && at.y > -30 && at.x < frame.width + 30 && at.y < frame.height + 30

  const ties = scene.ties.flatMap((tie) => {
    const [from, to] = [placed.get(tie.from), placed.get(tie.to)]
    if (!from || !to) return []
    const faded = tie.faded || (kept !== null && !(kept.has(tie.from) && kept.has(tie.to)))
    const own = !faded && (tie.from === chosen || tie.to === chosen || marked.has(tie.key))
    return `<line x1="${number(from.x)}" y1="${number(from.y)}" x2="${number(to.x)}" y2="${number(to.y)}" ${tieStroke(tie, theme, scale, own, faded)}/>`
  })
  const signs = scene.ties.flatMap((tie) => {
    const [from, to] = [placed.get(tie.from), placed.get(tie.to)]
    const { sign } = LINE_STYLE[tie.line]
    if (!from || !to || !sign || tie.faded) return []
    const style = { size: 12, bold: true, color: theme.ink, anchor: 'middle', halo: theme.paper } as const
    return svgText((from.x + to.x) / 2, (from.y + to.y) / 2 + 4, sign, style)
  })
  const marks = [...placed.values()].filter(inFrame).map(({ node, ...at }) => {
    const mark = drawMark(
      { ...node, chosen: node.key === chosen, picked: marked.has(node.key), coded: content.coded },
      at,
      scale,
      theme,
    )
    return pale(node.key, node.faded) ? `<g opacity="${FADED}">${mark}</g>` : mark
  })
  const captions = content.captions.map((caption) =>
    svgText(x(caption.x), y(caption.y), caption.text, {
      size: LABEL_SIZE,
      color: theme.ink3,
      anchor: 'end',
      halo: theme.paper,
    }),
  )
  const blocked = content.captions.map((caption): Box => {
    const right = x(caption.x)
    const [width, middle] = [content.measure(caption.text, LABEL_SIZE, false), y(caption.y) - RISE]
    return { left: right - width, right, top: middle - LINE / 2, bottom: middle + LINE / 2 }
  })
  const labels = drawLabels(content, [...placed.values()].filter(inFrame), frame, scale, blocked)
  return [...ties, ...signs, ...marks, ...captions, ...labels].join('\n')
}

/** Colour and dash of a line, without its width. */
export function lineStroke(line: SceneTie['line'], theme: GraphTheme, scale: number): string {
  const { colour, dash: parts } = LINE_STYLE[line]
  const dash = parts.map((part) => number(part * scale)).join(' ')
  return `stroke="${theme[colour]}"${dash ? ` stroke-dasharray="${dash}"` : ''}`
}

function tieStroke(tie: SceneTie, theme: GraphTheme, scale: number, own: boolean, faded: boolean): string {
  const width = (own ? Math.max(2.4, tie.width) : tie.width) * scale
  const opacity = faded ? FADED : own ? 1 : LINE_STYLE[tie.line].opacity[tie.cross ? 'cross' : 'within']
  const stroke = own ? `stroke="${theme.grape}"` : lineStroke(tie.line, theme, scale)
  return `${stroke} stroke-width="${number(width)}" stroke-opacity="${opacity}"`
}

type DrawnMark = Pick<SceneNode, 'r' | 'look' | 'mark' | 'ring' | 'kind'> & {
  chosen: boolean
  picked?: boolean
  coded: boolean
}

/** A mark with its rings and letters, its middle at `at`. */
export function drawMark(
  node: DrawnMark,
  at: { x: number; y: number },
  scale: number,
  theme: GraphTheme,
): string {
  const colour = node.look.group ?? 'none'
  const unasked = node.mark === 'unasked'
  const overlay = markOverlay(
    {
      r: node.r,
      colour,
      code: node.kind === 'group' && node.r >= CODE_FROM ? node.look.code : null,
      ring: node.mark === 'unlinked' ? 'unlinked' : (node.ring ?? 'none'),
      chosen: node.chosen,
      picked: node.picked ?? false,
      unasked,
    },
    theme,
  )
  const half = (node.r + IMAGE_MARGIN) * scale
  const above = overlay
    ? `<g transform="translate(${number(at.x - half)} ${number(at.y - half)}) scale(${number(scale)})">${overlay}</g>`
    : ''
  const code = node.coded && node.kind === 'actor' ? classLetters(node, at, node.r * scale, theme) : ''
  if (unasked) return above + code
  const fill = node.kind === 'rest' ? theme.paper : theme.fill[colour]
  const dash = node.kind === 'rest' ? ' stroke-dasharray="3 3"' : ''
  return (
    shapeElement(node.look, at, node.r * scale, `fill="${fill}" stroke="${theme.line[colour]}"${dash}`) +
    above +
    code
  )
}

function classLetters(
  { look, mark }: DrawnMark,
  { x, y }: { x: number; y: number },
  r: number,
  theme: GraphTheme,
): string {
  if (!look.code) return ''
  const style = { size: 7.5, bold: true, color: theme.ink }
  if (r >= CODE_WITHIN)
    return svgText(x, y + 2.6, look.code, {
      ...style,
      anchor: 'middle',
      ...(mark === 'unasked' ? { halo: theme.paper } : {}),
    })
  return svgText(x + r * 0.7 + 1, y - r * 0.7, look.code, { ...style, size: 6.5, halo: theme.paper })
}

function shapeElement(
  { shape }: MarkLook,
  { x, y }: { x: number; y: number },
  r: number,
  paint: string,
): string {
  const path = shapePath(shape, x, y, r)
  return path
    ? `<path d="${path}" stroke-linejoin="round" ${paint}/>`
    : `<circle cx="${number(x)}" cy="${number(y)}" r="${number(r)}" ${paint}/>`
}

interface Placed {
  node: SceneNode
  x: number
  y: number
}

/** The chosen one and its partners first, then the largest; a name that finds no room is left out, as on screen. */
function drawLabels(
  content: DrawnScene,
  placed: readonly Placed[],
  frame: Frame,
  scale: number,
  blocked: readonly Box[],
): string[] {
  const { scene, chosen, kept, theme, measure } = content
  const partners = new Set(
    scene.ties
      .filter(({ faded, from, to }) => !faded && (from === chosen || to === chosen))
      .map(({ from, to }) => (from === chosen ? to : from)),
  )
  const candidates = placed.flatMap(({ node, x, y }): LabelCandidate[] => {
    if (node.faded || node.label === '' || (kept && !kept.has(node.key))) return []
    const own = node.key === chosen
    return [
      {
        key: node.key,
        x,
        y,
        r: (node.r + ringRoom(node, own)) * scale,
        width: measure(shortened(node.label), LABEL_SIZE, own || node.kind === 'group'),
        priority: own
          ? 2 * REQUIRED
          : (partners.has(node.key) ? 1000 : 0) + (node.kind === 'actor' ? node.r : 500 + node.count),
      },
    ]
  })
  const places = placeLabels(candidates, frame, undefined, blocked, MOST_LABELS)
  const at = new Map(candidates.map((candidate) => [candidate.key, candidate]))
  return placed.flatMap(({ node }) => {
    const place = places.get(node.key)
    const candidate = at.get(node.key)
    if (!place || !candidate) return []
    const { x, y, anchor } = textPlace(candidate, place)
    return svgText(x, y, shortened(node.label), {
      size: LABEL_SIZE,
      color: theme.ink,
      bold: node.key === chosen || node.kind === 'group',
      anchor,
      halo: theme.paper,
    })
  })
}

const GAP = 4
const RISE = 4

function textPlace({ x, y, r }: LabelCandidate, { side, shift }: LabelPlace) {
  if (side === 'right') return { x: x + r + GAP, y: y + shift + RISE, anchor: 'start' as const }
  if (side === 'left') return { x: x - r - GAP, y: y + shift + RISE, anchor: 'end' as const }
  return {
    x: x + shift,
    y: side === 'below' ? y + r + GAP + 10 : y - r - GAP - 3,
    anchor: 'middle' as const,
  }
}
