import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { flowWidth, leastDrawn } from './MapFlows.tsx'
import { MARKS_LIMIT } from './MapMarks.tsx'
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
  attribution: string
}

const WITHOUT_CLASS = ['unasked', 'empty', 'out'] as const

/** The classes of the shades with how many kelurahan are in each, and what else is on the map. */
export function MapLegend(props: MapLegendProps) {
  const { map, measure, classes, words, layers, attribution } = props
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
    <section className="twin-legend place-legend">
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
      <ul>
        <li>
          <svg width="18" height="14" aria-hidden="true">
            <path d="M1,10L7,4L12,8L17,3" className="map-districts" />
          </svg>
          <span>{t('legend.district')}</span>
        </li>
      </ul>
      {layers.includes('flows') && map.flows.length > 0 ? <FlowSamples map={map} /> : null}
      {layers.includes('actors') ? (
        <p className="caption">
          {t('legend.placed')}{' '}
          {map.places.some(({ actors }) => actors > MARKS_LIMIT)
            ? t('legend.placedMany', { count: format.integer(MARKS_LIMIT) })
            : null}
        </p>
      ) : null}
      {few && measure !== 'actors' ? <p className="caption">{t('legend.smallNote')}</p> : null}
      <p className="caption">{t('legend.attribution', { source: attribution })}</p>
    </section>
  )
}

/** Lines as wide as one tie, the most, and half of it. */
function FlowSamples({ map }: { map: MapModel }) {
  const t = useTranslations('explorer.map')
  const format = useFormat()
  const most = map.flows[0]!.ties
  const least = leastDrawn(map.flows)
  const left = map.flows.filter(({ ties }) => ties < least).length
  const samples = [...new Set([least, Math.ceil((least + most) / 2), most])].filter((ties) => ties <= most)
  return (
    <>
      <h3 className="panel-title">{t('legend.flow')}</h3>
      <ul>
        {samples.map((ties) => (
          <li key={ties}>
            <svg width="26" height="14" aria-hidden="true">
              <path d="M2,11Q13,1 24,11" strokeWidth={flowWidth(ties, most)} className="map-flow is-wide" />
            </svg>
            <span>{format.integer(ties)}</span>
            <span className="legend-count" />
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="caption">{t('legend.flowsLeft', { count: left })}</p> : null}
    </>
  )
}
