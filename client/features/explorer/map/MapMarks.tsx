import { useMemo } from 'react'
import { SectorGlyph } from '../../../network/SectorGlyph.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { actorSpots } from './actor-spots.ts'
import { isLabelled, type PlaceLabel } from './place-labels.ts'
import type { Geography, PixelPoint } from './topology.ts'

/** Radius of a mark, px. */
const RADIUS = 3.8
/** A place with more actors than this shows its number alone. */
export const MARKS_LIMIT = 80

interface MapMarksProps {
  model: ExplorerModel
  geography: Geography
  labels: readonly PlaceLabel[]
  chosen: string | null
}

/**
 * The actors of each kelurahan in spots inside it: not where they are, for addresses are not kept. Whoever fails a filter leaves
 * its spot empty, so that nobody moves.
 */
export function MapMarks({ model, geography, labels, chosen }: MapMarksProps) {
  const { network, dressed, filtered, picked } = model
  const spots = useSpots(model, geography, labels)
  return (
    <g>
      {[...spots].map(([row, [x, y]]) => {
        if (filtered.actors[row] !== 1) return null
        const id = network.actors.id[row]!
        const look = dressed.lookOf(row)
        const standing = network.actors.standing[row]
        return (
          <g key={id} className="map-mark" data-actor={row}>
            <circle cx={x} cy={y} r={RADIUS + 4} className="map-mark-target" />
            <SectorGlyph
              x={x}
              y={y}
              r={RADIUS}
              group={look.group}
              shape={look.shape}
              unknown={standing === 'unasked'}
            />
            {standing === 'unlinked' ? <circle cx={x} cy={y} r={RADIUS + 2.2} className="tray-ring" /> : null}
            {id === chosen || picked?.[row] === 1 ? (
              <circle cx={x} cy={y} r={RADIUS + 3.4} className="map-actor-ring" />
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

/** By row of the network. */
function useSpots(
  { network, index }: ExplorerModel,
  geography: Geography,
  labels: readonly PlaceLabel[],
): ReadonlyMap<number, PixelPoint> {
  return useMemo(() => {
    const rows = new Map<string, number[]>()
    for (const [row, code] of network.actors.regionCode.entries())
      if (code !== null && index.present[row] === 1) {
        const here = rows.get(code)
        if (here) here.push(row)
        else rows.set(code, [row])
      }
    const taken = (spot: PixelPoint) => isLabelled(labels, spot, RADIUS)
    const spots = new Map<number, PixelPoint>()
    for (const place of geography.places) {
      const here = rows.get(place.code) ?? []
      if (here.length > MARKS_LIMIT) continue
      for (const [k, spot] of actorSpots(place, here.length, RADIUS, taken).entries())
        spots.set(here[k]!, spot)
    }
    return spots
  }, [network, index, geography, labels])
}
