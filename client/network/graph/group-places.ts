import type { NetworkIndex } from './network-index.ts'
import { groupRadius, PICTURE_SCALE } from './scene.ts'

export interface Place {
  x: number
  y: number
  r: number
}

export interface SectorMembers {
  sectorId: string
  /** Rows with a drawn tie, most partners first. */
  rows: readonly number[]
}

const GAP = 26

/** Room that the actors of an opened sector take around its place, px. */
export const openedRadius = (actors: number): number => 16 + 13 * Math.sqrt(actors)

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
function keepApart(
  places: ReadonlyMap<string, Place>,
  anchored: ReadonlySet<string>,
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
        const short = a.r + b.r + GAP - distance
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

/** Actors of an opened sector: within its disc, lying to each other as the layout has them. */
export function discOf(
  index: NetworkIndex,
  place: Place,
  members: readonly number[],
  drawn: readonly number[],
) {
  const { x, y } = index.network.actors
  const middle = middleOf(index, members)
  const byDistance = drawn
    .map((row) => ({ row, dx: x[row]! - middle.x, dy: y[row]! - middle.y }))
    .map((one) => ({ ...one, far: Math.hypot(one.dx, one.dy) }))
    .sort((a, b) => a.far - b.far || a.row - b.row)
  const radius = openedRadius(drawn.length) - 10
  // Rank instead of distance fills the disc evenly, so that a few outliers do not squeeze the rest together.
  return new Map(
    byDistance.map(({ row, dx, dy, far }, rank) => {
      const reach = radius * Math.sqrt((rank + 0.5) / drawn.length)
      const [ux, uy] = far === 0 ? [0, 0] : [dx / far, dy / far]
      return [row, { x: place.x + ux * reach, y: place.y + uy * reach }]
    }),
  )
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
