import { keepApart, middleOf, type Place } from '../graph/group-places.ts'
import { drawnTies, type NetworkIndex } from '../graph/network-index.ts'
import { PICTURE_SCALE } from '../graph/scene.ts'
import type { Extent } from './camera.ts'
import type { GhostLink } from './canvas-picture.ts'
import { ghostLinks } from './ghost-links.ts'
import { type Grouping, rowsBySector } from './grouping.ts'

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
const PLANE = 4 * (1000 * PICTURE_SCALE) * (720 * PICTURE_SCALE)
const LARGEST = 40
const SMALLEST = 4.5
const MARGIN = 24

/** Radius of a closed mark, px at zoom 1: area by members, all of one rank together a tenth of the plane. */
export const closedRadius = (members: number, all: number): number =>
  Math.min(LARGEST, Math.max(SMALLEST, Math.sqrt((COVERED * PLANE * members) / (Math.PI * Math.max(1, all)))))

export function planPicture(index: NetworkIndex, grouping: Grouping | null): PicturePlan {
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
  const groups = [
    ...placed(index, sectors, 8, true),
    ...placed(index, cells, 3),
    ...placed(index, absentGroups(index), 4),
  ]
  const outer = new Int32Array(rows).fill(-1)
  const inner = new Int32Array(rows).fill(-1)
  for (const [number, { kind, rows: members }] of groups.entries())
    for (const row of members) (kind === 'group' ? inner : outer)[row] = number
  const places = new Map(groups.filter(({ kind }) => kind === 'sector').map((one) => [one.id, one.place]))
  const { links, pairs } = ghostLinks(index, places)
  const drawn = sectors.reduce((sum, { rows: members }) => sum + members.length, 0)
  return {
    groups,
    outer,
    inner,
    ghosts: links,
    ghostPairs: pairs,
    extent: extentOf(index, groups),
    density: Math.min(1, (400 / Math.max(1, drawn)) ** 0.4),
  }
}

type Unplaced = Omit<PlannedGroup, 'place'>

function placed(
  index: NetworkIndex,
  groups: readonly Unplaced[],
  gap: number,
  spread = false,
): PlannedGroup[] {
  const all = index.size.actors
  const places = new Map(
    groups.map(({ id, rows }): [string, Place] => {
      const { x, y } = middleOf(index, rows)
      return [id, { x: x * PICTURE_SCALE, y: y * PICTURE_SCALE, r: closedRadius(rows.length, all) }]
    }),
  )
  const apart = keepApart(spread ? stretched(places) : places, new Set(), gap)
  return groups.map((group) => ({ ...group, place: apart.get(group.id)! }))
}

/** Share of the plane that the places of sectors reach across, at least. */
const REACH = 0.8
const LARGEST_STRETCH = 3

/** Sectors that mix have their middles close together: they are drawn apart, all in the same proportion. */
function stretched(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const far = (of: (place: Place) => number) =>
    Math.max(1, ...[...places.values()].map((place) => Math.abs(of(place))))
  const fits = (half: number, most: number) =>
    Math.min(LARGEST_STRETCH, Math.max(1, (REACH * half * PICTURE_SCALE) / most))
  const [wide, high] = [
    fits(
      1000,
      far(({ x }) => x),
    ),
    fits(
      720,
      far(({ y }) => y),
    ),
  ]
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
function extentOf({ network: { actors }, present }: NetworkIndex, groups: readonly PlannedGroup[]): Extent {
  const extent = { left: -MARGIN, top: -MARGIN, right: MARGIN, bottom: MARGIN }
  const take = (x: number, y: number, r: number) => {
    extent.left = Math.min(extent.left, x - r)
    extent.right = Math.max(extent.right, x + r)
    extent.top = Math.min(extent.top, y - r)
    extent.bottom = Math.max(extent.bottom, y + r)
  }
  for (const { place } of groups) take(place.x, place.y, place.r + 6)
  for (let row = 0; row < present.length; row++)
    if (present[row]) take(actors.x[row]! * PICTURE_SCALE, actors.y[row]! * PICTURE_SCALE, 8)
  return extent
}
