import { type Components, components } from '#shared/analytics/components.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { polish } from './polish.ts'
import { createQuadtree, repelFrom } from './quadtree.ts'
import { separate } from './separate.ts'

/** A picture to be made from nothing. Arrays are by actor, in external-id order. */
export interface LayoutTask {
  n: number
  /** Both ends of every tie, one after the other. */
  ties: Uint32Array
  /** Direction of the actor's sector, in degrees clockwise from the top; NaN where it has none. */
  angles: Float64Array
}

/** Half width and half height of the picture. */
export const HALF_WIDTH = 1000
export const HALF_HEIGHT = 720
/** The largest component fills this share of it; the small ones stand around it at AROUND. */
const INNER = 0.84
const AROUND = 0.9
const BY_RANK = 0.5

/** From so many actors on, far groups repel as one (Barnes & Hut 1986, Nature 324:446), and distances are polished. */
const LARGE_FROM = 600
/** Steps, and the first one's reach in lengths of a tie: many must first cross the picture, a few find their place among neighbours. */
const SMALL = { steps: 420, heat: 1.6 } as const
const LARGE = { steps: 60, heat: 8 } as const

/**
 * Positions of all actors: x and y, one after the other, to a tenth of a unit. Ties pull, actors repel, and each sector draws its
 * own towards its fixed direction, so that the picture reads by sector and ties show what crosses. No randomness, no clock: equal
 * tasks give equal bytes.
 */
export function layOut(task: LayoutTask): Float32Array {
  const { n, ties, angles } = task
  const degree = new Uint32Array(n)
  for (const end of ties) degree[end]!++
  const linked = [...degree.keys()].filter((v) => degree[v]! > 0)
  const xy = new Float64Array(2 * n)
  seedBySector(xy, linked, angles)
  const anchors = xy.slice()
  anchorAtSectors(anchors, linked, angles)
  settle(xy, anchors, linked, ties, degree)
  const csr = buildCsr(n, firsts(ties), seconds(ties))
  if (linked.length > LARGE_FROM) polish(csr, xy, linked)
  fitInside(xy, linked, components(csr))
  const gap = minimumGap(n)
  placeOnRim(
    xy,
    [...degree.keys()].filter((v) => degree[v] === 0),
    angles,
    gap,
  )
  separate(xy, [...degree.keys()], gap)
  return Float32Array.from(xy, toTenth)
}

const firsts = (ties: Uint32Array): Uint32Array => ties.filter((_, i) => i % 2 === 0)
const seconds = (ties: Uint32Array): Uint32Array => ties.filter((_, i) => i % 2 === 1)

