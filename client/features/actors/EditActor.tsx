import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { StaleChoice } from '#client/ui/StaleChoice.tsx'
import { threeWay } from '#client/ui/three-way.ts'
import type { ActorDetail, ActorPatch } from '#shared/contract/actors.ts'
import { ActorFields } from './ActorFields.tsx'
import { type ActorForm, actorFormIssues, actorFormOf, correctionOf, datedChangeOf } from './actor-form.ts'
import { useActorErrors } from './use-actor-errors.ts'

type Mode = 'correct' | 'from'

interface EditActorProps {
  detail: ActorDetail
  today: string
  state: ChangeState<ActorDetail>
  onChange: (revision: number, patch: ActorPatch) => void
  onClose: () => void
}

/** Changes the facts of an actor, and asks which it is: the record was wrong, or it became so on a date. */
export function EditActor({ detail, today, state, onChange, onClose }: EditActorProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const format = useFormat()
  // Frozen while the form is open: the page behind it follows the stream, the form must not.
  const [opened] = useState(detail)
  const base = actorFormOf(opened)
  const [form, setForm] = useState(base)
  const [mode, setMode] = useState<Mode>('correct')
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const errorOf = useActorErrors(form, tried, state.type === 'issues' ? state.issues : [])
  const showField = useShowField()

  const patchFrom = (start: ActorForm, end: ActorForm): ActorPatch => {
    const because = reason.trim() === '' ? {} : { reason: reason.trim() }
    return mode === 'correct'
      ? { mode, changes: correctionOf(start, end), ...because }
      : { mode, from, changes: datedChangeOf(start, end), ...because }
  }
  const dateError =
    mode === 'from' && tried
      ? from === ''
        ? t('issue.date-missing')
        : from > today
          ? t('issue.date-in-future', { today: format.date(today) })
          : undefined
      : undefined
  const patch = patchFrom(base, form)
  const nothing = Object.keys(patch.changes).length === 0

  if (state.type === 'stale') {
    const theirs = actorFormOf(state.current)
    const keep = (chosen: Partial<Record<keyof ActorForm, unknown>>) => {
      const next = patchFrom(theirs, { ...theirs, ...(chosen as Partial<ActorForm>) })
      if (Object.keys(next.changes).length === 0) onClose()
      else onChange(state.current.revision, next)
    }
    return (
      <StaleChoice<keyof ActorForm>
        moves={threeWay(base, form, theirs)}
        words={{
          title: t('stale.title'),
          lede: t('stale.lede'),
          field: t('stale.field'),
          mine: t('stale.mine'),
          theirs: t('stale.theirs'),
          save: t('stale.save'),
          takeTheirs: t('stale.takeTheirs'),
        }}
        labelOf={(field) => t(`form.${LABEL[field]}`)}
        show={(field, value) => showField(field, value)}
        onSave={keep}
        onTakeTheirs={onClose}
      />
    )
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const wrong = mode === 'correct' && Object.keys(actorFormIssues(form)).length > 0
    const wrongDate = mode === 'from' && (from === '' || from > today)
    if (wrong || wrongDate) {
      const place = event.currentTarget
      for (const folded of place.querySelectorAll('details')) folded.open = true
      requestAnimationFrame(() => place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    } else if (!nothing) onChange(opened.revision, patch)
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <ChoiceGroup<Mode>
        legend={t('form.mode')}
        name="cara"
        layout="list"
        choices={[
          { value: 'correct', label: t('form.correct'), detail: t('form.correctHint') },
          { value: 'from', label: t('form.from'), detail: t('form.fromHint') },
        ]}
        value={mode}
        onChange={setMode}
      />
      {mode === 'from' ? (
        <Field
          label={t('form.fromOn')}
          error={dateError ?? (state.type === 'issues' ? errorOf('from' as keyof ActorForm) : undefined)}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              className="input"
              max={today}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <ActorFields form={form} onForm={setForm} errorOf={errorOf} today={today} datedOnly={mode === 'from'} />
      <Field
        label={
          <span className="field-label">
            {t('form.reason')}
            <small>{t('form.optional')}</small>
          </span>
        }
      >
        {(control) => (
          <input
            {...control}
            className="input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {state.type === 'failed' ? (
        <p role="alert" className="field-error">
          {t('done.failed', { why: common(`error.${state.error.code}`) })}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="filled">
          {state.type === 'saving' ? t('form.saving') : t('form.save')}
        </Button>
        <Button onClick={onClose}>{t('form.cancel')}</Button>
        {tried && nothing ? (
          <span role="status" className="caption">
            {t('form.nothingChanged')}
          </span>
        ) : null}
      </div>
    </form>
  )
}

const LABEL = {
  name: 'name',
  role: 'role',
  sectorId: 'sector',
  regionCode: 'region',
  inCity: 'inCity',
  sizeClass: 'size',
  sizeBasis: 'sizeBasis',
  yearStarted: 'yearStarted',
  kbliCode: 'kbli',
  kbliVersion: 'kbliVersion',
  website: 'website',
  aliases: 'aliases',
  products: 'products',
  needs: 'needs',
  offers: 'offers',
  registeredOn: 'registeredOn',
} as const satisfies Record<keyof ActorForm, string>

/** A value of a field in words. */
function useShowField() {
  const t = useTranslations('actors')
  const size = useTranslations('common.size')
  const names = useNames()
  const format = useFormat()
  return (field: keyof ActorForm, value: unknown): string => {
    if (value === '' || value === null || value === undefined) return t('stale.empty')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    const text = String(value)
    if (field === 'role') return names.role(text)
    if (field === 'sectorId') return names.sector(text)
    if (field === 'regionCode') return names.region(text)
    if (field === 'sizeClass') return size(text as 'micro')
    if (field === 'sizeBasis') return t(`basis.${text as 'capital'}`)
    return field === 'registeredOn' ? format.date(text) : text
  }
}
