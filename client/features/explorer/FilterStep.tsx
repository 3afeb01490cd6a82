import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { useFilterWords } from './appearance/use-filter-words.ts'
import { type Choice, keeps, onlyThese, switched } from './choice.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { type ChoiceFilterId, withFilter } from './filters.ts'
import { StepRow, stepId } from './StepRow.tsx'
import { useFilterName } from './use-filter-name.ts'
import { type FilterOption, type OptionGroup, useFilterOptions } from './use-filter-options.ts'

interface FilterStepProps extends FilterProps {
  id: ChoiceFilterId
  /** Just begun: its values are there to be chosen from. */
  startOpen: boolean
  onRemove: () => void
}

/** One step of the stack; opened, its values with their counts. */
export function FilterStep({ id, startOpen, onRemove, ...props }: FilterStepProps) {
  const t = useTranslations('explorerTools.stack')
  const name = useFilterName()(id)
  const [open, setOpen] = useState(startOpen)
  const listId = useId()
  const groups = useFilterOptions(props.model, id)
  const filterWords = useFilterWords(props.model)
  const choice = props.view.filters[id]
  const words = choice ? filterWords.choice(id, choice) : t('everything')
  return (
    <li>
      <StepRow id={id} {...props} words={words} onRemove={onRemove}>
        <button
          type="button"
          id={stepId(id)}
          className="step-name"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {name}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden className={open ? 'rotate-180' : ''} />
        </button>
      </StepRow>
      <div id={listId} hidden={!open}>
        {open ? <Options id={id} groups={groups} {...props} /> : null}
      </div>
    </li>
  )
}

interface OptionsProps extends FilterProps {
  id: ChoiceFilterId
  groups: readonly OptionGroup[]
}

function Options({ id, groups, view, change }: OptionsProps) {
  const t = useTranslations('explorerTools.stack')
  const universe = groups.flatMap(({ options }) => options.map(({ value }) => value))
  const empty = groups.flatMap(({ options }) => options).find(({ value }) => value === '')
  const choice = view.filters[id]
  const set = (next: Choice | undefined) => change({ filters: withFilter(view.filters, id, next) })
  return (
    <div className="step-options">
      {groups.map(({ name, options: all }) => {
        const options = all.filter(({ value }) => value !== '')
        if (options.length === 0) return null
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
      {empty ? (
        <Option
          option={{ ...empty, name: t('withEmpty') }}
          checked={keeps(choice, '')}
          onChange={(on) => set(switched(choice, [''], on, universe))}
          onOnly={() => set(onlyThese(choice, [''], universe))}
        />
      ) : null}
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
        onChange={({ nativeEvent, target }) => {
          if (nativeEvent instanceof MouseEvent && nativeEvent.altKey) onOnly()
          else onChange(target.checked)
        }}
      />
      <span className="option-name">{option.name}</span>
      <span className="option-count">{format.integer(option.count)}</span>
    </label>
  )
}
