import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { type MapModel, measureOf, type PlaceFacts } from './map-model.ts'

/** More places than this with the same value are counted, the first two of them named. */
const NAMED = 2

/** What the map shows, as a heading: the extreme of the measure with its counts, and every place that shares it. */
export function useFinding(
  map: MapModel,
  measure: PlaceMeasure,
  noun: (count: number) => string,
  placeName: (code: string) => string,
): string {
  const t = useTranslations('explorer.map')
  const format = useFormat()
  const there = map.places
    .map((place, k) => ({ ...place, value: measureOf(map, measure, k)! }))
    .filter((place) => place.code !== '' && place.actors > 0)
  const values = there.map(({ value }) => value)
  if (values.length === 0) return t('finding.none')
  const extreme = measure === 'reach' ? Math.min(...values) : Math.max(...values)
  const first = there
    .filter(({ value }) => value === extreme)
    .toSorted((a, b) => b.actors - a.actors || format.compare(placeName(a.code), placeName(b.code)))
  const known = first.slice(0, NAMED).map(({ code }) => placeName(code))
  const names =
    first.length > NAMED
      ? t('finding.several', { count: first.length, names: format.list(known) })
      : format.list(known)
  const each = (value: string) => (first.length > 1 ? t('finding.each', { value }) : value)
  const total = (key: 'actors' | 'isolates') => map.places.reduce((sum, place) => sum + place[key], 0)
  // "1 of 5" only where it is so in each of them
  const part = (key: 'reached' | 'isolates') => {
    const [one] = first
    const same = first.every((place: PlaceFacts) => place[key] === one![key] && place.actors === one!.actors)
    return same
      ? t('table.of', { part: format.integer(one![key]), whole: format.integer(one!.actors) })
      : format.percent(extreme)
  }
  if (measure === 'actors') {
    const villages = map.places.filter((place) => place.code !== '')
    const even = there.length > 1 && values.every((value) => value === extreme)
    const all = there.length === villages.length
    return t(even ? 'finding.actorsEven' : all ? 'finding.actorsAll' : 'finding.actors', {
      n: noun(villages.reduce((sum, place) => sum + place.actors, 0)),
      places: format.integer(there.length),
      all: format.integer(villages.length),
      names,
      value: each(format.integer(extreme)),
    })
  }
  if (measure === 'partners') return t('finding.partners', { names, value: format.decimal(extreme) })
  if (measure === 'reach')
    return values.every((value) => value === extreme)
      ? t('finding.reachEven', { value: format.percent(extreme) })
      : t('finding.reach', { names, value: each(part('reached')) })
  if (extreme === 0) return t('finding.isolatesNone')
  return t('finding.isolates', {
    part: format.integer(total('isolates')),
    whole: noun(total('actors')),
    names,
    value: each(part('isolates')),
  })
}
