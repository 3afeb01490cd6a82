import { useTranslations } from 'use-intl'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { City } from '#shared/contract/reference.ts'

interface SinceFieldProps {
  city: City
  startedOn: string
  proposed: boolean
  onDate: (startedOn: string) => void
  onProposed: (proposed: boolean) => void
  error: string | undefined
}

/** Sejak: a date up to today, or a proposal that has not begun. */
export function SinceField({ city, startedOn, proposed, onDate, onProposed, error }: SinceFieldProps) {
  const t = useTranslations('logPartnership.since')
  const format = useFormat()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(startedOn) ? format.date(startedOn) : ''
  const said =
    startedOn !== city.today
      ? day
      : city.referenceDate
        ? t('referenceDay', { date: day })
        : t('today', { date: day })
  return (
    <div id="startedOn" className="grid content-start gap-1.5">
      <Field label={t('label')} hint={proposed ? t('proposedHint') : said} error={error}>
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            value={proposed ? '' : startedOn}
            max={city.today}
            disabled={proposed}
            onChange={(event) => onDate(event.target.value)}
          />
        )}
      </Field>
      <label className="flex min-h-11 items-center gap-2.5 md:min-h-8">
        <input
          type="checkbox"
          className="size-4.5 accent-grape"
          checked={proposed}
          onChange={(event) => onProposed(event.target.checked)}
        />
        {t('proposed')}
      </label>
    </div>
  )
}
