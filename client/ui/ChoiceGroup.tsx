import { Check, CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'

export interface Choice<V extends string> {
  value: V
  label: ReactNode
  /** A second, smaller line. */
  detail?: ReactNode
}

interface ChoiceGroupProps<V extends string> {
  legend: ReactNode
  /** Ties the radio buttons together; also the id that a summary of errors can lead to. */
  name: string
  choices: readonly Choice<V>[]
  value: V | null
  onChange: (value: V) => void
  /** `chips` wrap, `segments` share one line, `list` stand under each other. */
  layout?: 'chips' | 'segments' | 'list'
  hint?: ReactNode
  error?: ReactNode
  /** After the last choice, e.g. a button for more of them. */
  more?: ReactNode
}

/** One of a few: native radio buttons in the look of the design, so that arrow keys and forms work as everywhere. */
export function ChoiceGroup<V extends string>(props: ChoiceGroupProps<V>) {
  const { legend, name, choices, value, onChange, layout = 'chips', hint, error, more } = props
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      id={name}
      className="choice-group"
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className="choice-legend">{legend}</legend>
      <div className={`choices choices-${layout}`} data-count={choices.length}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice" data-chosen={choice.value === value || undefined}>
            <input
              type="radio"
              className="choice-input"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {layout === 'chips' && choice.value === value ? (
              <Check size={15} strokeWidth={1.75} aria-hidden />
            ) : null}
            <span className="choice-words">
              <span>{choice.label}</span>
              {choice.detail ? <small className="choice-detail">{choice.detail}</small> : null}
            </span>
          </label>
        ))}
        {more}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="choice-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  )
}
