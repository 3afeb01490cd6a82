import type { Flow, MapModel } from './map-model.ts'
import type { Geography, PixelPoint } from './topology.ts'

/** Flows drawn at once: of the thinnest ones all or none, so that which are left out is no chance. */
const FLOW_LIMIT = 150

/** How far an arc bows out, as a part of its length. */
const BOW = 0.14
/** Width of one tie, and of the widest flow, px. */
const ONE = 1.5
const WIDEST = 10

/** Proportional to the ties, so that twice as wide is twice as many. */
export const flowWidth = (ties: number, most: number): number => ties * Math.min(ONE, WIDEST / most)

/** Ties of the thinnest flows that are drawn. */
export function leastDrawn(flows: readonly Flow[]): number {
  const beyond = flows[FLOW_LIMIT]
  return beyond === undefined ? 1 : beyond.ties + 1
}

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
  /** Whose flows stand out: the kelurahan under the pointer, or the chosen one. */
  marked: string | null
}

/** Ties between kelurahan as arcs, the wider the more; those of the marked one with their number. */
export function MapFlows({ map, geography, marked }: MapFlowsProps) {
  const points = new Map(geography.places.map(({ code, point }) => [code, point]))
  const least = leastDrawn(map.flows)
  const most = map.flows[0]?.ties ?? 1
  const of = (flow: Flow) => flow.a === marked || flow.b === marked
  const shown = map.flows
    .filter((flow) => points.has(flow.a) && points.has(flow.b) && (flow.ties >= least || of(flow)))
    .map((flow) => ({ ...flow, ...arc(points.get(flow.a)!, points.get(flow.b)!), own: of(flow) }))
    // the wide ones and those of the marked kelurahan lie on top
    .sort((x, y) => Number(x.own) - Number(y.own) || x.ties - y.ties)
  return (
    <g className={marked === null ? 'map-flows' : 'map-flows has-chosen'}>
      {shown.map(({ a, b, path, ties, own }) => (
        <path
          key={`${a} ${b}`}
          d={path}
          strokeWidth={flowWidth(ties, most)}
          className={own ? 'map-flow is-chosen' : ties > 1 ? 'map-flow is-wide' : 'map-flow'}
        />
      ))}
      {shown.map(({ a, b, middle, ties, own }) =>
        own && ties > 1 ? (
          <text key={`${a} ${b}`} x={middle[0]} y={middle[1] + 4} className="map-flow-count">
            {ties}
          </text>
        ) : null,
      )}
    </g>
  )
}
