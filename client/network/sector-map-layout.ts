import type { SectorLevel, SectorShape } from '#shared/contract/vocabulary.ts'
import { type Box, boxesOverlap, lengthInside, type Place, placeLabels } from './map-labels.ts'
import { shapeReach } from './sector-shape.ts'

/** One sector to be drawn. */
export interface MapSector {
  id: string
  label: string
  /** Second line of the label: "x dari n". */
  count: string
  level: SectorLevel
  shape: SectorShape
  /** Degrees clockwise from the top; fixed, so that only the distance moves with the date. */
  angle: number
  rho: number | null
  n: number
}

export interface MapPair {
  a: string
  b: string
  observed: number
  expected: number | null
  /** Fewer ties than are told: `observed` is then 1. */
  few?: true | undefined
}

/** The picture's plane: an ellipse on wide screens, a circle on the phone. */
export interface MapFrame {
  width: number
  height: number
  cx: number
  cy: number
  /** Stretch of the horizontal and the vertical radius. */
  fx: number
  fy: number
  /** Radius at rho ≥ 1.3, and how much is added down to rho 0. */
  r0: number
  r1: number
  /** Mark radius of one actor; the area grows with the number. */
  unit: number
  largest: number
  labels: 'all' | 'urgent'
}

export const WIDE_FRAME: MapFrame = {
  width: 580,
  height: 346,
  cx: 290,
  cy: 173,
  fx: 1.42,
  fy: 0.88,
  r0: 84,
  r1: 93,
  unit: 4.3,
  largest: 25.6,
  labels: 'all',
}

export const PHONE_FRAME: MapFrame = {
  width: 358,
  height: 326,
  cx: 179,
  cy: 163,
  fx: 1,
  fy: 1,
  r0: 64,
  r1: 76,
  unit: 3.2,
  largest: 18,
  labels: 'urgent',
}

/** From how many expected ties on a missing one is a gap that was to be filled. */
export const EXPECTED_GAP = 1.5
const FAR = 1.3

export interface MapNode extends MapSector {
  x: number
  y: number
  r: number
  /** Radius of the level ring. */
  ring: number
  urgent: boolean
  place: Place | null
}

export type MapLineKind = 'tie' | 'ghost' | 'ghost-expected' | 'ghost-widest'

export interface MapLine extends MapPair {
  kind: MapLineKind
  x1: number
  y1: number
  x2: number
  y2: number
  width: number
}

export interface MapLeader {
  /** Where the note stands. */
  box: Box
  anchor: 'start' | 'end'
  from: { x: number; y: number }
  to: { x: number; y: number }
}

/** A line of equal distance from "as to be expected", and where its label stands; null where there is no room for it. */
export interface MapContour {
  at: number
  rx: number
  ry: number
  label: { x: number; y: number } | null
}

export interface SectorMapLayout {
  frame: MapFrame
  nodes: MapNode[]
  lines: MapLine[]
  contours: MapContour[]
  leader: MapLeader | null
  most: number
  crowded: boolean
  /** Sectors that a crowd keeps out of the picture; the page lists them. */
  left: readonly MapSector[]
}

const radiusAt = (frame: MapFrame, rho: number): number =>
  frame.r0 + ((FAR - Math.min(Math.max(rho, 0), FAR)) / FAR) * frame.r1

/** Who is drawn of a crowd: the isolated first, then the largest; in the order given. */
function drawnOf(sectors: readonly MapSector[], count: number): MapSector[] {
  const first = [...sectors].sort(
    (a, b) =>
      Number(b.level === 'isolated') - Number(a.level === 'isolated') || b.n - a.n || (a.id < b.id ? -1 : 1),
  )
  const drawn = new Set(first.slice(0, count))
  return sectors.filter((sector) => drawn.has(sector))
}

const ARC_STEPS = 720

/**
 * Room for every mark of a crowd: angles in the order of the stored ones, so that along the ellipse of "as to be expected"
 * each mark has a piece as long as it is wide.
 */
function spreadAround(frame: MapFrame, sectors: readonly MapSector[]): MapSector[] {
  const order = [...sectors].sort((a, b) => a.angle - b.angle || (a.id < b.id ? -1 : 1))
  const unit = unitOf(frame, sectors)
  const room = order.map(
    ({ n, shape }) => 2 * shapeReach(shape, Math.max(4, unit * Math.sqrt(n))) + CROWD_GAP,
  )
  const arc = [0]
  for (let step = 0; step < ARC_STEPS; step++) {
    const turn = ((step + 0.5) * 2 * Math.PI) / ARC_STEPS
    arc.push(arc[step]! + Math.hypot(frame.fx * Math.cos(turn), frame.fy * Math.sin(turn)))
  }
  const scale = arc[ARC_STEPS]! / room.reduce((sum, one) => sum + one, 0)
  // The first stands where it is stored, the others follow from there.
  let along = -(room[0] ?? 0) / 2
  const turned = new Map<string, number>()
  for (const [i, { id }] of order.entries()) {
    const middle = (along + room[i]! / 2) * scale
    along += room[i]!
    turned.set(id, (arc.findIndex((length) => length >= middle) * 360) / ARC_STEPS)
  }
  return sectors.map((sector) => ({ ...sector, angle: turned.get(sector.id)! }))
}

