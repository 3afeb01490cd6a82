import type { ComponentProps, Ref } from 'react'
import { useTranslations } from 'use-intl'
import type { CellType } from '#shared/contract/import-fields.ts'
import { useFieldOptions } from './use-field-options.ts'

interface ValueInputProps extends Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'> {
  type: CellType
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLInputElement & HTMLSelectElement>
}

const KEYPADS: Partial<Record<CellType, 'numeric' | 'tel' | 'url'>> = {
  nib: 'numeric',
  kbli: 'numeric',
  year: 'numeric',
  integer: 'numeric',
  phone: 'tel',
  url: 'url',
}

/** Writes the value of a cell: chosen from a list where there is one. */
export function ValueInput({ type, value, onChange, inputRef, ...rest }: ValueInputProps) {
  const t = useTranslations('imports.cell')
  const options = useFieldOptions()(type)
  if (options === null)
    return (
      <input
        {...rest}
        ref={inputRef}
        className="input"
        autoComplete="off"
        maxLength={2_000}
        inputMode={KEYPADS[type]}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  const known = options.some((option) => option.value === value)
  return (
    <select
      {...rest}
      ref={inputRef}
      className="input"
      value={known ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('pick')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
