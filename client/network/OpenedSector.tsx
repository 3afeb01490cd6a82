import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'

export interface OpenedSectorProps {
  /** The sector that is open. */
  sectorId: string
  /** The sectors as the map draws them, in the units of its viewBox. */
  marks: readonly { sectorId: string; x: number; y: number; r: number }[]
  viewBox: { width: number; height: number }
  on?: On | undefined
  definition?: DefinitionId | undefined
  /** Opens another sector of the same map instead. */
  onOpen: (sectorId: string) => void
  onClose: () => void
}

/** The sector map with one sector opened into its actors, in place: every other mark stays where it is. */
export function OpenedSector(_props: OpenedSectorProps) {
  return null
}
