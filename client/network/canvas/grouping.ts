import type { NetworkIndex } from '../graph/network-index.ts'
import { drawnTies } from '../graph/network-index.ts'

/** By what the actors of a sector are grouped. */
export type GroupBy = 'region' | 'community'

/** Groups inside sectors: for each row the number of its group in `groups`, −1 where its sector is small enough as it is. */
export interface Grouping {
  by: GroupBy
  of: Int32Array
  groups: readonly SectorGroupCell[]
}

export interface SectorGroupCell {
  sectorId: string
  /** Region code, `k` and the first actor of the community, or '' for what is too small to stand alone. */
  id: string
  rows: readonly number[]
}

/** Sectors with at most so many actors open at once to their actors. */
export const SMALL_SECTOR = 60
/** At most so many groups in a sector; smaller ones go together. */
const MOST_GROUPS = 18
const SMALLEST_GROUP = 4
/**
 * Cuts each large sector into groups of actors with a drawn tie: by the communities that the server found, else by kelurahan.
 * Largest first; equal sizes by id, so that the same network gives the same groups.
 */
export function groupSectors(index: NetworkIndex): Grouping {
  const { actors } = index.network
  const by: GroupBy = actors.community ? 'community' : 'region'
  const cellOf = (row: number): string => {
    if (!actors.community) return actors.regionCode[row] ?? ''
    const first = actors.community[row] ?? null
    return first === null ? '' : `k${first}`
  }
  const of = new Int32Array(actors.id.length).fill(-1)
  const groups: SectorGroupCell[] = []
  for (const [sectorId, rows] of rowsBySector(index)) {
    if (rows.length <= SMALL_SECTOR) continue
    const cells = new Map<string, number[]>()
    for (const row of rows) {
      const id = cellOf(row)
      const cell = cells.get(id)
      if (cell) cell.push(row)
      else cells.set(id, [row])
    }
    const sorted = [...cells].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    const kept = sorted.filter(
      ([id, members], at) => id !== '' && at < MOST_GROUPS && members.length >= SMALLEST_GROUP,
    )
    const rest = sorted.filter((cell) => !kept.includes(cell)).flatMap(([, members]) => members)
    for (const [id, members] of kept) groups.push({ sectorId, id, rows: members })
    if (rest.length > 0) groups.push({ sectorId, id: '', rows: rest.sort((a, b) => a - b) })
  }
  for (const [number, { rows }] of groups.entries()) for (const row of rows) of[row] = number
  return { by, of, groups }
}

/** Rows with a drawn tie by sector; '' = without one. */
export function rowsBySector(index: NetworkIndex): ReadonlyMap<string, readonly number[]> {
  const { sectorId } = index.network.actors
  const sectors = new Map<string, number[]>()
  for (let row = 0; row < sectorId.length; row++) {
    if (drawnTies(index, row) === 0) continue
    const id = sectorId[row] ?? ''
    const rows = sectors.get(id)
    if (rows) rows.push(row)
    else sectors.set(id, [row])
  }
  return new Map([...sectors].sort(([a], [b]) => (a < b ? -1 : 1)))
}
