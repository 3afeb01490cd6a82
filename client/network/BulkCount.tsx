import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { applyBulk, type BulkAsk, type BulkTarget, countBulk } from '#client/api/bulk.ts'
import { ApiError } from '#client/api/http.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import { useIssueText } from './use-issue-text.ts'

interface BulkCountProps<T extends BulkTarget> {
  target: T
  /** null while something is still to be chosen. */
  ask: BulkAsk<T> | null
  nameOf: (id: string) => string
  /** What a value of `values` is called. */
  valueName?: (value: string) => string
  onDone: (outcome: BulkOutcome) => void
  onCancel: () => void
}

/** What a change of many records would do, counted before it is done; then done as one change. */
export function BulkCount<T extends BulkTarget>(props: BulkCountProps<T>) {
  const { target, ask, nameOf, valueName, onDone, onCancel } = props
  const t = useTranslations('register.bulk')
  const common = useTranslations('common')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['bulk', target, ask],
    queryFn: () => countBulk(target, ask!),
    enabled: ask !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const counted = ask !== null && !isPlaceholderData ? data : undefined

  const apply = async () => {
    if (!ask || !counted || busy) return
    setBusy(true)
    setFailure(null)
    try {
      const outcome = await applyBulk(target, ask, counted, reason.trim())
      onDone(outcome)
      void queries.invalidateQueries()
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      setFailure(problem)
      if (problem.code === 'stale') void refetch()
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Field
        label={
          <span className="field-label">
            {t('reason')}
            <small>{t('optional')}</small>
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
      <div role="status" className="min-h-10">
        {ask === null ? null : error ? (
          <CountRefused error={error} />
        ) : counted ? (
          <Counts outcome={counted} nameOf={nameOf} {...(valueName ? { valueName } : {})} />
        ) : (
          <p className="caption">{t('counting')}</p>
        )}
      </div>
      {failure ? (
        <p role="alert" className="field-error">
          {failure.code === 'stale' ? t('stale') : t('failed', { why: common(`error.${failure.code}`) })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button look="filled" disabled={!counted || counted.changes === 0} onClick={() => void apply()}>
          {busy ? t('applying') : counted ? t('apply', { count: counted.changes }) : t('applyPlain')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  )
}

function CountRefused({ error }: { error: Error }) {
  const common = useTranslations('common')
  const issueText = useIssueText()
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <p role="alert" className="field-error">
      {issues.length > 0 ? issues.map(issueText).join(' ') : common('error.title')}
    </p>
  )
}

const SHOWN = 5

function Counts({
  outcome,
  nameOf,
  valueName,
}: {
  outcome: BulkOutcome
  nameOf: (id: string) => string
  valueName?: (value: string) => string
}) {
  const t = useTranslations('register.bulk')
  const issueText = useIssueText()
  const { changes, unchanged, refused, examples } = outcome
  const values = Object.entries(outcome.values)
  return (
    <>
      <p>
        <b className="font-semibold">{t('changes', { count: changes })}</b>
        {unchanged > 0 ? `, ${t('unchanged', { count: unchanged })}` : ''}
        {refused > 0 ? `, ${t('refused', { count: refused })}` : ''}.
      </p>
      {valueName && values.length > 0 ? (
        <p className="text-ink-2">
          {values.map(([value, count]) => `${valueName(value)} ${count}`).join(' · ')}
        </p>
      ) : null}
      {examples.length > 0 ? (
        <ul className="caption mt-1 list-disc pl-5">
          {examples.slice(0, SHOWN).map(({ id, issues }) => (
            <li key={id}>{t('because', { name: nameOf(id), why: issues.map(issueText).join(' ') })}</li>
          ))}
          {refused > SHOWN ? <li>{t('more', { count: refused - SHOWN })}</li> : null}
        </ul>
      ) : null}
    </>
  )
}
