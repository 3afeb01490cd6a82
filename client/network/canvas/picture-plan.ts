import { keepApart, type Place } from '../graph/group-places.ts'
import { drawnTies, type NetworkIndex } from '../graph/network-index.ts'
import type { Extent } from './camera.ts'
import type { GhostLink } from './canvas-picture.ts'
import { ghostLinks } from './ghost-links.ts'
import { type Grouping, rowsBySector } from './grouping.ts'
import { HALF_PLANE, type PlanePlaces, planePlaces } from './plane-places.ts'

export interface PlannedGroup {
  /** `sector`, `sector/group`, `sector/-unlinked` or `sector/-unasked`: what the address keeps of what is open. */
  id: string
  sectorId: string
  kind: 'sector' | 'group' | 'unlinked' | 'unasked'
  /** Of a group: its id within the sector. */
  cell: string
  rows: readonly number[]
  place: Place
}

/** Where everything stands that can be one mark. Depends on no filter and on nothing that is open: nothing moves. */
export interface PicturePlan {
  groups: readonly PlannedGroup[]
  /** Where every actor stands, whatever is open. */
  places: PlanePlaces
  /** By row, numbers in `groups`; −1 where there is none. `sector` or, without ties, the absent group is the outermost. */
  outer: Int32Array
  inner: Int32Array
  ghosts: readonly GhostLink[]
  /** Pairs of sectors without a tie, drawn or not. */
  ghostPairs: number
  extent: Extent
  /** Factor on the marks of single actors: smaller where there are more. */
  density: number
}

/** Closed marks of one rank together cover about this share of the plane. */
const COVERED = 0.1
const PLANE = 4 * HALF_PLANE.wide * HALF_PLANE.high
const LARGEST = 40
const SMALLEST = 4.5
const MARGIN = 24

/**
 * Radius of a closed mark by its members, px at zoom 1. Area says how many, in one scale for sectors, groups and absent ones:
 * all of one rank together a tenth of the plane, but none larger than is good.
 */
export function closedRadius(all: number, largest: number): (members: number) => number {
  const perActor = Math.min(
    (COVERED * PLANE) / (Math.PI * Math.max(1, all)),
    LARGEST ** 2 / Math.max(1, largest),
  )
  return (members) => Math.max(SMALLEST, Math.sqrt(perActor * members))
}

/** @param grouping null = sectors open to their actors at once */
export function planPicture(
  index: NetworkIndex,
  grouping: Grouping | null,
  places = planePlaces(index.network.actors.x, index.network.actors.y),
): PicturePlan {
  const rows = index.present.length
  const sectors = [...rowsBySector(index)].map(([sectorId, members]) => ({
    id: sectorId,
    sectorId,
    kind: 'sector' as const,
    cell: '',
    rows: members,
  }))
  const cells = (grouping?.groups ?? []).map(({ sectorId, id, rows: members }) => ({
    id: `${sectorId}/${id}`,
    sectorId,
    kind: 'group' as const,
    cell: id,
    rows: members,
  }))
  const absent = absentGroups(index)
  const largest = [...sectors, ...absent].reduce((most, one) => Math.max(most, one.rows.length), 0)
  const radius = closedRadius(index.size.actors, largest)
  const sectorGroups = standing(sectors, radius, middlesOfSectors(index, places), { gap: 14, spread: true })
  const groups = [
    ...sectorGroups,
    ...standing(cells, radius, middles(places, cells), { gap: 3, spread: true }),
    ...standing(absent, radius, middles(places, absent), { gap: 10, around: sectorGroups }),
  ]
  const outer = new Int32Array(rows).fill(-1)
  const inner = new Int32Array(rows).fill(-1)
  for (const [number, { kind, rows: members }] of groups.entries())
    for (const row of members) (kind === 'group' ? inner : outer)[row] = number
  const sectorPlaces = new Map(
    groups.filter(({ kind }) => kind === 'sector').map((one) => [one.id, one.place]),
  )
  const { links, pairs } = ghostLinks(index, sectorPlaces)
  const drawn = sectors.reduce((sum, { rows: members }) => sum + members.length, 0)
  return {
    groups,
    places,
    outer,
    inner,
    ghosts: links,
    ghostPairs: pairs,
    extent: extentOf(index, places, groups),
    density: Math.min(1, (400 / Math.max(1, drawn)) ** 0.4),
  }
}

