import { useTranslations } from 'use-intl'
import { buttonClass } from '../../ui/button-class.ts'
import { FilterStep } from './FilterStep.tsx'
import { activeCount, NO_FILTERS } from './filters.ts'
import { IntensityFilter } from './IntensityFilter.tsx'
import { LineLegend } from './LineLegend.tsx'
import { SectorLegend } from './SectorLegend.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import type { ChangeView } from './use-explorer-view.ts'
import type { ExplorerView } from './view-state.ts'

export interface FilterProps {
  model: ExplorerModel
  view: ExplorerView
  change: ChangeView
}

/** The stack of filters with what is left after each, then the legends, which filter too. */
export function FilterPanel({ inSheet = false, ...props }: FilterProps & { inSheet?: boolean }) {
  const t = useTranslations('explorer.filters')
  const { view, change } = props
  return (
    <div className="filter-panel">
      {inSheet ? (
        <p className="caption text-right">{t('counted')}</p>
      ) : (
        <h2 className="panel-title">
          {t('title')} <small>{t('counted')}</small>
        </h2>
      )}
      <ul className="filter-stack">
        <FilterStep id="sector" {...props} />
        <FilterStep id="role" {...props} />
        <FilterStep id="region" {...props} />
        <FilterStep id="kind" {...props} />
        <FilterStep id="status" {...props} />
        <FilterStep id="line" {...props} />
        <IntensityFilter {...props} />
      </ul>
      {activeCount(view.filters) > 0 ? (
        <button
          type="button"
          className={buttonClass('text', 'panel-clear')}
          onClick={() => change({ filters: NO_FILTERS })}
        >
          {t('clear')}
        </button>
      ) : null}
      <SectorLegend {...props} />
      <LineLegend {...props} />
    </div>
  )
}
