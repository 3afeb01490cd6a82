import type { SectorMapLayout } from '#client/network/sector-map-layout.ts'
import { MapLegend } from './MapLegend.tsx'
import { OtherSectors } from './OtherSectors.tsx'
import { useOverviewModel } from './OverviewContext.ts'
import { PublicNote } from './PublicNote.tsx'

/** Under the picture: who is not named in it, and what its signs mean. A chunk of its own. */
export function BeneathMap({ layout }: { layout: SectorMapLayout }) {
  const { sectors, smallCells, on } = useOverviewModel().overview
  return (
    <>
      {smallCells ? <PublicNote cells={smallCells} on={on} /> : null}
      <OtherSectors layout={layout} />
      <MapLegend most={layout.most} sectors={sectors} />
    </>
  )
}