/** To a tenth of a unit, and never a negative zero. */
export function toTenth(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

/** Distance under which two marks of the usual size would touch. */
export function minimumGap(n: number): number {
  return Math.min(58, (0.55 * 2 * HALF_WIDTH) / Math.sqrt(Math.max(1, n)))
}

/** The direction of a sector as a point of the unit circle; the middle where there is none. */
export function direction(angle: number): { x: number; y: number } {
  if (Number.isNaN(angle)) return { x: 0, y: 0 }
  const radians = (angle * Math.PI) / 180
  return { x: Math.sin(radians), y: -Math.cos(radians) }
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Every sector starts as a sunflower around its own centre. */
function seedBySector(xy: Float64Array, linked: readonly number[], angles: Float64Array) {
  anchorAtSectors(xy, linked, angles)
  const seen = new Map<number, number>()
  for (const v of linked) {
    const key = Number.isNaN(angles[v]!) ? -1 : angles[v]!
    const place = seen.get(key) ?? 0
    seen.set(key, place + 1)
    const radius = 26 * Math.sqrt(place + 0.5)
    xy[2 * v]! += radius * Math.cos(place * GOLDEN_ANGLE)
    xy[2 * v + 1]! += radius * Math.sin(place * GOLDEN_ANGLE)
  }
}

function anchorAtSectors(xy: Float64Array, linked: readonly number[], angles: Float64Array) {
  for (const v of linked) {
    const { x, y } = direction(angles[v]!)
    xy[2 * v] = x * HALF_WIDTH * 0.6
    xy[2 * v + 1] = y * HALF_HEIGHT * 0.6
  }
}

/** Fruchterman & Reingold 1991 (Softw Pract Exper 21:1129) with a pull towards the sector and a cooling step. */
function settle(
  xy: Float64Array,
  anchors: Float64Array,
  linked: readonly number[],
  ties: Uint32Array,
  degree: Uint32Array,
) {
  const count = linked.length
  if (count < 2) return
  const length = 0.62 * Math.sqrt((Math.PI * HALF_WIDTH * HALF_HEIGHT * INNER * INNER) / count)
  const force = new Float64Array(xy.length)
  const tree = count > LARGE_FROM ? createQuadtree(count) : null
  const { steps, heat: reach } = tree ? LARGE : SMALL
  const pull = 0.16
  for (let step = 0; step < steps; step++) {
    force.fill(0)
    if (tree) repelFrom(tree, xy, linked, length * length, force)
    else repelAll(xy, linked, length * length, force)
    attract(xy, ties, degree, length, force)
    const heat = length * reach * (1 - step / steps) ** 1.5 + 0.05
    for (const v of linked) {
      for (let axis = 2 * v; axis <= 2 * v + 1; axis++) force[axis]! += pull * (anchors[axis]! - xy[axis]!)
      const fx = force[2 * v]!
      const fy = force[2 * v + 1]!
      const strength = Math.sqrt(fx * fx + fy * fy)
      const scale = strength > heat ? heat / strength : 1
      xy[2 * v]! += fx * scale
      xy[2 * v + 1]! += fy * scale
    }
  }
}

function repelAll(xy: Float64Array, linked: readonly number[], strength: number, force: Float64Array) {
  for (let i = 0; i < linked.length; i++) {
    const v = 2 * linked[i]!
    for (let j = i + 1; j < linked.length; j++) {
      const w = 2 * linked[j]!
      const dx = xy[v]! - xy[w]!
      const dy = xy[v + 1]! - xy[w + 1]!
      const factor = strength / (dx * dx + dy * dy + 1)
      force[v]! += dx * factor
      force[v + 1]! += dy * factor
      force[w]! -= dx * factor
      force[w + 1]! -= dy * factor
    }
  }
}

/** Hubs pull more softly, or their neighbourhoods would fall into one heap. */
function attract(
  xy: Float64Array,
  ties: Uint32Array,
  degree: Uint32Array,
  length: number,
  force: Float64Array,
) {
  for (let e = 0; e < ties.length; e += 2) {
    const a = ties[e]!
    const b = ties[e + 1]!
    const dx = xy[2 * a]! - xy[2 * b]!
    const dy = xy[2 * a + 1]! - xy[2 * b + 1]!
    const distance = Math.sqrt(dx * dx + dy * dy)
    const factor = (1.4 * distance) / (length * Math.sqrt(Math.max(degree[a]!, degree[b]!)))
    force[2 * a]! -= dx * factor
    force[2 * a + 1]! -= dy * factor
    force[2 * b]! += dx * factor
    force[2 * b + 1]! += dy * factor
  }
}

/** The largest component fills the inner picture; the others keep their shape and stand around it, where their ties drew them. */
function fitInside(xy: Float64Array, linked: readonly number[], parts: Components) {
  if (linked.length === 0) return
  const largest = parts.sizes.indexOf(parts.largest)
  const main = linked.filter((v) => parts.of[v] === largest)
  const members = new Map<number, number[]>()
  for (const v of linked) {
    const part = parts.of[v]!
    if (part === largest) continue
    const known = members.get(part)
    if (known) known.push(v)
    else members.set(part, [v])
  }
  for (const part of members.values()) standAround(xy, part)
  spread(xy, main, 0, HALF_WIDTH * INNER)
  spread(xy, main, 1, HALF_HEIGHT * INNER)
}

/**
 * Stretches one axis over −half … half, half by distance and half by rank: the crowded middle gets room from the empty margin,
 * and who is left of whom stays so.
 */
function spread(xy: Float64Array, points: readonly number[], axis: 0 | 1, half: number) {
  const order = [...points].sort((v, w) => xy[2 * v + axis]! - xy[2 * w + axis]! || v - w)
  const low = xy[2 * order[0]! + axis]!
  const width = xy[2 * order.at(-1)! + axis]! - low
  for (const [rank, v] of order.entries()) {
    const byDistance = width === 0 ? 0.5 : (xy[2 * v + axis]! - low) / width
    const byRank = order.length === 1 ? 0.5 : rank / (order.length - 1)
    xy[2 * v + axis] = half * (2 * ((1 - BY_RANK) * byDistance + BY_RANK * byRank) - 1)
  }
}

function standAround(xy: Float64Array, part: readonly number[]) {
  let x = 0
  let y = 0
  for (const v of part) {
    x += xy[2 * v]! / part.length / HALF_WIDTH
    y += xy[2 * v + 1]! / part.length / HALF_HEIGHT
  }
  const distance = Math.sqrt(x * x + y * y)
  if (distance < 1e-9) return
  const move = (AROUND - distance) / distance
  for (const v of part) {
    xy[2 * v]! += x * move * HALF_WIDTH
    xy[2 * v + 1]! += y * move * HALF_HEIGHT
  }
}

/** Actors without a partner: rows along the rim, from the direction of their sector outwards to both sides. */
function placeOnRim(xy: Float64Array, isolates: readonly number[], angles: Float64Array, gap: number) {
  const sectors = new Map<number, number[]>()
  for (const v of isolates) {
    const angle = Number.isNaN(angles[v]!) ? 180 : angles[v]!
    const known = sectors.get(angle)
    if (known) known.push(v)
    else sectors.set(angle, [v])
  }
  const arc = 360 / Math.max(6, sectors.size)
  const step = ((gap / HALF_HEIGHT) * 180) / Math.PI
  const perRow = Math.max(1, Math.floor(arc / step))
  for (const [angle, members] of sectors)
    for (const [place, v] of members.entries()) {
      const row = Math.floor(place / perRow)
      const inRow = Math.min(perRow, members.length - row * perRow)
      const offset = ((place % perRow) - (inRow - 1) / 2) * step
      const { x, y } = direction(angle + offset)
      xy[2 * v] = x * (HALF_WIDTH + row * gap)
      xy[2 * v + 1] = y * (HALF_HEIGHT + row * gap)
    }
}
