import type { Overview } from '#shared/contract/insights.ts'
import type { SectorLook } from './sector-look.ts'
import type { MapPair, MapSector } from './sector-map-layout.ts'

/** Sectors as the map draws them. */
export function mapSectors(
  overview: Pick<Overview, 'sectors'>,
  look: (id: string) => SectorLook,
  countText: (reached: number, n: number) => string,
): MapSector[] {
  return overview.sectors.map(({ sectorId, level, rho, n, reached }) => {
    const { short, shape, angle } = look(sectorId)
    return { id: sectorId, label: short, count: countText(reached, n), level, shape, angle, rho, n }
  })
}

export interface SectorPairsCount {
  linked: number
  others: number
}

/** With how many other sectors one sector works together. */
export function pairsOf(pairs: readonly MapPair[], sectorId: string): SectorPairsCount {
  const own = pairs.filter(({ a, b }) => a === sectorId || b === sectorId)
  return { linked: own.filter(({ observed }) => observed > 0).length, others: own.length }
}

/** Pairs in the order of what is missing most. */
export const byGap = (pairs: readonly MapPair[]): MapPair[] =>
  [...pairs].sort((x, y) => (y.expected ?? 0) - y.observed - ((x.expected ?? 0) - x.observed))
