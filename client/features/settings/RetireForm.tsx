import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { retireCode } from '#client/api/code-lists.ts'
import { ApiError } from '#client/api/http.ts'
import { type Done, DoneNotice } from '#client/network/DoneNotice.tsx'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { CodeList } from '#shared/contract/code-lists.ts'

/** A value of a code list, and whether it is to be retired or taken up again. */
export interface CodeChange {
  list: CodeList
  id: string
  name: string
  /** Records that have it today. */
  uses: number
  retired: boolean
}

/** Asks why, then says what was done with the way back, here: the list behind it stays where it is. */
export function RetireForm({ change, onClose }: { change: CodeChange; onClose: () => void }) {
  const t = useTranslations('register.codes')
  const bulk = useTranslations('register.bulk')
  const common = useTranslations('common')
  const queries = useQueryClient()
  const issueText = useIssueText()
  const field = useRef<HTMLInputElement>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { list, id, name, uses, retired } = change
  // once the dialog around it is open, which gives the focus to its button
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const why = reason.trim()
    setMissing(retired && why === '')
    if (retired && why === '') return field.current?.focus()
    if (busy) return
    setBusy(true)
    setFailure(null)
    try {
      const { revision } = await retireCode(list, id, retired, why)
      setDone({ revision, text: t(retired ? 'retired' : 'restored', { name }) })
      void queries.invalidateQueries()
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      const said = problem.issues.map(issueText).join(' ') || common(`error.${problem.code}`)
      setFailure(t('failed', { why: said }))
    } finally {
      setBusy(false)
    }
  }

  if (done) return <DoneNotice done={done} />
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <p>{t(retired ? 'retireMeans' : 'restoreMeans', { count: uses })}</p>
      <Field
        label={
          <span className="field-label">
            {t(retired ? 'whyRetire' : 'whyRestore')}
            {retired ? null : <small>{bulk('optional')}</small>}
          </span>
        }
        error={missing ? t('whyMissing') : undefined}
      >
        {(control) => (
          <input
            {...control}
            ref={field}
            className="input"
            maxLength={500}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {failure ? (
        <p role="alert" className="field-error">
          {failure}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="filled">
          {busy ? t('saving') : t(retired ? 'retire' : 'restore')}
        </Button>
        <Button onClick={onClose}>{bulk('cancel')}</Button>
      </div>
    </form>
  )
}
