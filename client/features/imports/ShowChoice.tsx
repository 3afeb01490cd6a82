import type { ReactNode } from 'react'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'

interface ShowChoiceProps<V extends string> {
  legend: string
  choices: readonly { value: V; label: string; count: number }[]
  shown: V
  onShow: (value: V) => void
  children?: ReactNode
}

/** Which rows are listed, each choice with its count. */
export function ShowChoice<V extends string>(props: ShowChoiceProps<V>) {
  const { legend, choices, shown, onShow, children } = props
  const format = useFormat()
  return (
    <fieldset className="mt-3 flex flex-wrap items-center gap-2">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(({ value, label, count }) => (
        <button
          key={value}
          type="button"
          className={buttonClass('outline', 'toggle')}
          aria-pressed={shown === value}
          onClick={() => onShow(value)}
        >
          {label} <span className="text-ink-3">{format.integer(count)}</span>
        </button>
      ))}
      {children}
    </fieldset>
  )
}
