import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { type Choice, keeps, onlyThese, switched } from './choice.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { type ChoiceFilterId, withFilter } from './filters.ts'
import { StepRow } from './StepRow.tsx'
import { type FilterOption, type OptionGroup, useFilterOptions } from './use-filter-options.ts'

/** Sector and line are chosen in their legends; their step shows only once it is set. */
const IN_LEGEND: readonly ChoiceFilterId[] = ['sector', 'line']

/** One step of the stack; opened, its values with their counts. */
export function FilterStep({ id, ...props }: FilterProps & { id: ChoiceFilterId }) {
  const t = useTranslations('explorer.filters')
  const [open, setOpen] = useState(false)
  const listId = useId()
  const groups = useFilterOptions(props.model, id)
  const choice = props.view.filters[id]
  const inLegend = IN_LEGEND.includes(id)
  // One value alone filters nothing.
  const values = groups.reduce((sum, { options }) => sum + options.length, 0)
  if (!choice && (inLegend || values < 2)) return null
  return (
    <li>
      <StepRow id={id} {...props}>
        {inLegend ? (
          <span className="step-name">{t(id)}</span>
        ) : (
          <button
            type="button"
            className="step-name"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
          >
            {t(id)}
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden className={open ? 'rotate-180' : ''} />
          </button>
        )}
      </StepRow>
      {choice ? <ChoiceWords choice={choice} groups={groups} /> : null}
      <div id={listId} hidden={!open}>
        {open ? <Options id={id} groups={groups} {...props} /> : null}
      </div>
    </li>
  )
}

/** What the choice says: by name while they are few, else by number. */
function ChoiceWords({ choice, groups }: { choice: Choice; groups: readonly OptionGroup[] }) {
  const t = useTranslations('explorer.filters')
  const format = useFormat()
  const names = new Map(groups.flatMap(({ options }) => options.map(({ value, name }) => [value, name])))
  const count = choice.values.length
  const words =
    count === 0 || count > 3
      ? t(`${choice.mode}Count`, { count })
      : t(choice.mode, { names: format.list(choice.values.map((value) => names.get(value) ?? value)) })
  return <p className="step-words">{words}</p>
}

interface OptionsProps extends FilterProps {
  id: ChoiceFilterId
  groups: readonly OptionGroup[]
}

function Options({ id, groups, view, change }: OptionsProps) {
  const universe = groups.flatMap(({ options }) => options.map(({ value }) => value))
  const choice = view.filters[id]
  const set = (next: Choice | undefined) => change({ filters: withFilter(view.filters, id, next) })
  return (
    <div className="step-options">
      {groups.map(({ name, options }) => {
        const values = options.map(({ value }) => value)
        const total = options.reduce((sum, { count }) => sum + count, 0)
        return (
          <fieldset key={name ?? ''} aria-label={name ?? undefined}>
            {name === null ? null : (
              <Option
                option={{ value: '', name, count: total }}
                checked={values.every((value) => keeps(choice, value))}
                onChange={(on) => set(switched(choice, values, on, universe))}
                onOnly={() => set(onlyThese(choice, values, universe))}
                head
              />
            )}
            {options.map((option) => (
              <Option
                key={option.value}
                option={option}
                checked={keeps(choice, option.value)}
                onChange={(on) => set(switched(choice, [option.value], on, universe))}
                onOnly={() => set(onlyThese(choice, [option.value], universe))}
              />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

interface OptionProps {
  option: FilterOption
  checked: boolean
  onChange: (on: boolean) => void
  /** With Alt: only this one. */
  onOnly: () => void
  head?: boolean
}

function Option({ option, checked, onChange, onOnly, head = false }: OptionProps) {
  const format = useFormat()
  return (
    <label className={head ? 'option option-head' : 'option'}>
      <input
        type="checkbox"
        className="check"
        checked={checked}
        onClick={(event) => {
          if (!event.altKey) return
          event.preventDefault()
          onOnly()
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="option-name">{option.name}</span>
      <span className="option-count">{format.integer(option.count)}</span>
    </label>
  )
}
