import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import type { FilterProps } from './FilterPanel.tsx'
import { type FilterId, inForce, isSet, moved, stackOf, withFilter, withPaused } from './filters.ts'
import { useFilterName } from './use-filter-name.ts'

/** The id of what a step is opened or set by, so that the focus can go there. */
export const stepId = (id: FilterId) => `filter-${id}`

interface StepRowProps extends FilterProps {
  id: FilterId
  /** Its name, or the button that opens it. */
  children: ReactNode
  /** What is chosen. */
  words: ReactNode
  onRemove: () => void
}

/** The lines of one step: in force or not, its name, what is left after it; what it keeps, its place, and away with it. */
export function StepRow({ id, model, view, change, children, words, onRemove }: StepRowProps) {
  const t = useTranslations('explorer.filters')
  const name = useFilterName()(id)
  const format = useFormat()
  const { filters } = view
  const set = isSet(filters, id)
  const on = inForce(filters, id)
  const after = model.filtered.steps.get(id)
  return (
    <>
      <div className="step-row">
        {set ? (
          <input
            type="checkbox"
            className="check"
            checked={on}
            aria-label={t('inForce', { name })}
            onChange={(event) => change({ filters: withPaused(filters, id, !event.target.checked) })}
          />
        ) : null}
        {children}
        <span className="step-count">
          {after && on
            ? `${format.integer(after.actors)} · ${format.integer(after.ties)}`
            : t(after ? 'paused' : 'all')}
        </span>
      </div>
      <div className="step-second">
        <p className="step-words">{words}</p>
        {set ? <Moves id={id} name={name} view={view} change={change} /> : null}
        <button
          type="button"
          className="step-button"
          aria-label={t('remove', { name })}
          title={t('remove', { name })}
          onClick={() => {
            onRemove()
            if (set) change({ filters: withFilter(filters, id, undefined) })
          }}
        >
          <X size={14} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
    </>
  )
}

type MovesProps = Pick<StepRowProps, 'id' | 'view' | 'change'> & { name: string }

/** One place up or down; the focus stays on the button although its step moves. */
function Moves({ id, name, view, change }: MovesProps) {
  const t = useTranslations('explorerTools.stack')
  const announce = useAnnounce()
  const stack = stackOf(view.filters)
  const at = stack.indexOf(id)
  if (stack.length < 2) return null
  const move = (by: -1 | 1) => {
    change({ filters: moved(view.filters, id, by) })
    announce(t('moved', { name, place: String(at + 1 + by), count: String(stack.length) }))
    const end = at + by === 0 || at + by === stack.length - 1
    requestAnimationFrame(() =>
      document.getElementById(`${stepId(id)}-${end === by < 0 ? 'down' : 'up'}`)?.focus(),
    )
  }
  return (['up', 'down'] as const).map((way) => (
    <button
      key={way}
      id={`${stepId(id)}-${way}`}
      type="button"
      className="step-button"
      aria-label={t(way, { name })}
      title={t(way, { name })}
      disabled={way === 'up' ? at === 0 : at === stack.length - 1}
      onClick={() => move(way === 'up' ? -1 : 1)}
    >
      {way === 'up' ? (
        <ArrowUp size={14} strokeWidth={1.75} aria-hidden />
      ) : (
        <ArrowDown size={14} strokeWidth={1.75} aria-hidden />
      )}
    </button>
  ))
}
