import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Multiples, TurnoverPoint } from '#shared/contract/network.ts'
import { LoadFailed } from '../../../network/LoadFailed.tsx'
import { periodTitle } from '../../../network/period-words.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { FILTER_IDS, inForce, isActorFilter } from '../filters.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { useNoun } from '../use-noun.ts'
import { type ExplorerView, MAX_QUARTERS } from '../view-state.ts'
import { type DotLook, paintedAt } from './multiples.ts'
import { PaintedPicture } from './PaintedPicture.tsx'
import { useMultiples } from './use-multiples.ts'

interface MultiplesPaneProps {
  model: ExplorerModel
  view: ExplorerView
  /** The last quarter is that of this day. */
  to: string
  change: ChangeView
}

const COUNTS = [4, 6, MAX_QUARTERS]

/** Several quarters side by side, everybody in the same place in each; a picture leads to its date. */
export function MultiplesPane({ model, view, to, change }: MultiplesPaneProps) {
  const t = useTranslations('explorer.multiples')
  const { query, count } = useMultiples(view, to)
  const { data } = query
  if (!data)
    return query.isError ? (
      <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <p className="caption multiples">{t('loading', { count: String(count) })}</p>
    )
  const tieFilters = FILTER_IDS.some((id) => !isActorFilter(id) && inForce(view.filters, id))
  return (
    <section className="multiples" aria-labelledby="multiples-title" aria-busy={query.isPlaceholderData}>
      <div className="multiples-head">
        <h2 id="multiples-title" className="panel-title">
          {t('title', { count: String(data.points.length) })}
        </h2>
        <label>
          <span>{t('count')}</span>
          <select
            className="input"
            value={count}
            onChange={(event) => change({ quarters: Number(event.target.value) }, true)}
          >
            {[...new Set([...COUNTS, count])]
              .sort((x, y) => x - y)
              .map((one) => (
                <option key={one} value={one}>
                  {t('countOf', { count: String(one) })}
                </option>
              ))}
          </select>
        </label>
      </div>
      <p className="caption">
        {t('reading')} {tieFilters ? t('partial') : ''}
      </p>
      <ol className="multiples-grid">
        {data.points.map((point, k) => (
          <Quarter key={point.period.on} {...{ data, point, k, model, chosen: view.actor, change }} />
        ))}
      </ol>
    </section>
  )
}

interface QuarterProps {
  data: Multiples
  point: TurnoverPoint
  k: number
  model: ExplorerModel
  chosen: string | null
  change: ChangeView
}

function Quarter({ data, point, k, model, chosen, change }: QuarterProps) {
  const t = useTranslations('explorer.multiples')
  const explorer = useTranslations('explorer')
  const common = useTranslations('common')
  const format = useFormat()
  const noun = useNoun(data.definition)
  const { index, filtered, looks, dressed } = model
  const painted = useMemo(() => {
    const fails = (id: string) => {
      const row = index.rowOf.get(id)
      return row !== undefined && index.present[row] === 1 && filtered.actors[row] === 0
    }
    // The sector is that of the quarter; any other appearance that of the last one, which who has left is not in.
    const lookOf = (id: string, sectorId: string | null): DotLook => {
      const row = index.rowOf.get(id)
      const bySector = dressed.appearance.color === 'sector'
      const { group, shape } =
        row === undefined || bySector ? looks.ofSector((bySector && sectorId) || '') : dressed.lookOf(row)
      return { colour: group ?? 'none', shape }
    }
    return paintedAt(data, k, lookOf, fails, chosen)
  }, [data, k, index, filtered, looks, dressed, chosen])
  const period = periodTitle(common, point.period)
  const words = {
    actors: noun(point.n),
    ties: explorer('ties', { count: point.m }),
    unlinked: format.integer(point.unlinked),
    started: format.integer(point.started),
    ended: format.integer(point.ended),
  }
  return (
    <li>
      <button type="button" onClick={() => change({ on: point.period.on, quarters: null }, true)}>
        <span className="multiples-name">
          <b>{period}</b>
          {point.period.provisional ? <small>{explorer('time.provisional')}</small> : null}
          <small className="multiples-moved">
            <span className="visually-hidden">{t('movedWords', words)}</span>
            <span aria-hidden="true">{t('moved', words)}</span>
          </small>
        </span>
        <PaintedPicture network={painted} className="multiples-picture" />
        <small>{t('counts', words)}</small>
      </button>
    </li>
  )
}