type Unplaced = Omit<PlannedGroup, 'place'>

type Middles = ReadonlyMap<string, { x: number; y: number }>

function standing(
  groups: readonly Unplaced[],
  radius: (members: number) => number,
  middle: Middles,
  { gap, spread = false, around = [] }: { gap: number; spread?: boolean; around?: readonly PlannedGroup[] },
): PlannedGroup[] {
  const places = new Map(
    groups.map(({ id, rows }): [string, Place] => [id, { ...middle.get(id)!, r: radius(rows.length) }]),
  )
  const fixed = around.map(({ id, place }): [string, Place] => [id, place])
  const apart = keepApart(
    new Map([...fixed, ...(spread ? stretched(places) : places)]),
    new Set(around.map(({ id }) => id)),
    gap,
  )
  return groups.map((group) => ({ ...group, place: apart.get(group.id)! }))
}

function middles({ x, y }: PlanePlaces, groups: readonly Unplaced[]): Middles {
  const mean = (rows: readonly number[], of: Float32Array) =>
    rows.reduce((sum, row) => sum + of[row]!, 0) / rows.length
  return new Map(groups.map(({ id, rows }) => [id, { x: mean(rows, x), y: mean(rows, y) }]))
}

/** The middle of all that a sector has on record, not only of those with a tie on this date: so that it stays where it is. */
function middlesOfSectors({ network: { actors } }: NetworkIndex, { x, y }: PlanePlaces): Middles {
  const sums = new Map<string, { x: number; y: number; n: number }>()
  for (let row = 0; row < actors.id.length; row++) {
    const id = actors.sectorId[row] ?? ''
    const sum = sums.get(id) ?? { x: 0, y: 0, n: 0 }
    sums.set(id, { x: sum.x + x[row]!, y: sum.y + y[row]!, n: sum.n + 1 })
  }
  return new Map([...sums].map(([id, sum]) => [id, { x: sum.x / sum.n, y: sum.y / sum.n }]))
}

/** Share of the plane that the places of sectors reach across, at least. */
const REACH = 0.78
const LARGEST_STRETCH = 5

/** Sectors that mix have their middles close together: they are drawn apart, all in the same proportion. */
function stretched(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const far = (of: (place: Place) => number) =>
    Math.max(1, ...[...places.values()].map((place) => Math.abs(of(place))))
  const fits = (half: number, most: number) => Math.min(LARGEST_STRETCH, Math.max(1, (REACH * half) / most))
  const wide = fits(
    HALF_PLANE.wide,
    far(({ x }) => x),
  )
  const high = fits(
    HALF_PLANE.high,
    far(({ y }) => y),
  )
  return new Map([...places].map(([id, place]) => [id, { ...place, x: place.x * wide, y: place.y * high }]))
}

/** Who has no drawn tie, by sector and by why: they stand on the rim, and stay visible whatever is closed. */
function absentGroups(index: NetworkIndex): Unplaced[] {
  const { actors } = index.network
  const groups = new Map<string, Unplaced & { rows: number[] }>()
  for (let row = 0; row < index.present.length; row++) {
    if (!index.present[row] || drawnTies(index, row) > 0) continue
    const sectorId = actors.sectorId[row] ?? ''
    const kind = actors.standing[row] === 'unasked' ? 'unasked' : 'unlinked'
    const id = `${sectorId}/-${kind}`
    const known = groups.get(id)
    if (known) known.rows.push(row)
    else groups.set(id, { id, sectorId, kind, cell: `-${kind}`, rows: [row] })
  }
  return [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** All that may ever be drawn, so that the view fits whatever is open. */
function extentOf({ present }: NetworkIndex, { x, y }: PlanePlaces, groups: readonly PlannedGroup[]): Extent {
  const extent = { left: -MARGIN, top: -MARGIN, right: MARGIN, bottom: MARGIN }
  const take = (middle: number, line: number, r: number) => {
    extent.left = Math.min(extent.left, middle - r)
    extent.right = Math.max(extent.right, middle + r)
    extent.top = Math.min(extent.top, line - r)
    extent.bottom = Math.max(extent.bottom, line + r)
  }
  for (const { place } of groups) take(place.x, place.y, place.r + 6)
  for (let row = 0; row < present.length; row++) if (present[row]) take(x[row]!, y[row]!, 8)
  return extent
}
