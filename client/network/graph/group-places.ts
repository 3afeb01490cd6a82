import type { NetworkIndex } from './network-index.ts'
import { actorRadius, groupRadius, PICTURE_SCALE } from './scene.ts'

export interface Spot {
  x: number
  y: number
}

export interface Place extends Spot {
  r: number
}

export interface SectorMembers {
  sectorId: string
  /** Rows with a drawn tie, most partners first. */
  rows: readonly number[]
}

const GAP = 26

/** Room that the actors of an opened sector take around its place, px; less where other marks keep their places. */
export const openedRadius = (actors: number, fixed = false): number =>
  fixed ? 6 + 9 * Math.sqrt(actors) : 16 + 13 * Math.sqrt(actors)

/** Each sector at the middle of its members, moved apart where marks would touch. Depends on no selection or filter. */
export function closedPlaces(
  index: NetworkIndex,
  sectors: readonly SectorMembers[],
): ReadonlyMap<string, Place> {
  const places = sectors.map(({ sectorId, rows }): [string, Place] => {
    const middle = middleOf(index, rows)
    return [
      sectorId,
      { x: middle.x * PICTURE_SCALE, y: middle.y * PICTURE_SCALE, r: groupRadius(rows.length) },
    ]
  })
  return keepApart(new Map(places), new Set())
}

/** Makes room around opened sectors: they stay, the others give way. */
export function openedPlaces(
  places: ReadonlyMap<string, Place>,
  opened: ReadonlyMap<string, number>,
): ReadonlyMap<string, Place> {
  if (opened.size === 0) return places
  const roomy = new Map(
    [...places].map(([id, place]) => {
      const actors = opened.get(id)
      return [id, actors === undefined ? place : { ...place, r: openedRadius(actors) }]
    }),
  )
  return keepApart(roomy, new Set(opened.keys()))
}

export function middleOf(index: NetworkIndex, rows: readonly number[]): { x: number; y: number } {
  const { x, y } = index.network.actors
  let [sumX, sumY] = [0, 0]
  for (const row of rows) {
    sumX += x[row]!
    sumY += y[row]!
  }
  return { x: sumX / rows.length, y: sumY / rows.length }
}

/** Pushes touching discs apart, each half the way; an anchored one leaves the way to the other. Deterministic. */
export function keepApart(
  places: ReadonlyMap<string, Place>,
  anchored: ReadonlySet<string>,
  gap = GAP,
): ReadonlyMap<string, Place> {
  const bodies = [...places].map(([id, place]) => ({ id, ...place, weight: anchored.has(id) ? 0.02 : 1 }))
  for (let round = 0; round < 60; round++) {
    let still = true
    for (let i = 0; i < bodies.length; i++)
      for (let j = i + 1; j < bodies.length; j++) {
        const [a, b] = [bodies[i]!, bodies[j]!]
        // Two marks on one spot part along a direction of their own.
        const dx = b.x - a.x || Math.cos(i + 2 * j) * 0.01
        const dy = b.y - a.y || Math.sin(i + 2 * j) * 0.01
        const distance = Math.hypot(dx, dy)
        const short = a.r + b.r + gap - distance
        if (short <= 0.01) continue
        still = false
        const share = a.weight / (a.weight + b.weight)
        a.x -= (dx / distance) * short * share
        a.y -= (dy / distance) * short * share
        b.x += (dx / distance) * short * (1 - share)
        b.y += (dy / distance) * short * (1 - share)
      }
    if (still) break
  }
  return new Map(bodies.map(({ id, x, y, r }) => [id, { x, y, r }]))
}

/** Actors of an opened sector: within its disc, lying to each other as the layout has them, off other marks. */
export function discOf(
  index: NetworkIndex,
  place: Place,
  members: readonly number[],
  drawn: readonly number[],
  others: readonly Place[] = [],
): ReadonlyMap<number, Spot> {
  const { x, y } = index.network.actors
  const middle = middleOf(index, members)
  const byDistance = drawn
    .map((row) => ({ row, dx: x[row]! - middle.x, dy: y[row]! - middle.y }))
    .map((one) => ({ ...one, far: Math.hypot(one.dx, one.dy) }))
    .sort((a, b) => a.far - b.far || a.row - b.row)
  // Rank instead of distance fills the disc evenly, so that a few outliers do not squeeze the rest together.
  const spots = byDistance.map(({ row, dx, dy, far }, rank) => {
    const reach = place.r * Math.sqrt((rank + 0.3) / drawn.length)
    const [ux, uy] = far === 0 ? [Math.cos(rank), Math.sin(rank)] : [dx / far, dy / far]
    return {
      row,
      x: place.x + ux * reach,
      y: place.y + uy * reach,
      r: actorRadius(index.network.actors.degree[row]!, index.most),
    }
  })
  keepInDisc(spots, place, others)
  return new Map(spots.map((spot) => [spot.row, { x: spot.x, y: spot.y }]))
}

/** Moves marks that touch apart and off other marks, and back towards the disc; a fixed number of rounds. */
function keepInDisc(spots: (Spot & { r: number })[], place: Place, others: readonly Place[]): void {
  const near = others.filter(
    (other) => Math.hypot(other.x - place.x, other.y - place.y) < place.r + other.r + 20,
  )
  for (let round = 0; round < 80; round++) {
    for (let i = 0; i < spots.length; i++) {
      const a = spots[i]!
      for (let j = i + 1; j < spots.length; j++) {
        const b = spots[j]!
        const [ux, uy, distance] = apartBy(a, b, i + j)
        const half = (a.r + b.r + 3 - distance) / 2
        if (half <= 0) continue
        a.x -= ux * half
        a.y -= uy * half
        b.x += ux * half
        b.y += uy * half
      }
      for (const other of near) {
        const [ux, uy, distance] = apartBy(other, a, i)
        const short = other.r + a.r + 6 - distance
        if (short <= 0) continue
        a.x += ux * short
        a.y += uy * short
      }
      const [ux, uy, distance] = apartBy(place, a, i)
      const beyond = distance - place.r
      if (beyond <= 0) continue
      a.x -= ux * beyond * 0.3
      a.y -= uy * beyond * 0.3
    }
  }
}

function apartBy(from: Spot, to: Spot, seed: number): [number, number, number] {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const distance = Math.hypot(dx, dy)
  // Two marks on one spot part along a direction of their own.
  return distance < 0.01 ? [Math.cos(seed), Math.sin(seed), 0] : [dx / distance, dy / distance, distance]
}

/** Single actors shown beside a closed sector: evenly on a ring around its mark, in the order of their directions. */
export function ringOf(
  index: NetworkIndex,
  place: Place,
  members: readonly number[],
  drawn: readonly number[],
) {
  const { x, y } = index.network.actors
  const middle = middleOf(index, members)
  const turned = drawn
    .map((row) => ({ row, angle: Math.atan2(y[row]! - middle.y, x[row]! - middle.x) }))
    .sort((a, b) => a.angle - b.angle || a.row - b.row)
  const radius = place.r + 16
  const step = Math.min(0.5, (2 * Math.PI) / Math.max(1, drawn.length))
  const start = turned[0]?.angle ?? 0
  return new Map(
    turned.map(({ row }, position) => {
      const angle = start + position * step
      return [row, { x: place.x + Math.cos(angle) * radius, y: place.y + Math.sin(angle) * radius }]
    }),
  )
}
