import type { SectorGroup, SectorShape } from '#shared/contract/vocabulary.ts'
import type { Names } from './use-names.ts'

/** How a sector is written and drawn. */
export interface SectorLook {
  id: string
  name: string
  short: string
  code: string
  group: SectorGroup | null
  shape: SectorShape
  /** Degrees, clockwise from the top. */
  angle: number
}

/** The look of a sector; an id that the reference does not know reads as itself and is drawn hollow. */
export function lookOf(names: Names, id: string): SectorLook {
  const sector = names.findSector(id)
  return {
    id,
    name: names.sector(id),
    short: names.sectorShort(id),
    code: sector?.code ?? id.slice(0, 2),
    group: sector?.group ?? null,
    shape: sector?.shape ?? 'circle',
    angle: sector?.angle ?? 0,
  }
}
