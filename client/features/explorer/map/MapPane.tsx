import '../twins.css'
import './map.css'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PLACE_MEASURES, type PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { TitleWithMethod } from '../../../network/TitleWithMethod.tsx'
import { useNames } from '../../../network/use-names.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import { useWidth } from '../../../ui/use-width.ts'
import { NO_QUESTION } from '../focus/use-canvas-actions.ts'
import type { ComparisonState } from '../time/use-comparison.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { useNoun } from '../use-noun.ts'
import type { ExplorerView } from '../view-state.ts'
import { boundariesQuery } from './boundaries.ts'
import { MapLegend } from './MapLegend.tsx'
import { MapPicture } from './MapPicture.tsx'
import { classesOf } from './map-model.ts'
import { MAP_LAYERS, type MapLayer, type MapView } from './map-view.ts'
import { PlacePanel } from './PlacePanel.tsx'
import { PlaceTable } from './PlaceTable.tsx'
import { geographyOf, type Topology } from './topology.ts'
import { useFinding } from './use-finding.ts'
import { useMap } from './use-map.ts'
import { usePlaceWords } from './use-place-words.ts'

interface MapPaneProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
  /** Two dates, where the address names them. */
  comparison: ComparisonState | null
  /** The panel of the chosen kelurahan stands beside the map; else it is under it. */
  wide: boolean
}

/** What stands above and below the picture at the least, px: without scrolling it is whole, down to a height that is still read. */
const AROUND = 436
const tallest = () => Math.max(360, Math.min(760, innerHeight - AROUND))

/** The network by kelurahan: shades, flows and actors on the borders of the city, and the same numbers as a table. */
export function MapPane(props: MapPaneProps) {
  const { model, view, change, wide } = props
  const t = useTranslations('explorer.map')
  const announce = useAnnounce()
  const noun = useNoun(model.network.definition)
  const { map, placed, placeName, districtOf } = useMap(model, view)
  const words = usePlaceWords()
  const finding = useFinding(map, view.map.measure, noun, placeName)
  const { measure, place } = view.map
  const set = useCallback(
    (part: Partial<MapView>, keep = false) => change({ map: { ...view.map, ...part } }, keep),
    [change, view.map],
  )
  const choose = useCallback(
    (code: string) => {
      set({ place: code === place ? null : code }, true)
      if (code !== place) announce(t('place.chosen', { name: placeName(code) }))
    },
    [set, place, announce, t, placeName],
  )
  if (!placed)
    return (
      <div className="twin-pane">
        <EmptyState title={t('none.title')}>{t('none.regions')}</EmptyState>
      </div>
    )
  return (
    <div className="twin-pane">
      <header className="twin-heading">
        <TitleWithMethod
          title={finding}
          metric="place-profile"
          view={{ on: view.on ?? undefined, definition: view.definition }}
        />
      </header>
      <Controls view={view.map} set={set} />
      {props.comparison ? <OneDate comparison={props.comparison} on={model.network.on} /> : null}
      <Picture
        {...props}
        map={map}
        words={words}
        placeName={placeName}
        districtOf={districtOf}
        choose={choose}
      />
      {wide ? null : <PlacePanel model={model} view={view} change={change} />}
      <Elsewhere map={map} districtOf={districtOf} />
      <PlaceTable
        map={map}
        measure={measure}
        words={words}
        placeName={placeName}
        districtName={(code) => (districtOf(code) === '' ? '' : placeName(districtOf(code)))}
        chosen={place}
        onChoose={choose}
      />
    </div>
  )
}

/** The map tells of one date only: said where two are compared. */
function OneDate({ comparison: { dates }, on }: { comparison: ComparisonState; on: string }) {
  const t = useTranslations('explorer.map')
  const format = useFormat()
  const other = on === dates.to ? dates.from : dates.to
  return <p className="twin-dates">{t('laterOnly', { on: format.date(on), other: format.date(other) })}</p>
}

