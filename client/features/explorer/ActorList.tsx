import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ActorNetwork } from '#shared/contract/network.ts'
import { SectorMark } from '../../network/SectorMark.tsx'
import { TableCsv } from '../../network/TableCsv.tsx'
import { useNames } from '../../network/use-names.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../ui/format.ts'
import { SortHeader } from '../../ui/SortHeader.tsx'
import { MOST_NAMED, type Pick, toggled, withActors } from './focus/selection.ts'
import { type ListOrder, type ListSort, listRows } from './list-rows.ts'
import type { ExplorerModel } from './use-explorer-model.ts'

const PAGE = 50
const EVERYBODY = (_row: number) => true

interface ActorListProps {
  model: ExplorerModel
  /** Further limits whom it lists. */
  only?: (row: number) => boolean
  caption: string
  q: string
  onSearch: (q: string) => void
  chosen: string | null
  onChoose: (actorId: string) => void
  /** With it, rows can be picked: the same selection as on the canvas. */
  picks?: readonly Pick[]
  onPick?: (picks: readonly Pick[]) => void
  /** Name and partners alone, beside the graph. */
  narrow?: boolean
}

/** The picture as a table: the same actors under the same filters, sorted and searched. */
export function ActorList(props: ActorListProps) {
  const { model, only = EVERYBODY, caption, q, onSearch, chosen, onChoose, narrow = false } = props
  const { picks = [], onPick } = props
  const pick = useTranslations('explorer.pick')
  const t = useTranslations('explorer.list')
  const names = useNames()
  const format = useFormat()
  const [order, setOrder] = useState<ListOrder>({ by: 'partners', order: 'desc' })
  const [limit, setLimit] = useState(PAGE)
  const { index, filtered, looks, network } = model
  const { actors } = network

  const rows = useMemo(
    () =>
      listRows(index, (row) => filtered.actors[row] === 1 && only(row), q, order, {
        sector: (row) => looks.ofRow(index.network, row).name,
        region: (row) => names.region(index.network.actors.regionCode[row] ?? ''),
        compare: format.compare,
      }),
    [index, filtered, only, q, order, looks, names, format],
  )
  const regions = names.villages.length > 0
  const standings = useTranslations('common.actorStanding')
  const csvRows = () =>
    rows.map((row) => {
      const known = isKnown(network, row)
      return [
        actors.id[row],
        actors.name[row],
        looks.ofRow(network, row).name,
        ...(regions ? [actors.regionCode[row] && names.region(actors.regionCode[row])] : []),
        known ? actors.degree[row] : null,
        known ? actors.crossDegree[row] : null,
        standings(actors.standing[row]!),
      ]
    })
  const head = (by: ListSort, numeric = false) => (
    <SortHeader
      numeric={numeric}
      order={order.by === by ? order.order : null}
      onSort={() =>
        setOrder({
          by,
          order: order.by === by ? (order.order === 'asc' ? 'desc' : 'asc') : numeric ? 'desc' : 'asc',
        })
      }
    >
      {t(by)}
    </SortHeader>
  )
  return (
    <div className={narrow ? 'actor-list actor-list-narrow' : 'actor-list'}>
      <input
        type="search"
        className="input"
        placeholder={t('search')}
        aria-label={t('search')}
        value={q}
        onChange={(event) => {
          setLimit(PAGE)
          onSearch(event.target.value)
        }}
      />
      {onPick && q.trim() !== '' && rows.length > 0 ? (
        <button
          type="button"
          className="btn"
          onClick={() =>
            onPick(
              rows.length > MOST_NAMED
                ? [...picks, { by: 'search', text: q.trim() }]
                : withActors(
                    picks,
                    rows.map((row) => actors.id[row]!),
                  ),
            )
          }
        >
          {pick('allListed', { count: rows.length })}
        </button>
      ) : null}
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {onPick ? (
              <th scope="col" className="pick-cell">
                <span className="visually-hidden">{pick('column')}</span>
              </th>
            ) : null}
            {head('name')}
            {narrow ? null : head('sector')}
            {narrow || !regions ? null : head('region')}
            {head('partners', true)}
            {narrow ? null : head('crossPartners', true)}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => {
            const look = looks.ofRow(network, row)
            const region = actors.regionCode[row] ?? null
            return (
              <tr key={actors.id[row]} data-chosen={actors.id[row] === chosen || undefined}>
                {onPick ? (
                  <td className="pick-cell">
                    <input
                      type="checkbox"
                      className="check"
                      aria-label={pick('row', { name: actors.name[row]! })}
                      checked={model.picked?.[row] === 1}
                      onChange={() => onPick(toggled(picks, actors.id[row]!, model.picked?.[row] === 1))}
                    />
                  </td>
                ) : null}
                <th scope="row">
                  <button
                    type="button"
                    className="actor-name"
                    aria-pressed={actors.id[row] === chosen}
                    onClick={() => onChoose(actors.id[row]!)}
                  >
                    <SectorMark group={look.group} shape={look.shape} />
                    <span>{actors.name[row]}</span>
                  </button>
                  {narrow ? null : (
                    <span className="actor-second">
                      {look.name}
                      {region === null ? '' : ` · ${names.region(region)}`}
                    </span>
                  )}
                </th>
                {narrow ? null : <td>{look.name}</td>}
                {narrow || !regions ? null : <td>{region === null ? '–' : names.region(region)}</td>}
                <td className="num">
                  <Partners model={model} row={row} />
                </td>
                {narrow ? null : (
                  <td className="num">
                    {isKnown(network, row) ? format.integer(actors.crossDegree[row]!) : EN_DASH}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > 0 ? (
        <div className="pt-3">
          <TableCsv
            file={t('csvName')}
            head={[
              t('id'),
              t('name'),
              t('sector'),
              ...(regions ? [t('region')] : []),
              t('partners'),
              t('crossPartners'),
              t('standing'),
            ]}
            rows={csvRows}
            quiet
          />
        </div>
      ) : null}
      {rows.length === 0 ? <p className="caption">{t('none')}</p> : null}
      {rows.length > limit ? (
        <div className="list-more">
          <button type="button" className="btn" onClick={() => setLimit(limit + PAGE)}>
            {t('more', { count: format.integer(Math.min(PAGE, rows.length - limit)) })}
          </button>
          <span className="caption">{t('remaining', { count: rows.length - limit })}</span>
        </div>
      ) : null}
    </div>
  )
}

/** Of whom nobody has asked, the number of partners is not 0 but unknown. */
const isKnown = ({ actors: { standing } }: ActorNetwork, row: number) =>
  standing[row] === 'linked' || standing[row] === 'unlinked'

/** The number of partners; where there is none, why. */
function Partners({ model, row }: { model: ExplorerModel; row: number }) {
  const common = useTranslations('common.actorStanding')
  const format = useFormat()
  const { standing, degree } = model.network.actors
  return standing[row] === 'linked' ? format.integer(degree[row]!) : <small>{common(standing[row]!)}</small>
}
