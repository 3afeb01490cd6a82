import { PLACE_MEASURES, type PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { NOTHING } from '../address-signs.ts'

/** What may lie on the map beside the shades. */
export const MAP_LAYERS = ['flows', 'actors'] as const
export type MapLayer = (typeof MAP_LAYERS)[number]

/** What the map shows, as the address keeps it. */
export interface MapView {
  measure: PlaceMeasure
  layers: readonly MapLayer[]
  /** Code of the chosen kelurahan. */
  place: string | null
}

export const MAP_DEFAULT: MapView = { measure: 'actors', layers: ['flows'], place: null }
export const MAP_PARAMS = ['measure', 'layers', 'place'] as const

/** `text` reads one parameter, '' where it is not there. */
export function readMap(text: (name: (typeof MAP_PARAMS)[number]) => string): MapView {
  const layers = text('layers').split(',')
  const named = MAP_LAYERS.filter((layer) => layers.includes(layer))
  return {
    measure: PLACE_MEASURES.find((id) => id === text('measure')) ?? MAP_DEFAULT.measure,
    layers: named.length > 0 ? named : text('layers') === NOTHING ? [] : MAP_DEFAULT.layers,
    place: text('place') || null,
  }
}

export function writeMap({ measure, layers, place }: MapView): {
  measure?: string
  layers?: string
  place?: string
} {
  const listed = MAP_LAYERS.filter((layer) => layers.includes(layer)).join(',')
  return {
    ...(measure === MAP_DEFAULT.measure ? {} : { measure }),
    ...(listed === MAP_DEFAULT.layers.join(',') ? {} : { layers: listed || NOTHING }),
    ...(place === null ? {} : { place }),
  }
}
