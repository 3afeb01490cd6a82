import type { NetworkIndex } from '../../network/graph/network-index.ts'
import type { FilteredNetwork } from './filter-network.ts'

/** The rows under the graph: absence that no filter hides. */
export const TRAY_ROWS = ['unlinked', 'unasked', 'unclassified'] as const
export type TrayRowId = (typeof TRAY_ROWS)[number]

export interface TrayItem {
  row: number
  id: string
  name: string
  sectorId: string | null
  /** Fails a filter: stays in its place and in the count, drawn pale. */
  filteredOut: boolean
}

export interface TrayRow {
  id: TrayRowId
  items: readonly TrayItem[]
  /** How many of them pass the filters. */
  passing: number
  /** Counts per sector, in the order of the sectors given; for networks too big to draw each. */
  bySector: readonly { sectorId: string | null; count: number }[]
}

type TrayMember = Omit<TrayItem, 'filteredOut'>

/** Who is in each row of the tray, whatever is filtered. */
export type TrayMembers = Readonly<Record<TrayRowId, readonly TrayMember[]>>

/** Sorted by sector (in the given order), then name. */
export function trayMembers(
  { network: { actors } }: NetworkIndex,
  sectorOrder: readonly string[],
): TrayMembers {
  const place = new Map(sectorOrder.map((id, position) => [id, position]))
  const placeOf = (sectorId: string | null) =>
    sectorId === null ? sectorOrder.length + 1 : (place.get(sectorId) ?? sectorOrder.length)
  const members: Record<TrayRowId, TrayMember[]> = { unlinked: [], unasked: [], unclassified: [] }
  for (const [row, standing] of actors.standing.entries())
    if (isTrayRow(standing))
      members[standing].push({
        row,
        id: actors.id[row]!,
        name: actors.name[row]!,
        sectorId: actors.sectorId[row] ?? null,
      })
  for (const id of TRAY_ROWS)
    members[id].sort(
      (one, other) => placeOf(one.sectorId) - placeOf(other.sectorId) || compare(one.name, other.name),
    )
  return members
}

/** The first two rows are there even when empty. */
export function trayRows(
  members: TrayMembers,
  filtered: Pick<FilteredNetwork, 'actors'>,
): readonly TrayRow[] {
  return TRAY_ROWS.filter((id) => id !== 'unclassified' || members[id].length > 0).map((id) => {
    const items = members[id].map((member) => ({ ...member, filteredOut: filtered.actors[member.row] === 0 }))
    return {
      id,
      items,
      passing: items.filter((item) => !item.filteredOut).length,
      bySector: countBySector(items),
    }
  })
}

const isTrayRow = (standing: string): standing is TrayRowId =>
  (TRAY_ROWS as readonly string[]).includes(standing)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function countBySector(items: readonly TrayItem[]): TrayRow['bySector'] {
  const counts = new Map<string | null, number>()
  for (const { sectorId } of items) counts.set(sectorId, (counts.get(sectorId) ?? 0) + 1)
  return [...counts].map(([sectorId, count]) => ({ sectorId, count }))
}