/** Marks shrink together when the largest would be too large, or when many share the plane. */
function unitOf(frame: MapFrame, sectors: readonly MapSector[]): number {
  const most = Math.max(1, ...sectors.map(({ n }) => n))
  const crowd = Math.min(1, 18 / Math.max(1, sectors.length))
  return Math.min(frame.unit, frame.largest / Math.sqrt(most)) * Math.sqrt(crowd)
}

function placeNodes(frame: MapFrame, sectors: readonly MapSector[]): MapNode[] {
  const unit = unitOf(frame, sectors)
  return sectors.map((sector) => {
    const radius = radiusAt(frame, sector.rho ?? 0)
    const turn = (sector.angle * Math.PI) / 180
    const r = Math.max(4, unit * Math.sqrt(sector.n))
    return {
      ...sector,
      x: Math.round((frame.cx + frame.fx * radius * Math.sin(turn)) * 10) / 10,
      y: Math.round((frame.cy - frame.fy * radius * Math.cos(turn)) * 10) / 10,
      r: Math.round(r * 10) / 10,
      ring: Math.round((shapeReach(sector.shape, r) + 3.6) * 10) / 10,
      urgent: sector.level === 'isolated',
      place: null,
    }
  })
}

function kindOf(pair: MapPair, widest: MapPair | null): MapLineKind {
  if (pair.observed > 0) return 'tie'
  if (widest && pair.a === widest.a && pair.b === widest.b) return 'ghost-widest'
  return (pair.expected ?? 0) >= EXPECTED_GAP ? 'ghost-expected' : 'ghost'
}

const DEPTH: Readonly<Record<MapLineKind, number>> = {
  ghost: 0,
  'ghost-expected': 1,
  tie: 2,
  'ghost-widest': 3,
}

/** Beyond so many sectors only the isolated and the largest are drawn, with finer lines; on the phone fewer. */
const CROWD = 24
const CROWD_DRAWN = { all: 20, urgent: 14 }
/** Mark radius of the largest, as a share of the usual one. */
const CROWD_MARKS = 0.6
const CROWD_GAP = 9

/** Width of a tie line in px: 0.8 + 0.62 per tie, at most 9; many ties share the same range. */
function widthOf(observed: number, most: number, crowded: boolean): number {
  const [thin, thick] = crowded ? [0.3, 4] : [0.8, 9]
  const step = Math.min(0.62, (thick - thin) / Math.max(1, most))
  return Math.min(thick, thin + step * observed)
}

function drawLines(
  nodes: readonly MapNode[],
  pairs: readonly MapPair[],
  widest: MapPair | null,
  most: number,
  crowded: boolean,
): MapLine[] {
  const at = new Map(nodes.map((node) => [node.id, node]))
  const lines: MapLine[] = []
  for (const pair of pairs) {
    const a = at.get(pair.a)
    const b = at.get(pair.b)
    if (!a || !b) continue
    const kind = kindOf(pair, widest)
    const width = kind === 'tie' ? widthOf(pair.observed, most, crowded) : 0
    lines.push({ ...pair, kind, x1: a.x, y1: a.y, x2: b.x, y2: b.y, width })
  }
  return lines.sort((a, b) => DEPTH[a.kind] - DEPTH[b.kind] || a.width - b.width)
}

/** Low first, where the eye looks last; the first place that covers nothing. */
const CONTOUR_TURNS = [206, 154, 26, 334, 130, 230, 50, 310, 98, 262, 75, 285, 180, 0]

function placeContours(frame: MapFrame, nodes: readonly MapNode[]): MapContour[] {
  const obstacles = nodes.flatMap((node) => [markBox(node), ...(node.place ? [node.place.box] : [])])
  return [0.8, 0.5].map((at, i) => {
    const rx = frame.fx * radiusAt(frame, at)
    const ry = frame.fy * radiusAt(frame, at)
    const width = at < 0.6 ? 78 : 30
    const spots = CONTOUR_TURNS.map((degrees) => {
      // Mirrored for the second, so that the two do not stand on each other.
      const turn = ((i === 0 ? degrees : 360 - degrees) * Math.PI) / 180
      const x = frame.cx + rx * Math.sin(turn)
      const y = frame.cy - ry * Math.cos(turn) + 3
      const box = { x: x - width / 2, y: y - 9, width, height: 12 }
      return { x, y, box }
    })
    const spot = spots.find(({ box }) => !obstacles.some((other) => boxesOverlap(box, other, 2)))
    if (spot) obstacles.push(spot.box)
    return { at, rx, ry, label: spot ? { x: spot.x, y: spot.y } : null }
  })
}

