import type { Core } from 'cytoscape'
import { type GraphPicture, ringRoom, shortened } from './graph-picture.ts'
import { LABEL_SIZE } from './graph-style.ts'
import { ALWAYS, type LabelCandidate, placeLabels, REQUIRED } from './label-placement.ts'
import type { SceneNode } from './scene.ts'

/** So many partners are named even where their names cover other marks. */
const FEW = 14
/** Closed sectors are named before single actors. */
const COLLECTIVE = 1000
/** Many a name finds no room: so many times as many are tried as are to be read at once. */
const TRIED = 3

const pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
const widths = new Map<string, number>()
// Once a font has come, texts are as wide as it draws them.
if (typeof document !== 'undefined') document.fonts?.addEventListener('loadingdone', () => widths.clear())

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

function priorityOf(node: SceneNode, chosen: string | null, partners: ReadonlySet<string>): number {
  if (node.key === chosen) return ALWAYS
  if (partners.has(node.key)) return (partners.size <= FEW ? REQUIRED : 0) + node.r
  return node.kind === 'actor' ? node.r : COLLECTIVE + node.count
}

/** Names the chosen node and its partners; without a choice the busiest; close up, all that have room. */
export function drawLabels(cy: Core, { scene, chosen, kept, words }: GraphPicture, markScale: number): void {
  const partners = new Set<string>()
  for (const tie of scene.ties) {
    if (tie.faded) continue
    if (tie.from === chosen) partners.add(tie.to)
    if (tie.to === chosen) partners.add(tie.from)
  }
  // Who a short answer keeps is named like partners: a path, or what would come off.
  if (kept && kept.size <= FEW) for (const key of kept) if (key !== chosen) partners.add(key)
  const candidates = scene.nodes.flatMap((node): LabelCandidate[] => {
    const element = cy.getElementById(node.key)
    if (node.faded || node.label === '' || element.empty() || (kept && !kept.has(node.key))) return []
    const { x, y } = element.renderedPosition()
    const bold = node.key === chosen || node.kind === 'group'
    return [
      {
        key: node.key,
        x,
        y,
        r: (node.r + ringRoom(node, node.key === chosen)) * markScale,
        width: textWidth(shortened(node.label), bold),
        priority: priorityOf(node, chosen, partners),
      },
    ]
  })
  const drawnBeneath = new Set(scene.nodes.filter((node) => node.beneath).map(({ key }) => key))
  const [zoom, pan] = [cy.zoom(), cy.pan()]
  const blocked = words.map(({ x, y, width, height }) => ({
    left: x * zoom + pan.x,
    right: (x + width) * zoom + pan.x,
    top: y * zoom + pan.y,
    bottom: (y + height) * zoom + pan.y,
  }))
  const close = cy.zoom() > 1.7
  const quiet = chosen !== null && !close
  const most = close ? 60 : quiet ? 40 : 16
  const named = new Set(
    candidates
      .filter(({ key }) => !drawnBeneath.has(key))
      .filter(({ key, priority }) => !quiet || key === chosen || partners.has(key) || priority >= COLLECTIVE)
      .sort((a, b) => b.priority - a.priority)
      .slice(0, TRIED * most)
      .map(({ key }) => key),
  )
  const placed = placeLabels(candidates, { width: cy.width(), height: cy.height() }, named, blocked, most)
  cy.batch(() => {
    for (const { key } of scene.nodes) {
      const element = cy.getElementById(key)
      const place = placed.get(key)
      if (place) element.data({ labelSide: place.side, labelShift: place.shift })
      else element.removeData('labelSide')
    }
  })
}
