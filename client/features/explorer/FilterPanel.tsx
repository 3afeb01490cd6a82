import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../../ui/button-class.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { AddFilter } from './AddFilter.tsx'
import { LookLegend } from './appearance/LookLegend.tsx'
import { FilterStep } from './FilterStep.tsx'
import { activeCount, type FilterId, isChoiceFilter, NO_FILTERS, stackOf } from './filters.ts'
import { LineLegend } from './LineLegend.tsx'
import { RangeStep } from './RangeStep.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerView } from './view-state.ts'

export interface FilterProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

interface PanelProps extends FilterProps {
  inSheet?: boolean
  /** The picture's lines are not those of one date or two. */
  withoutLines?: boolean
}

/** The legends, which filter too, then the stack of filters with what is left after each: so a press on a legend moves nothing in it. */
export function FilterPanel({ inSheet = false, withoutLines = false, ...props }: PanelProps) {
  const t = useTranslations('explorer.filters')
  const { view, change } = props
  return (
    <div className="filter-panel">
      <LookLegend {...props} />
      {withoutLines ? null : <LineLegend {...props} />}
      <h2 className="panel-title panel-stack">
        {inSheet ? <span className="visually-hidden">{t('title')}</span> : t('title')}{' '}
        <small>{t('counted')}</small>
      </h2>
      <FilterStack {...props} />
      {activeCount(view.filters) > 0 ? (
        <button
          type="button"
          className={buttonClass('text', 'panel-clear')}
          onClick={() => change({ filters: NO_FILTERS })}
        >
          {t('clear')}
        </button>
      ) : null}
    </div>
  )
}

/** What there is, then each step in its order with what it leaves; steps not yet set wait at the end. */
function FilterStack(props: FilterProps) {
  const t = useTranslations('explorerTools.stack')
  const format = useFormat()
  const [begun, setBegun] = useState<readonly FilterId[]>([])
  const set = stackOf(props.view.filters)
  const shown = [...set, ...begun.filter((id) => !set.includes(id))]
  const { counted } = props.model
  const { total } = props.model.filtered
  const leave = (id: FilterId) => setBegun(begun.filter((one) => one !== id))
  return (
    <>
      <ol className="filter-stack">
        <li className="step-row step-start">
          <span className="step-name">{t('all')}</span>
          <span className="step-count">
            {format.integer(total.actors)} · {format.integer(total.ties)}
          </span>
        </li>
        {shown.map((id) =>
          isChoiceFilter(id) ? (
            <FilterStep
              key={id}
              id={id}
              {...props}
              startOpen={begun.includes(id)}
              onRemove={() => leave(id)}
            />
          ) : (
            <RangeStep key={id} id={id} {...props} onRemove={() => leave(id)} />
          ),
        )}
        <li className="step-row step-start">
          <span className="step-name">{t('counted')}</span>
          <span className="step-count">
            {format.integer(counted.actors)} · {format.integer(counted.ties)}
          </span>
        </li>
      </ol>
      <AddFilter {...props} shown={shown} onAdd={(id) => setBegun([...begun, id])} />
    </>
  )
}
