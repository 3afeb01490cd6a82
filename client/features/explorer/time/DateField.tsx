import { CalendarDays } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { parseDate } from './parse-date.ts'

interface DateFieldProps {
  id?: string
  /** Where no label points at it. */
  label?: string
  /** ISO day; null = none. */
  value: string | null
  min?: string | null
  max: string
  onChange: (date: string) => void
}

/** A day, read and written in the language of the page (the browser's own field follows the browser's); its calendar beside it. */
export function DateField({ id, label, value, min = null, max, onChange }: DateFieldProps) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  const errorId = useId()
  const native = useRef<HTMLInputElement>(null)
  const { text, error, write, take, settle, letGo } = useDraft({ value, min, max, onChange })
  return (
    <span className="date-field">
      <span className="date-field-box">
        <input
          id={id}
          type="text"
          className="input"
          aria-label={label}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : errorId}
          placeholder={format.shortDate(max)}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={(event) => write(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle()
            if (event.key === 'Escape') letGo()
          }}
        />
        <button
          type="button"
          className="date-field-pick"
          aria-label={t('pick')}
          title={t('pick')}
          onClick={() => native.current?.showPicker()}
        >
          <CalendarDays size={15} strokeWidth={1.75} aria-hidden />
        </button>
        <input
          ref={native}
          type="date"
          className="date-field-native"
          tabIndex={-1}
          aria-hidden="true"
          min={min ?? undefined}
          max={max}
          value={value ?? ''}
          onChange={(event) => {
            if (event.target.value !== '') take(event.target.value)
          }}
        />
      </span>
      {error === null ? null : (
        <small id={errorId} role="alert" className="date-field-error">
          {error}
        </small>
      )}
    </span>
  )
}

/** What is being written, until it is a day that can be shown; until then it stays as it was typed. */
function useDraft({
  value,
  min,
  max,
  onChange,
}: Required<Pick<DateFieldProps, 'value' | 'min' | 'max' | 'onChange'>>) {
  const t = useTranslations('explorer.time')
  const format = useFormat()
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const shown = value === null ? '' : format.shortDate(value)
  const letGo = () => {
    setDraft(null)
    setError(null)
  }
  const take = (date: string | null) => {
    const to = format.shortDate(max)
    if (date === null) return setError(t('unreadable', { example: to }))
    if (date > max || (min && date < min))
      return setError(min ? t('outside', { from: format.shortDate(min), to }) : t('until', { to }))
    letGo()
    if (date !== value) onChange(date)
  }
  const settle = () => {
    if (draft === null) return
    if (draft.trim() === '' || draft === shown) letGo()
    else take(parseDate(draft))
  }
  return { text: draft ?? shown, error, write: setDraft, take, settle, letGo }
}
