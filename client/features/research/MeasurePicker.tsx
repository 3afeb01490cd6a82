import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { MethodButton } from '#client/network/MethodButton.tsx'
import type { Measure } from '#shared/contract/research.ts'
import { byFamily } from './figure-families.ts'
import { useResearch } from './ResearchContext.ts'

interface MeasurePickerProps {
  label: string
  offered: readonly Measure[]
  value: Measure
  onChange: (measure: Measure) => void
}

/** One measure out of many, by table and family; its method stands beside it. */
export function MeasurePicker({ label, offered, value, onChange }: MeasurePickerProps) {
  const t = useTranslations('research')
  const locale = useLocale()
  const { view } = useResearch()
  const id = useId()
  const tables = [...new Set(offered.map(({ table }) => table))]
  return (
    <div className="filter filter-wide measure-picker">
      <span>
        <label htmlFor={id}>{label}</label>{' '}
        <MethodButton metric={value.metric} of={value.name[locale]} view={view} />
      </span>
      <select
        id={id}
        className="input"
        value={value.id}
        onChange={({ target }) => {
          const chosen = offered.find((measure) => measure.id === target.value)
          if (chosen) onChange(chosen)
        }}
      >
        {tables.flatMap((table) =>
          byFamily(offered.filter((one) => one.table === table).map((measure) => ({ measure }))).map(
            ([family, members]) => (
              <optgroup key={`${table} ${family}`} label={`${t(`show.${table}`)} · ${t(`family.${family}`)}`}>
                {members.map(({ measure }) => (
                  <option key={measure.id} value={measure.id}>
                    {measure.name[locale]}
                  </option>
                ))}
              </optgroup>
            ),
          ),
        )}
      </select>
    </div>
  )
}
