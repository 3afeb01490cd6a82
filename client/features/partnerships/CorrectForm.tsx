import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ChangeState } from '#client/api/use-change.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { END_REASONS, EVIDENCE_GRADES } from '#shared/contract/vocabulary.ts'
import { type Correctable, type CorrectableField, correctionIssues, correctionOf } from './correction.ts'
import { directionReadings } from './partnership-words.ts'

const LEVELS = ['1', '2', '3', '4', '5'] as const

interface CorrectFormProps {
  detail: PartnershipDetail
  /** The record as it was when the form was opened. */
  base: Correctable
  form: Correctable
  onForm: (form: Correctable) => void
  today: string
  state: ChangeState<PartnershipDetail>
  onSubmit: (patch: PartnershipPatch) => void
  onCancel: () => void
}

/** Corrects what always was so. Sends only the fields that differ. */
export function CorrectForm(props: CorrectFormProps) {
  const { detail, base, form, onForm, today, state, onSubmit, onCancel } = props
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const format = useFormat()
  const issueText = useIssueText()
  const [tried, setTried] = useState(false)

  const set = (changes: Partial<Correctable>) => onForm({ ...form, ...changes })
  const issues = correctionIssues(base, form, today)
  const changes = correctionOf(base, form)
  const errorOf = (field: CorrectableField): string | undefined => {
    const issue = tried ? issues[field] : undefined
    if (issue === 'date-in-future') return t(`issue.${issue}`, { today: format.date(today) })
    if (issue === 'date-before-start')
      return t(`issue.${issue}`, { start: form.startedOn ? format.date(form.startedOn) : '' })
    if (issue) return t(`issue.${issue}`)
    if (state.type !== 'issues') return undefined
    const refused = state.issues.filter(
      ({ path }) => path.split('.')[1] === field || path.split('.')[0] === field,
    )
    return refused.map(issueText).join(' ') || undefined
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(issues).length > 0) {
      const place = event.currentTarget
      requestAnimationFrame(() => place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    if (Object.keys(changes).length > 0) onSubmit({ mode: 'correct', changes })
  }

  const fields = { detail, base, form, set, errorOf }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <p className="text-ink-2">{t('action.correctLede')}</p>
      <KindFields {...fields} />
      <GradeFields {...fields} />
      <DateFields {...fields} today={today} />
      <TextFields {...fields} />
      {state.type === 'failed' ? (
        <p role="alert" className="field-error">
          {t('done.failed', { why: common(`error.${state.error.code}`) })}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="filled">
          {state.type === 'saving' ? t('action.saving') : t('action.correctSubmit')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
        {tried && Object.keys(changes).length === 0 ? (
          <span role="status" className="caption">
            {t('action.nothingChanged')}
          </span>
        ) : null}
      </div>
    </form>
  )
}

interface FieldsProps {
  detail: PartnershipDetail
  base: Correctable
  form: Correctable
  set: (changes: Partial<Correctable>) => void
  errorOf: (field: CorrectableField) => string | undefined
}

function KindFields({ detail, base, form, set, errorOf }: FieldsProps) {
  const t = useTranslations('partnerships')
  const names = useNames()
  const kind = names.findKind(form.kind)
  const [a, b] = detail.parties
  const pairOf = (one: string, other: string): [string, string][] => [[one, other]]
  const chooseKind = (id: string) => {
    const directed = names.findKind(id)?.directed ?? false
    set({ kind: id, arcs: directed ? form.arcs : kind?.directed ? [] : form.arcs })
  }
  return (
    <>
      <Field label={t('field.kind')} error={errorOf('kind')}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={form.kind}
            onChange={(event) => chooseKind(event.target.value)}
          >
            {(names.reference?.kinds ?? [])
              .filter(({ id, twoMode, retired }) => id === base.kind || !(twoMode || retired))
              .map(({ id }) => (
                <option key={id} value={id}>
                  {names.kind(id)}
                </option>
              ))}
          </select>
        )}
      </Field>
      {kind?.directed && detail.parties.length === 2 && a && b ? (
        <ChoiceGroup
          legend={t('field.arcs')}
          name="arah"
          layout="list"
          choices={[pairOf(a.actorId, b.actorId), pairOf(b.actorId, a.actorId)].map((arcs) => {
            const [reading] = directionReadings({ kind: form.kind, parties: detail.parties, arcs }, names)
            return { value: JSON.stringify(arcs), label: reading?.forward, detail: reading?.backward }
          })}
          value={JSON.stringify(form.arcs)}
          onChange={(arcs) => set({ arcs: JSON.parse(arcs) as [string, string][] })}
          error={errorOf('arcs')}
        />
      ) : null}
    </>
  )
}

function GradeFields({ form, set, errorOf }: FieldsProps) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  return (
    <>
      <ChoiceGroup
        legend={t('field.intensity')}
        name="keeratan"
        layout="segments"
        choices={LEVELS.map((value) => ({ value, label: value }))}
        value={LEVELS.find((level) => level === String(form.intensity)) ?? null}
        onChange={(level) => set({ intensity: Number(level) })}
        hint={common(`intensity.${LEVELS.find((level) => level === String(form.intensity)) ?? '2'}`)}
        error={errorOf('intensity')}
      />
      <ChoiceGroup
        legend={t('field.evidence')}
        name="bukti"
        layout="segments"
        choices={EVIDENCE_GRADES.map((value) => ({ value, label: value, detail: common(`grade.${value}`) }))}
        value={form.evidence}
        onChange={(evidence) => set({ evidence })}
        error={errorOf('evidence')}
      />
    </>
  )
}

function DateFields({ base, form, set, errorOf, today }: FieldsProps & { today: string }) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Field label={t('field.startedOn')} error={errorOf('startedOn')}>
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            max={today}
            value={form.startedOn ?? ''}
            onChange={(event) => set({ startedOn: event.target.value || null })}
          />
        )}
      </Field>
      {base.endedOn !== null ? (
        <Field label={t('field.endedOn')} error={errorOf('endedOn')}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input"
              max={today}
              value={form.endedOn ?? ''}
              onChange={(event) => set({ endedOn: event.target.value || null })}
            />
          )}
        </Field>
      ) : null}
      {form.endedOn !== null ? (
        <Field label={t('field.endReason')} error={errorOf('endReason')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={form.endReason ?? ''}
              onChange={(event) =>
                set({ endReason: END_REASONS.find((known) => known === event.target.value) ?? null })
              }
            >
              <option value="">–</option>
              {END_REASONS.map((known) => (
                <option key={known} value={known}>
                  {common(`endReason.${known}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </div>
  )
}

function TextFields({ form, set, errorOf }: FieldsProps) {
  const t = useTranslations('partnerships')
  return (
    <>
      <Field label={t('field.evidenceUrl')} error={errorOf('evidenceUrl')}>
        {(control) => (
          <input
            {...control}
            type="url"
            className="input"
            placeholder="https://…"
            value={form.evidenceUrl ?? ''}
            onChange={(event) => set({ evidenceUrl: event.target.value.trim() || null })}
          />
        )}
      </Field>
      <Field label={t('field.note')} error={errorOf('note')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            className="input"
            value={form.note ?? ''}
            onChange={(event) => set({ note: event.target.value || null })}
          />
        )}
      </Field>
    </>
  )
}