const NOTE = { width: 176, height: 46 }
/** Beyond, the eye loses what the note is about. */
const LONGEST_LEADER = 160

/** The note on the widest gap stands in the corner with most room; a line leads to it from the dashes. */
function placeLeader(
  frame: MapFrame,
  nodes: readonly MapNode[],
  line: MapLine | undefined,
): MapLeader | null {
  if (!line || frame.labels !== 'all') return null
  const obstacles = nodes.flatMap((node) => [markBox(node), ...(node.place ? [node.place.box] : [])])
  const right = frame.width - NOTE.width
  const low = frame.height - NOTE.height
  const corners = [
    { x: 0, y: low, anchor: 'start' as const },
    { x: 0, y: 0, anchor: 'start' as const },
    { x: right, y: low, anchor: 'end' as const },
    { x: right, y: 0, anchor: 'end' as const },
  ]
  let best: { cost: number; leader: MapLeader } | null = null
  for (const [order, corner] of corners.entries()) {
    const box = { ...NOTE, x: corner.x, y: corner.y }
    const hits = obstacles.filter((obstacle) => boxesOverlap(obstacle, box, 2)).length
    for (let step = 2; step <= 18; step++) {
      const x = line.x1 + ((line.x2 - line.x1) * step) / 20
      const y = line.y1 + ((line.y2 - line.y1) * step) / 20
      const inset = box.x + Math.min(Math.max(x - box.x, 8), box.width - 8)
      const to = { x: inset, y: box.y > y ? box.y - 2 : box.y + box.height + 2 }
      const crossed = nodes.filter((node) => passesMark(node, { x, y }, to)).length
      const leader = { x1: x, y1: y, x2: to.x, y2: to.y }
      const words = nodes.filter(({ place }) => place && lengthInside(leader, place.box) > 0).length
      const slant = Math.abs(to.x - x)
      // A note on something else, or a line through a mark or a name, says less than the caption.
      if (hits + crossed + words > 0) continue
      if (Math.hypot(to.x - x, to.y - y) > LONGEST_LEADER) continue
      const cost = 2 * slant + Math.abs(to.y - y) + 5 * order
      if (!best || cost < best.cost)
        best = { cost, leader: { box, anchor: corner.anchor, from: { x, y }, to } }
    }
  }
  return best && best.cost < 600 ? best.leader : null
}

const markBox = (node: MapNode): Box => {
  const half = node.ring + 2
  return { x: node.x - half, y: node.y - half, width: 2 * half, height: 2 * half }
}

/** Whether the segment from p to q runs through a mark. */
function passesMark(node: MapNode, p: { x: number; y: number }, q: { x: number; y: number }): boolean {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : ((node.x - p.x) * dx + (node.y - p.y) * dy) / length
  const along = Math.min(1, Math.max(0, t))
  return Math.hypot(p.x + along * dx - node.x, p.y + along * dy - node.y) < node.ring + 4
}

/** Everything that the picture draws, in its own coordinates; the same input gives the same picture. */
export function layOutSectorMap(
  sectors: readonly MapSector[],
  pairs: readonly MapPair[],
  widestGap: MapPair | null,
  frame: MapFrame,
): SectorMapLayout {
  const crowded = sectors.length > CROWD
  const drawn = crowded ? drawnOf(sectors, CROWD_DRAWN[frame.labels]) : sectors
  const close = crowded ? { ...frame, largest: frame.largest * CROWD_MARKS } : frame
  const nodes = placeNodes(close, crowded ? spreadAround(close, drawn) : drawn)
  const most = Math.max(0, ...pairs.map(({ observed }) => observed))
  const lines = drawLines(nodes, pairs, widestGap, most, crowded)
  const places = placeLabels(
    nodes
      .filter((node) => node.urgent || frame.labels === 'all')
      .map((node) => ({
        id: node.id,
        x: node.x,
        y: node.y,
        reach: node.ring + (node.level === 'bridging' ? 3.2 : 0),
        // In a crowd the name alone: the counts are in the list and the table.
        lines: [node.label, crowded ? '' : node.count],
        // Whoever needs attention is labelled first; then the larger.
        priority: (node.urgent ? 1e6 : node.level === 'weak' ? 1e3 : 0) + node.n,
      })),
    nodes.map(markBox),
    lines.filter(({ kind }) => kind === 'tie'),
    frame,
  )
  for (const node of nodes) node.place = places.get(node.id) ?? null
  return {
    frame,
    nodes,
    lines,
    contours: placeContours(frame, nodes),
    leader: placeLeader(
      frame,
      nodes,
      lines.find(({ kind }) => kind === 'ghost-widest'),
    ),
    most,
    crowded,
    left: sectors.filter((sector) => !drawn.includes(sector)),
  }
}
