import { PublicNote } from '#client/network/PublicNote.tsx'
import { SectorMapLegend } from '#client/network/SectorMapLegend.tsx'
import type { SectorMapLayout } from '#client/network/sector-map-layout.ts'
import { OtherSectors } from './OtherSectors.tsx'
import { useOverviewModel } from './OverviewContext.ts'

/** Under the picture: who is not named in it, and what its signs mean. A chunk of its own. */
export function BeneathMap({ layout }: { layout: SectorMapLayout }) {
  const { overview, noun } = useOverviewModel()
  const { sectors, smallCells, on } = overview
  return (
    <>
      {smallCells ? <PublicNote cells={smallCells} on={on} noun={noun} /> : null}
      <OtherSectors layout={layout} />
      <SectorMapLegend most={layout.most} sectors={sectors} />
    </>
  )
}
