import { SectorMark } from './SectorMark.tsx'
import { lookOf } from './sector-look.ts'
import { useNames } from './use-names.ts'

/** The mark of an actor in a list: that of its sector, hollow where it has none. */
export function ActorMark({ sectorId, size = 16 }: { sectorId: string | null; size?: number }) {
  const names = useNames()
  if (sectorId === null) return <SectorMark group={null} shape="circle" size={size} />
  const { group, shape } = lookOf(names, sectorId)
  return <SectorMark group={group} shape={shape} size={size} />
}
