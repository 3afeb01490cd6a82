import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import type { FilterProps } from './FilterPanel.tsx'
import { type FilterId, inForce, isSet, withFilter, withPaused } from './filters.ts'

/** The line of one step: in force or not, its name, what is left after it, and away with it. */
export function StepRow({
  id,
  model,
  view,
  change,
  children,
}: FilterProps & { id: FilterId; children: ReactNode }) {
  const t = useTranslations('explorer.filters')
  const format = useFormat()
  const after = model.filtered.steps.get(id)
  const on = inForce(view.filters, id)
  const name = t(id)
  return (
    <div className="step-row">
      {isSet(view.filters, id) ? (
        <input
          type="checkbox"
          className="check"
          checked={on}
          aria-label={t('inForce', { name })}
          onChange={(event) => change({ filters: withPaused(view.filters, id, !event.target.checked) })}
        />
      ) : null}
      {children}
      <span className="step-count">
        {after && on
          ? `${format.integer(after.actors)} · ${format.integer(after.ties)}`
          : t(after ? 'paused' : 'all')}
      </span>
      {isSet(view.filters, id) ? (
        <button
          type="button"
          className="step-remove"
          aria-label={t('remove', { name })}
          title={t('remove', { name })}
          onClick={() => change({ filters: withFilter(view.filters, id, undefined) })}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      ) : null}
    </div>
  )
}
