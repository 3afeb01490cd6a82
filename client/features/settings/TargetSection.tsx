import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { useMay } from '#client/api/session.ts'
import { saveTarget } from '#client/api/settings.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Target } from '#shared/contract/reference.ts'
import { targetFormOf, targetIssues, targetOf } from './target-form.ts'

type State = { type: 'idle' | 'saving' | 'saved' | 'removed' } | { type: 'refused'; error: ApiError }

/** The index that is aimed at, and by when. */
export function TargetSection({ target, today }: { target: Target | null; today: string }) {
  const t = useTranslations('settings.target')
  const common = useTranslations('common.error')
  const format = useFormat()
  const issueText = useIssueText()
  const queries = useQueryClient()
  const mayWrite = useMay('settings.write')
  const [form, setForm] = useState(() => targetFormOf(target))
  const [tried, setTried] = useState(false)
  const [state, setState] = useState<State>({ type: 'idle' })
  const busy = useRef(false)

  const save = async (next: Target | null) => {
    if (busy.current) return
    busy.current = true
    setState({ type: 'saving' })
    try {
      await saveTarget({ target: next })
      setState({ type: next ? 'saved' : 'removed' })
      setTried(false)
      if (!next) setForm(targetFormOf(null))
      void queries.invalidateQueries()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setState({ type: 'refused', error })
    } finally {
      busy.current = false
    }
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const place = event.currentTarget
    if (Object.keys(targetIssues(form, today)).length === 0) void save(targetOf(form))
    else requestAnimationFrame(() => place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const errorOf = (field: 'value' | 'by') => {
    const issue = tried ? targetIssues(form, today)[field] : undefined
    if (issue === 'date-past') return t(`issue.${issue}`, { today: format.date(today) })
    if (issue) return t(`issue.${issue}`)
    if (state.type !== 'refused') return undefined
    return (
      state.error.issues
        .filter(({ path }) => path.endsWith(field))
        .map(issueText)
        .join(' ') || undefined
    )
  }

  return (
    <section className="section">
      <h2 className="section-title">{t('title')}</h2>
      <p className="mt-1">
        {target
          ? t('set', {
              value: format.decimal(target.value, target.value % 1 === 0 ? 0 : 1),
              date: format.date(target.by),
            })
          : t('none')}{' '}
        <span className="text-ink-2">{t('lede')}</span>
      </p>
      {mayWrite ? (
        <form noValidate onSubmit={submit} className="mt-4 grid max-w-[28rem] gap-4">
          <div className="grid items-start gap-4 md:grid-cols-2">
            <Field label={t('value')} hint={t('valueHint')} error={errorOf('value')}>
              {(control) => (
                <input
                  {...control}
                  inputMode="decimal"
                  className="input"
                  value={form.value}
                  onChange={(event) => setForm({ ...form, value: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('by')} error={errorOf('by')}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  className="input"
                  min={today}
                  value={form.by}
                  onChange={(event) => setForm({ ...form, by: event.target.value })}
                />
              )}
            </Field>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" look="filled">
              {state.type === 'saving' ? t('saving') : t('save')}
            </Button>
            {target ? <Button onClick={() => void save(null)}>{t('remove')}</Button> : null}
            <span role="status">
              {state.type === 'saved' ? t('saved') : state.type === 'removed' ? t('removed') : ''}
            </span>
          </div>
          {state.type === 'refused' && state.error.issues.length === 0 ? (
            <p role="alert" className="field-error">
              {t('failed', { why: common(state.error.code) })}
            </p>
          ) : null}
        </form>
      ) : null}
    </section>
  )
}
