import './map.css'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { Button } from '../../../ui/Button.tsx'
import { buttonClass } from '../../../ui/button-class.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { onlyThese } from '../choice.ts'
import { withFilter } from '../filters.ts'
import { ActorList } from '../list/ActorList.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { valuesOf } from '../use-filter-options.ts'
import type { ExplorerView } from '../view-state.ts'
import type { Flow, MapModel } from './map-model.ts'
import { useMap } from './use-map.ts'
import { usePlaceWords } from './use-place-words.ts'

interface PlacePanelProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** Flows listed at once. */
const LISTED = 10

/** Who is in the chosen kelurahan and with which others it works; while none is chosen, the widest flows of all. */
export function PlacePanel({ model, view, change }: PlacePanelProps) {
  const t = useTranslations('explorer.map')
  const { map, placed, placeName } = useMap(model, view)
  const { place } = view.map
  if (!placed) return null
  const known = place !== null && map.placeAt.has(place)
  return (
    <div className="place-panel">
      {known ? (
        <ChosenPlace key={place} place={place} model={model} view={view} change={change} />
      ) : (
        <p className="caption">{t('place.choose')}</p>
      )}
      <FlowList map={map} place={known ? place : null} placeName={placeName} />
    </div>
  )
}

function ChosenPlace({ place, model, view, change }: PlacePanelProps & { place: string }) {
  const t = useTranslations('explorer.map')
  const { map, placeName, districtOf } = useMap(model, view)
  const words = usePlaceWords()
  const [q, setQ] = useState('')
  const k = map.placeAt.get(place)!
  const name = placeName(place)
  const { regionCode } = model.network.actors
  const { present } = model.index
  const here = useCallback(
    (row: number) => regionCode[row] === place && present[row] === 1,
    [regionCode, place, present],
  )
  const measures = ['actors', 'reach', 'isolates', 'partners'] as const
  const sentences = map.places[k]!.actors === 0 ? (['actors'] as const) : measures
  const filter = view.filters.region
  const alone = filter?.mode === 'only' && filter.values.length === 1 && filter.values[0] === place
  const universe = [...valuesOf(model, 'region')]
  return (
    <section aria-labelledby="chosen-place">
      <header className="place-head">
        <h2 className="details-name" id="chosen-place">
          {t('place.title', { name })}
        </h2>
        <IconButton
          label={t('place.close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={() => change({ map: { ...view.map, place: null } }, true)}
        />
      </header>
      {districtOf(place) === '' ? null : (
        <p className="caption">{t('place.district', { name: placeName(districtOf(place)) })}</p>
      )}
      <ul className="place-facts">
        {sentences.map((measure) => (
          <li key={measure}>{words.fact(map, measure, k, name).replace(`${name}: `, '')}</li>
        ))}
        {map.places[k]!.unasked > 0 ? (
          <li>{t('sentence.unasked', { count: map.places[k]!.unasked })}</li>
        ) : null}
      </ul>
      <p className="place-actions">
        <Button
          onClick={() =>
            change(
              { filters: withFilter(view.filters, 'region', onlyThese(filter, [place], universe)) },
              true,
            )
          }
        >
          {t(alone ? 'place.release' : 'place.only')}
        </Button>
        <Link
          to="/pelaku"
          search={{
            region: place,
            on: view.on ?? undefined,
            definition: view.definition === 'official' ? undefined : view.definition,
          }}
          className={buttonClass()}
        >
          {t('place.register')}
        </Link>
      </p>
      <h3 className="panel-title">{t('place.who')}</h3>
      <ActorList
        model={model}
        only={here}
        caption={t('place.who')}
        q={q}
        onSearch={setQ}
        chosen={view.actor}
        onChoose={(actor) => change({ actor })}
        narrow
      />
    </section>
  )
}

interface FlowListProps {
  map: MapModel
  place: string | null
  placeName: (code: string) => string
}

/** The arcs of the map in words. */
function FlowList({ map, place, placeName }: FlowListProps) {
  const t = useTranslations('explorer.map.flows')
  const flows = place === null ? map.flows : map.flows.filter(({ a, b }) => a === place || b === place)
  const named = ({ a, b }: Flow) =>
    place === null ? t('of', { a: placeName(a), b: placeName(b) }) : placeName(a === place ? b : a)
  const rows = () => map.flows.map(({ a, b, ties }) => [placeName(a), placeName(b), ties])
  return (
    <section className="flow-list">
      <h3 className="panel-title">{t('title')}</h3>
      {flows.length === 0 ? <p className="caption">{t('none')}</p> : null}
      <ul>
        {flows.slice(0, LISTED).map((flow) => (
          <li key={`${flow.a} ${flow.b}`}>
            <span>{named(flow)}</span>
            <span>{t('count', { count: flow.ties })}</span>
          </li>
        ))}
      </ul>
      {flows.length > LISTED ? (
        <p className="caption">{t('more', { count: flows.length - LISTED })}</p>
      ) : null}
      <TableCsv file={t('file')} head={[t('a'), t('b'), t('ties')]} rows={rows} quiet />
    </section>
  )
}
