import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../../ui/format.ts'
import { type Classes, type MapModel, measureOf } from './map-model.ts'

export interface PlaceWords {
  /** The measure of a place as it stands on the map: "7", "54 %", "2,4", "–". */
  value: (map: MapModel, measure: PlaceMeasure, place: number) => string
  /** The same as a sentence with its counts, without who was not asked. */
  fact: (map: MapModel, measure: PlaceMeasure, place: number, name: string) => string
  /** All that is told of a place under the pointer. */
  sentence: (map: MapModel, measure: PlaceMeasure, place: number, name: string) => string
  /** The bounds of class `k` of the measure; 0 is none at all. */
  range: (measure: PlaceMeasure, classes: Classes, k: number) => string
}

/** A kelurahan in words and numbers. */
export function usePlaceWords(): PlaceWords {
  const t = useTranslations('explorer.map')
  const format = useFormat()
  return useMemo(() => {
    const written = (measure: PlaceMeasure, value: number) => {
      if (measure === 'actors') return format.integer(value)
      return measure === 'partners' ? format.decimal(value) : format.percent(value)
    }
    const main = (map: MapModel, measure: PlaceMeasure, place: number, name: string): string => {
      const facts = map.places[place]!
      if (facts.filteredOut) return t('sentence.out', { name })
      if (facts.actors === 0) return t('sentence.empty', { name })
      if (measure === 'actors') return t('sentence.actors', { name, count: facts.actors })
      const value = measureOf(map, measure, place)
      if (measure === 'partners') return t('sentence.partners', { name, value: format.decimal(value ?? 0) })
      const part = measure === 'reach' ? facts.reached : facts.isolates
      return t(`sentence.${measure}`, {
        name,
        part: format.integer(part),
        whole: format.integer(facts.actors),
      })
    }
    return {
      value: (map, measure, place) => {
        const value = measureOf(map, measure, place)
        const { actors, unasked } = map.places[place]!
        // Nobody counted where nobody was asked is not known to be nobody.
        return value === null || (actors === 0 && unasked > 0) ? EN_DASH : written(measure, value)
      },
      fact: main,
      sentence: (map, measure, place, name) => {
        const { unasked, filteredOut } = map.places[place]!
        const more = unasked > 0 && !filteredOut ? t('sentence.unasked', { count: unasked }) : ''
        return `${main(map, measure, place, name)} ${more}`.trim()
      },
      range: (measure, { ends, whole }, k) => {
        if (k === 0) return t('legend.zero', { measure })
        const [before, to] = [ends[k - 2] ?? 0, ends[k - 1]!]
        if (whole) {
          const [from, last] = [format.integer(before + 1), format.integer(to)]
          return from === last ? t('legend.single', { from }) : t('legend.range', { from, to: last })
        }
        const words = { from: written(measure, before), to: written(measure, to) }
        return k === 1 ? t('legend.upTo', words) : t('legend.over', words)
      },
    }
  }, [t, format])
}
