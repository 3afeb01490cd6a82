import { type KeyboardEvent, memo, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { Silent } from '../../../ui/Silent.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { arrowStep, isArrow } from './arrow-step.ts'
import { MapFlows } from './MapFlows.tsx'
import { MapMarks } from './MapMarks.tsx'
import { type Classes, classOf, type MapModel, measureOf } from './map-model.ts'
import type { MapLayer } from './map-view.ts'
import { type PlaceLabel, placeLabels } from './place-labels.ts'
import type { Geography, Place } from './topology.ts'
import type { PlaceWords } from './use-place-words.ts'

interface MapPictureProps {
  model: ExplorerModel
  map: MapModel
  geography: Geography
  measure: PlaceMeasure
  classes: Classes
  layers: readonly MapLayer[]
  words: PlaceWords
  placeName: (code: string) => string
  chosen: string | null
  chosenActor: string | null
  onChoose: (code: string) => void
  onChooseActor: (id: string) => void
  /** The kelurahan under the pointer or the focus, as a sentence. */
  onStand: (sentence: string | null) => void
}

/** How a place is filled: a class of the measure, or why it has none. */
export function fillOf(map: MapModel, measure: PlaceMeasure, classes: Classes, place: number): string {
  const facts = map.places[place]!
  if (facts.filteredOut) return 'place-out'
  if (facts.actors === 0) return facts.unasked > 0 ? 'place-unasked' : 'place-empty'
  const value = measureOf(map, measure, place)
  return `place-${classOf(classes, value ?? 0)}`
}

/** The kelurahan, shaded by a measure, with flows and actors above; walked with the arrow keys. */
export const MapPicture = memo(function MapPicture(props: MapPictureProps) {
  const { model, map, geography, measure, classes, layers, words, placeName, chosen, onChoose, onStand } =
    props
  const t = useTranslations('explorer.map')
  const [here, setHere] = useState(0)
  const [over, setOver] = useState<string | null>(null)
  const { places, width, height } = geography
  const labels = useMemo(() => placeLabels(geography, placeName), [geography, placeName])
  const sentenceOf = (place: Place) => {
    const k = map.placeAt.get(place.code)
    return k === undefined ? placeName(place.code) : words.sentence(map, measure, k, placeName(place.code))
  }
  const indexOf = (target: EventTarget) => {
    const at = (target as Element).closest('[data-place]')?.getAttribute('data-place')
    return places.findIndex(({ code }) => code === at)
  }
  const rowAt = (target: EventTarget) => {
    const at = (target as Element).closest('[data-actor]')?.getAttribute('data-actor')
    return at ? Number(at) : null
  }
  const stand = (event: { target: EventTarget }) => {
    const row = rowAt(event.target)
    const at = indexOf(event.target)
    const { actors } = model.network
    setOver(row === null ? (places[at]?.code ?? null) : (actors.regionCode[row] ?? null))
    if (row !== null) onStand(actors.name[row]!)
    else onStand(at < 0 ? null : sentenceOf(places[at]!))
  }
  const leave = () => {
    setOver(null)
    onStand(null)
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const at = indexOf(event.target)
    if (at < 0) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(places[at]!.code)
      return
    }
    if (!isArrow(event.key)) return
    event.preventDefault()
    const next = arrowStep(
      places.map(({ point }) => point),
      at,
      event.key,
    )
    if (next < 0) return
    setHere(next)
    event.currentTarget.querySelector<SVGElement>(`[data-place="${places[next]!.code}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture of buttons; SVG has no fieldset
    <svg
      role="group"
      className="map-picture"
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      width={width + 8}
      height={height + 8}
      aria-label={t('label', { measure: t(`measures.${measure}`) })}
      onKeyDown={onKeyDown}
      onMouseOver={stand}
      onMouseLeave={leave}
      onFocus={(event) => {
        stand(event)
        const at = indexOf(event.target)
        if (at >= 0) setHere(at)
      }}
      onBlur={leave}
      onClick={(event) => {
        const row = rowAt(event.target)
        if (row !== null) {
          props.onChooseActor(model.network.actors.id[row]!)
          return
        }
        const at = indexOf(event.target)
        if (at >= 0) onChoose(places[at]!.code)
      }}
    >
      {places.map((place, i) => {
        const k = map.placeAt.get(place.code)
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <path
            key={place.code}
            d={place.path}
            data-place={place.code}
            className={`place ${k === undefined ? 'place-empty' : fillOf(map, measure, classes, k)}`}
            role="button"
            tabIndex={i === Math.min(here, places.length - 1) ? 0 : -1}
            aria-pressed={place.code === chosen}
            aria-label={sentenceOf(place)}
          />
        )
      })}
      <path d={geography.districtBorders} className="map-districts" />
      {places.map((place) =>
        place.code === chosen ? <path key={place.code} d={place.path} className="map-chosen" /> : null,
      )}
      <Silent>
        {layers.includes('flows') ? (
          <MapFlows map={map} geography={geography} marked={over ?? chosen} />
        ) : null}
        {layers.includes('actors') ? (
          <MapMarks model={model} geography={geography} labels={labels} chosen={props.chosenActor} />
        ) : (
          <ChosenActor model={model} geography={geography} chosen={props.chosenActor} />
        )}
        <g className="map-labels">
          {labels.map((label) => {
            const k = map.placeAt.get(label.code)
            if (k === undefined || map.places[k]!.filteredOut) return null
            return <Label key={label.code} label={label} value={words.value(map, measure, k)} />
          })}
        </g>
      </Silent>
    </svg>
  )
})

function Label({ label: { x, y, lines }, value }: { label: PlaceLabel; value: string }) {
  return (
    <text x={x} y={y + 4 - 6 * lines.length} className="place-value">
      {lines.map((line, i) => (
        <tspan key={line} x={x} dy={i === 0 ? 0 : 12} className="place-name">
          {line}
        </tspan>
      ))}
      <tspan x={x} dy={lines.length === 0 ? 0 : 13}>
        {value}
      </tspan>
    </text>
  )
}

function ChosenActor({
  model,
  geography,
  chosen,
}: Pick<MapPictureProps, 'model' | 'geography'> & { chosen: string | null }) {
  const row = chosen === null ? undefined : model.index.rowOf.get(chosen)
  const code = row === undefined ? null : model.network.actors.regionCode[row]
  const place = geography.places.find((one) => one.code === code)
  if (!place) return null
  return <circle cx={place.point[0]} cy={place.point[1]} r={14} className="map-actor-ring" />
}
