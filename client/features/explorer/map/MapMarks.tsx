import { SectorGlyph } from '../../../network/SectorGlyph.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { MapModel } from './map-model.ts'
import type { Geography } from './topology.ts'

/** Radius of a mark, and the room that the number in the middle takes, px. */
const RADIUS = 3.6
const MIDDLE = 12
/** Each mark a golden angle on from the one before: none is ever behind another. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** Places around the middle of a kelurahan, outwards, one after the other. */
const around = (k: number) => {
  const distance = Math.sqrt(MIDDLE ** 2 + k * (2.2 * RADIUS) ** 2)
  return [distance * Math.cos(k * GOLDEN), distance * Math.sin(k * GOLDEN)] as const
}

interface MapMarksProps {
  model: ExplorerModel
  map: MapModel
  geography: Geography
  chosen: string | null
}

/** The actors of each kelurahan round about its middle; as many as have room, in the order of their ids. */
export function MapMarks({ model, map, geography, chosen }: MapMarksProps) {
  const { network, looks } = model
  const rows = new Map<string, number[]>()
  for (const row of map.counted.rows) {
    const code = network.actors.regionCode[row] ?? ''
    rows.set(code, [...(rows.get(code) ?? []), row])
  }
  return (
    <g>
      {geography.places.map((place) => {
        const room = Math.min(place.width, place.height) / 2
        const here = rows.get(place.code) ?? []
        return here.map((row, k) => {
          const [dx, dy] = around(k)
          const id = network.actors.id[row]!
          if (Math.hypot(dx, dy) > room && id !== chosen) return null
          const look = looks.ofRow(network, row)
          const [x, y] = [place.point[0] + dx, place.point[1] + dy]
          return (
            <g key={id} className="map-mark">
              <SectorGlyph x={x} y={y} r={RADIUS} group={look.group} shape={look.shape} />
              {network.actors.standing[row] === 'unlinked' ? (
                <circle cx={x} cy={y} r={RADIUS + 2.2} className="tray-ring" />
              ) : null}
              {id === chosen ? <circle cx={x} cy={y} r={RADIUS + 3} className="map-actor-ring" /> : null}
            </g>
          )
        })
      })}
    </g>
  )
}
