import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { type MapModel, measureOf } from './map-model.ts'

/** What the map shows, as a heading: the extreme of the measure, with its counts. Ties go to the place with more actors. */
export function useFinding(
  map: MapModel,
  measure: PlaceMeasure,
  noun: (count: number) => string,
  placeName: (code: string) => string,
): string {
  const t = useTranslations('explorer.map.finding')
  const format = useFormat()
  const there = map.places
    .map((place, k) => ({ ...place, value: measureOf(map, measure, k) }))
    .filter((place) => place.code !== '' && place.actors > 0 && place.value !== null)
  if (there.length === 0) return t('none')
  const sign = measure === 'reach' ? 1 : -1
  const [first] = there.toSorted((a, b) => sign * (a.value! - b.value!) || b.actors - a.actors)
  const { code, actors, reached, isolates, value } = first!
  const name = placeName(code)
  const total = (key: 'actors' | 'isolates') => map.places.reduce((sum, place) => sum + place[key], 0)
  if (measure === 'actors') {
    const villages = map.places.filter((place) => place.code !== '')
    return t('actors', {
      n: noun(villages.reduce((sum, place) => sum + place.actors, 0)),
      places: format.integer(villages.filter((place) => place.actors > 0).length),
      all: format.integer(villages.length),
      name,
      value: format.integer(actors),
    })
  }
  if (measure === 'reach')
    return there.every((place) => place.value === value)
      ? t('reachEven', { value: format.percent(value!) })
      : t('reach', { name, part: format.integer(reached), whole: format.integer(actors) })
  if (measure === 'partners') return t('partners', { name, value: format.decimal(value!) })
  if (total('isolates') === 0) return t('isolatesNone')
  return t('isolates', {
    part: format.integer(total('isolates')),
    whole: noun(total('actors')),
    name,
    some: format.integer(isolates),
    here: format.integer(actors),
  })
}
