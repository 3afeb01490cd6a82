import type { NetworkIndex } from '../../../network/graph/network-index.ts'

/** One side of "who connects these two": a sector, a role, or what is picked. */
export type SideId = `s.${string}` | `r.${string}` | 'pick'

export const readSide = (text: string): SideId | null =>
  text === 'pick' || /^[sr]\../.test(text) || text === 's.' ? (text as SideId) : null

/** 1 for every present actor on that side. */
export function rowsOfSide(side: SideId, index: NetworkIndex, picked: Uint8Array | null): Uint8Array {
  const { actors } = index.network
  const wanted = side.slice(2)
  return Uint8Array.from(index.present, (present, row) => {
    if (!present) return 0
    if (side === 'pick') return picked?.[row] ?? 0
    const value = side.startsWith('s.') ? (actors.sectorId[row] ?? '') : (actors.role[row] ?? '')
    return value === wanted ? 1 : 0
  })
}
