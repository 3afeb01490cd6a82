/** A TopoJSON of kelurahan: borders that two of them share are there once. */
export interface Topology {
  /** Where the borders come from, printed under the map. */
  attribution: string
  transform: { scale: readonly [number, number]; translate: readonly [number, number] }
  arcs: readonly (readonly (readonly [number, number])[])[]
  objects: { villages: { geometries: readonly VillageGeometry[] } }
}

type VillageGeometry = { id: string; properties: { point: LngLat } } & (
  | { type: 'Polygon'; arcs: readonly (readonly number[])[] }
  | { type: 'MultiPolygon'; arcs: readonly (readonly (readonly number[])[])[] }
)

/** Degrees east and north. */
export type LngLat = readonly [lng: number, lat: number]
/** Pixels of the picture; y grows downwards. */
export type PixelPoint = readonly [x: number, y: number]

export interface Place {
  /** Code of the kelurahan. */
  code: string
  /** SVG path. */
  path: string
  /** The same as points, ring by ring. */
  rings: readonly (readonly PixelPoint[])[]
  /** A point surely inside, for labels and marks. */
  point: PixelPoint
  /** Extent in pixels. */
  width: number
  height: number
}

export interface Geography {
  places: readonly Place[]
  /** SVG path of the borders between two districts and around the whole. */
  districtBorders: string
  width: number
  height: number
  /** Pixels per kilometre. */
  scale: number
}

/** Mean length of a degree of latitude, km (WGS 84). */
const KM_PER_DEGREE = 111.19

/**
 * Places in a picture of at most so many pixels. Equirectangular at the middle latitude: within a city the error is far below a pixel.
 * `districtOf` says which district a place belongs to.
 */
export function geographyOf(
  topology: Topology,
  box: { width: number; height: number },
  districtOf: (code: string) => string,
): Geography {
  const arcs = topology.arcs.map((arc) => unpack(topology, arc))
  const all = arcs.flat()
  const [west, east] = extent(all.map(([lng]) => lng))
  const [south, north] = extent(all.map(([, lat]) => lat))
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(box.width / ((east - west) * squeeze), box.height / (north - south))
  const project = ([lng, lat]: LngLat): PixelPoint => [(lng - west) * squeeze * scale, (north - lat) * scale]
  const drawn = arcs.map((arc) => arc.map(project))
  const { geometries } = topology.objects.villages
  return {
    places: geometries.map((village) => placeOf(village, drawn, project)),
    districtBorders: districtBorders(geometries, drawn, districtOf),
    width: (east - west) * squeeze * scale,
    height: (north - south) * scale,
    scale: scale / KM_PER_DEGREE,
  }
}

/** Quantised steps to degrees. */
function unpack({ transform: { scale, translate } }: Topology, arc: Topology['arcs'][number]): LngLat[] {
  let [x, y] = [0, 0]
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}

export const ringsOf = (village: VillageGeometry): readonly (readonly number[])[] =>
  village.type === 'Polygon' ? village.arcs : village.arcs.flat()

/** An arc by its number; ~number is the same one backwards. */
const arcNumber = (signed: number) => (signed < 0 ? ~signed : signed)

/** The points of a ring, each once; arcs meet at their ends. */
export function ringPoints<P>(ring: readonly number[], arcs: readonly (readonly P[])[]): P[] {
  return ring.flatMap((signed) => {
    const arc = arcs[arcNumber(signed)]!
    return (signed < 0 ? [...arc].reverse() : arc).slice(0, -1)
  })
}

const tenth = (value: number) => Math.round(value * 10) / 10
const line = (points: readonly PixelPoint[]) =>
  `M${points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join('L')}`

function placeOf(
  village: VillageGeometry,
  arcs: readonly (readonly PixelPoint[])[],
  project: (point: LngLat) => PixelPoint,
): Place {
  const rings = ringsOf(village).map((ring) => ringPoints(ring, arcs))
  const points = rings.flat()
  const [left, right] = extent(points.map(([x]) => x))
  const [top, bottom] = extent(points.map(([, y]) => y))
  return {
    code: village.id,
    path: rings.map((ring) => `${line(ring)}Z`).join(''),
    rings,
    point: project(village.properties.point),
    width: right - left,
    height: bottom - top,
  }
}

function districtBorders(
  geometries: readonly VillageGeometry[],
  arcs: readonly (readonly PixelPoint[])[],
  districtOf: (code: string) => string,
): string {
  const sides = new Map<number, string[]>()
  for (const village of geometries)
    for (const signed of ringsOf(village).flat()) {
      const arc = arcNumber(signed)
      sides.set(arc, [...(sides.get(arc) ?? []), districtOf(village.id)])
    }
  return [...sides]
    .filter(([, [one, other]]) => one !== other)
    .map(([arc]) => line(arcs[arc]!))
    .join('')
}
