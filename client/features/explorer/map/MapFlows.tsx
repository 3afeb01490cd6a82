import { type MapModel, SMALL_FLOW } from './map-model.ts'
import type { Geography, PixelPoint } from './topology.ts'

/** Flows drawn at once, the thickest. */
export const FLOW_LIMIT = 60

/** How far an arc bows out, as a part of its length. */
const BOW = 0.14

const widthOf = (ties: number) => Math.min(9, 0.8 + 0.62 * ties)

function arc([ax, ay]: PixelPoint, [bx, by]: PixelPoint) {
  const [mx, my] = [(ax + bx) / 2 - (by - ay) * BOW, (ay + by) / 2 + (bx - ax) * BOW]
  return {
    path: `M${ax.toFixed(1)},${ay.toFixed(1)}Q${mx.toFixed(1)},${my.toFixed(1)} ${bx.toFixed(1)},${by.toFixed(1)}`,
    /** Where the arc is at its middle. */
    middle: [(ax + bx) / 4 + mx / 2, (ay + by) / 4 + my / 2] as const,
  }
}

interface MapFlowsProps {
  map: MapModel
  geography: Geography
  chosen: string | null
}

/** Pairs of partners between kelurahan as arcs, the wider the more; those of the chosen one with their number. */
export function MapFlows({ map, geography, chosen }: MapFlowsProps) {
  const points = new Map(geography.places.map(({ code, point }) => [code, point]))
  const drawn = map.flows.filter(({ a, b }) => points.has(a) && points.has(b))
  const of = (flow: { a: string; b: string }) => flow.a === chosen || flow.b === chosen
  const shown = [...drawn.slice(0, FLOW_LIMIT), ...drawn.slice(FLOW_LIMIT).filter(of)]
  return (
    <g className={chosen === null ? 'map-flows' : 'map-flows has-chosen'}>
      {shown.map((flow) => (
        <path
          key={`${flow.a} ${flow.b}`}
          d={arc(points.get(flow.a)!, points.get(flow.b)!).path}
          strokeWidth={widthOf(flow.ties)}
          className={of(flow) ? 'map-flow is-chosen' : 'map-flow'}
        />
      ))}
      {shown.filter(of).map((flow) => {
        const { middle } = arc(points.get(flow.a)!, points.get(flow.b)!)
        return (
          <text key={`${flow.a} ${flow.b}`} x={middle[0]} y={middle[1] + 4} className="map-flow-count">
            {map.holdBack && flow.ties < SMALL_FLOW ? `<${SMALL_FLOW}` : flow.ties}
          </text>
        )
      })}
    </g>
  )
}
