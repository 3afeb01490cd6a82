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

/** Rows are sorted by sector (in the given order), then name; the first two rows are there even when empty. */
export function trayRows(
  index: NetworkIndex,
  filtered: FilteredNetwork,
  sectorOrder: readonly string[],
): readonly TrayRow[] {
  const { actors } = index.network
  const place = new Map(sectorOrder.map((id, position) => [id, position]))
  const placeOf = (sectorId: string | null) =>
    sectorId === null ? sectorOrder.length + 1 : (place.get(sectorId) ?? sectorOrder.length)
  const rows = TRAY_ROWS.map((id): TrayRow => {
    const items: TrayItem[] = []
    for (let row = 0; row < actors.id.length; row++)
      if (actors.standing[row] === id)
        items.push({
          row,
          id: actors.id[row]!,
          name: actors.name[row]!,
          sectorId: actors.sectorId[row] ?? null,
          filteredOut: filtered.actors[row] === 0,
        })
    items.sort(
      (one, other) => placeOf(one.sectorId) - placeOf(other.sectorId) || compare(one.name, other.name),
    )
    return {
      id,
      items,
      passing: items.filter((item) => !item.filteredOut).length,
      bySector: countBySector(items),
    }
  })
  return rows.filter((row) => row.id !== 'unclassified' || row.items.length > 0)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function countBySector(items: readonly TrayItem[]): TrayRow['bySector'] {
  const counts = new Map<string | null, number>()
  for (const { sectorId } of items) counts.set(sectorId, (counts.get(sectorId) ?? 0) + 1)
  return [...counts].map(([sectorId, count]) => ({ sectorId, count }))
}
