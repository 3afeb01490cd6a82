import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { fillOf } from './MapPicture.tsx'
import { type Classes, type MapModel, SMALL_PLACE } from './map-model.ts'
import type { MapLayer } from './map-view.ts'
import type { PlaceWords } from './use-place-words.ts'

interface MapLegendProps {
  map: MapModel
  measure: PlaceMeasure
  classes: Classes
  words: PlaceWords
  layers: readonly MapLayer[]
  flowsLeft: number
  attribution: string
}

const WITHOUT_CLASS = ['unasked', 'empty', 'small', 'out'] as const

/** The classes of the shades with how many kelurahan are in each, and what else is on the map. */
export function MapLegend(props: MapLegendProps) {
  const { map, measure, classes, words, layers, flowsLeft, attribution } = props
  const t = useTranslations('explorer.map')
  const format = useFormat()
  const counts = new Map<string, number>()
  for (const [k, place] of map.places.entries()) {
    if (place.code === '') continue
    const fill = fillOf(map, measure, classes, k)
    counts.set(fill, (counts.get(fill) ?? 0) + 1)
  }
  const few = map.places.some(({ actors }) => actors > 0 && actors < SMALL_PLACE)
  const entry = (fill: string, text: string) => (
    <li key={fill}>
      <svg width="18" height="14" aria-hidden="true">
        <rect x="0.5" y="0.5" width="17" height="13" className={`place ${fill}`} />
      </svg>
      <span>{text}</span>
      <span className="legend-count">{format.integer(counts.get(fill) ?? 0)}</span>
    </li>
  )
  return (
    <section className="twin-legend map-legend">
      <h3 className="panel-title">{t('legend.title', { measure: t(`measures.${measure}`) })}</h3>
      <ul>
        {[0, ...classes.ends.map((_, k) => k + 1)]
          // of a count, none at all is nobody counted, which has an entry of its own
          .filter((k) => measure !== 'actors' || k > 0)
          .map((k) => entry(`place-${k}`, words.range(measure, classes, k)))}
        {WITHOUT_CLASS.filter((kind) => counts.has(`place-${kind}`)).map((kind) =>
          entry(`place-${kind}`, t(`legend.${kind}`)),
        )}
      </ul>
      <p className="caption">
        {layers.includes('flows') ? `${t('legend.flow')}. ` : null}
        {layers.includes('flows') && flowsLeft > 0 ? `${t('legend.flowsLeft', { count: flowsLeft })} ` : null}
        {layers.includes('actors') ? `${t('legend.placed')} ` : null}
        {few && measure !== 'actors' ? t('legend.smallNote') : null}
      </p>
      <p className="caption">{t('legend.attribution', { source: attribution })}</p>
    </section>
  )
}