type CityMap = ReturnType<typeof useMap>

interface PictureProps extends MapPaneProps, Pick<CityMap, 'map' | 'placeName' | 'districtOf'> {
  words: ReturnType<typeof usePlaceWords>
  choose: (code: string) => void
}

/** The borders first: without them there is nothing to draw on. */
function Picture(props: PictureProps) {
  const t = useTranslations('explorer.map.none')
  const city = useNames().reference?.city.regionCode ?? null
  const { data, isError, isPending } = useQuery(boundariesQuery(city))
  if (isError) return <p className="twin-note">{t('failed')}</p>
  if (isPending) return <p className="caption map-wait">{t('loading')}</p>
  if (data === null) return <p className="twin-note">{t('boundaries')}</p>
  return <Drawn {...props} borders={data} />
}

function Drawn(props: PictureProps & { borders: Topology }) {
  const { model, view, change, map, words, placeName, districtOf, choose, borders } = props
  const t = useTranslations('explorer.map')
  const [sentence, setSentence] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { measure, layers, place } = view.map
  const geography = useMemo(
    () => (width > 0 ? geographyOf(borders, { width: width - 8, height: tallest() }, districtOf) : null),
    [borders, width, districtOf],
  )
  const classes = useMemo(() => classesOf(map, measure), [map, measure])
  const chooseActor = useCallback((actor: string) => change({ actor, ...NO_QUESTION }), [change])
  return (
    <>
      <p className="map-sentence">{sentence ?? t('hint')}</p>
      <div className="map-frame">
        <div ref={frame} className="map-canvas">
          {geography ? (
            <MapPicture
              model={model}
              map={map}
              geography={geography}
              measure={measure}
              classes={classes}
              layers={layers}
              words={words}
              placeName={placeName}
              chosen={place}
              chosenActor={view.actor}
              onChoose={choose}
              onChooseActor={chooseActor}
              onStand={setSentence}
            />
          ) : null}
        </div>
        <MapLegend
          map={map}
          measure={measure}
          classes={classes}
          words={words}
          layers={layers}
          attribution={borders.attribution}
        />
      </div>
    </>
  )
}

function Controls({ view, set }: { view: MapView; set: (part: Partial<MapView>, keep?: boolean) => void }) {
  const t = useTranslations('explorer.map')
  const id = useId()
  const toggle = (layer: MapLayer) =>
    set({
      layers: view.layers.includes(layer)
        ? view.layers.filter((one) => one !== layer)
        : [...view.layers, layer],
    })
  return (
    <div className="twin-controls">
      <label htmlFor={id}>{t('measure')}</label>
      <select
        id={id}
        className="input"
        value={view.measure}
        onChange={(event) => set({ measure: event.target.value as PlaceMeasure }, true)}
      >
        {PLACE_MEASURES.map((measure) => (
          <option key={measure} value={measure}>
            {t(`measures.${measure}`)}
          </option>
        ))}
      </select>
      <fieldset className="map-layers" aria-label={t('layersLabel')}>
        {MAP_LAYERS.map((layer) => (
          <label key={layer}>
            <input
              type="checkbox"
              className="check"
              checked={view.layers.includes(layer)}
              onChange={() => toggle(layer)}
            />
            {t(`layers.${layer}`)}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

function Elsewhere({ map, districtOf }: Pick<CityMap, 'map' | 'districtOf'>) {
  const t = useTranslations('explorer.map.elsewhere')
  const unknown = map.places.find(({ code }) => code === '')?.actors ?? 0
  const outside = map.places
    .filter(({ code }) => code !== '' && districtOf(code) === '')
    .reduce((sum, { actors }) => sum + actors, 0)
  if (unknown + outside === 0) return null
  return (
    <p className="caption">
      {unknown > 0 ? t('unknown', { count: unknown }) : null}{' '}
      {outside > 0 ? t('outside', { count: outside }) : null}
    </p>
  )
}
