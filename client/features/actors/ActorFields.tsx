import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Field } from '#client/ui/Field.tsx'
import { SIZE_BASES, SIZE_CLASSES } from '#shared/contract/vocabulary.ts'
import type { ActorForm } from './actor-form.ts'

interface ActorFieldsProps {
  form: ActorForm
  onForm: (form: ActorForm) => void
  errorOf: (field: keyof ActorForm) => string | undefined
  today: string
  /** Only the facts that may change on a date. */
  datedOnly?: boolean
}

/** The facts of an actor: the four that decide where it stands first, the rest behind "Isian lain". */
export function ActorFields({ form, onForm, errorOf, today, datedOnly = false }: ActorFieldsProps) {
  const t = useTranslations('actors.form')
  const names = useNames()
  const set = (changes: Partial<ActorForm>) => onForm({ ...form, ...changes })
  const business = form.role === 'business'

  const text = (field: TextField, label: ReactNode, type = 'text') => (
    <Field label={label} error={errorOf(field)}>
      {(control) => (
        <input
          {...control}
          type={type}
          className="input"
          value={form[field]}
          max={type === 'date' ? today : undefined}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  )

  return (
    <div className="grid gap-4">
      {datedOnly ? null : text('name', t('name'))}
      <div className="grid items-start gap-4 md:grid-cols-3">
        <Choice
          label={t('role')}
          value={form.role}
          error={errorOf('role')}
          options={names.roles.map(({ id }) => ({ value: id, label: names.role(id) }))}
          onChange={(role) => set({ role, ...(role === 'business' ? {} : { sectorId: '' }) })}
        />
        {business ? (
          <Choice
            label={t('sector')}
            value={form.sectorId}
            error={errorOf('sectorId')}
            none={t('unknown')}
            options={names.sectors
              .filter(({ id, retired }) => !retired || id === form.sectorId)
              .map(({ id }) => ({ value: id, label: names.sector(id) }))}
            onChange={(sectorId) => set({ sectorId })}
          />
        ) : null}
        <Choice
          label={t('region')}
          value={form.regionCode}
          error={errorOf('regionCode')}
          none={t('unknown')}
          options={names.villages.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(regionCode) => set({ regionCode })}
        />
      </div>
      {datedOnly ? null : (
        <details>
          <summary className="min-h-11 py-2.5 font-semibold md:min-h-8 md:py-1.5">{t('more')}</summary>
          <div className="grid gap-4 pt-2">
            <MoreFields form={form} set={set} errorOf={errorOf} business={business} text={text} />
          </div>
        </details>
      )}
    </div>
  )
}

type TextField = 'name' | 'yearStarted' | 'kbliCode' | 'website' | 'registeredOn'

interface MoreFieldsProps {
  form: ActorForm
  set: (changes: Partial<ActorForm>) => void
  errorOf: (field: keyof ActorForm) => string | undefined
  business: boolean
  text: (field: TextField, label: ReactNode, type?: string) => ReactNode
}

function MoreFields({ form, set, errorOf, business, text }: MoreFieldsProps) {
  const t = useTranslations('actors')
  const size = useTranslations('common.size')
  const lines = (field: 'aliases' | 'products' | 'needs' | 'offers') => (
    <Field label={t(`form.${field}`)} hint={t('form.perLine')} error={errorOf(field)}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          className="input"
          value={form[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {business ? (
        <div className="grid items-start gap-4 md:grid-cols-2">
          <Choice
            label={t('form.size')}
            value={form.sizeClass}
            error={errorOf('sizeClass')}
            none={t('form.unknown')}
            options={SIZE_CLASSES.map((value) => ({ value, label: size(value) }))}
            onChange={(value) => set({ sizeClass: SIZE_CLASSES.find((known) => known === value) ?? '' })}
          />
          <Choice
            label={t('form.sizeBasis')}
            value={form.sizeBasis}
            error={errorOf('sizeBasis')}
            none={t('form.unknown')}
            options={SIZE_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
            onChange={(value) => set({ sizeBasis: SIZE_BASES.find((known) => known === value) ?? '' })}
          />
          {text('kbliCode', t('form.kbli'))}
          <Choice
            label={t('form.kbliVersion')}
            value={form.kbliVersion}
            error={undefined}
            options={[
              { value: '2020', label: 'KBLI 2020' },
              { value: '2025', label: 'KBLI 2025' },
            ]}
            onChange={(value) => set({ kbliVersion: value === '2020' ? '2020' : '2025' })}
          />
        </div>
      ) : null}
      <div className="grid items-start gap-4 md:grid-cols-2">
        {text('yearStarted', t('form.yearStarted'))}
        {text('registeredOn', t('form.registeredOn'), 'date')}
      </div>
      {text('website', t('form.website'), 'url')}
      {lines('aliases')}
      {business ? (
        <>
          {lines('products')}
          {lines('needs')}
          {lines('offers')}
        </>
      ) : null}
      <label className="flex min-h-11 items-center gap-2.5 md:min-h-8">
        <input
          type="checkbox"
          className="size-4.5 accent-grape"
          checked={form.inCity}
          onChange={(event) => set({ inCity: event.target.checked })}
        />
        {t('form.inCity')}
      </label>
    </>
  )
}

interface ChoiceProps {
  label: string
  value: string
  error: string | undefined
  /** The word for "nothing chosen"; without it something has to be. */
  none?: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Choice({ label, value, error, none, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {none !== undefined || value === '' ? <option value="">{none ?? '–'}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
