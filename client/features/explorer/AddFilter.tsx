import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../../ui/button-class.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { FILTER_IDS, type FilterId, isActorFilter, isChoiceFilter } from './filters.ts'
import { stepId } from './StepRow.tsx'
import { useFilterName } from './use-filter-name.ts'
import { valuesOf } from './use-filter-options.ts'

interface AddFilterProps extends FilterProps {
  /** Steps that are there already. */
  shown: readonly FilterId[]
  onAdd: (id: FilterId) => void
}

/** By what else can be filtered; one value alone filters nothing and is not offered. */
export function AddFilter({ model, shown, onAdd }: AddFilterProps) {
  const t = useTranslations('explorerTools.stack')
  const nameOf = useFilterName()
  const [open, setOpen] = useState(false)
  const listId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const offered = FILTER_IDS.filter((id) => !shown.includes(id) && filtersSomething(model, id))
  if (offered.length === 0) return null
  const add = (id: FilterId) => {
    setOpen(false)
    onAdd(id)
    requestAnimationFrame(() => document.getElementById(stepId(id))?.focus())
  }
  const list = (title: string, ids: readonly FilterId[]) =>
    ids.length === 0 ? null : (
      <section>
        <h3 className="caption">{title}</h3>
        <ul>
          {ids.map((id) => (
            <li key={id}>
              <button type="button" className="add-filter-choice" onClick={() => add(id)}>
                {nameOf(id)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list wherever the focus is in it
    <div
      className="add-filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        event.stopPropagation()
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        ref={button}
        type="button"
        className={buttonClass('text', 'panel-clear')}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        {t('add')}
      </button>
      <div id={listId} hidden={!open} className="add-filter-lists">
        {open ? (
          <>
            {list(
              t('ofActors'),
              offered.filter((id) => isActorFilter(id)),
            )}
            {list(
              t('ofTies'),
              offered.filter((id) => !isActorFilter(id)),
            )}
          </>
        ) : null}
      </div>
    </div>
  )
}

function filtersSomething(model: FilterProps['model'], id: FilterId): boolean {
  if (isChoiceFilter(id)) return valuesOf(model, id).size > 1
  const { ties } = model.network
  if (id === 'intensity') return new Set(ties.intensity).size > 1
  if (id === 'records') return new Set(ties.partnerships).size > 1
  return model.network.counts.n > 1
}
