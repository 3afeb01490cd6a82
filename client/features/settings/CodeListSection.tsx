import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { codeListsQuery, retireCode } from '#client/api/code-lists.ts'
import { ApiError } from '#client/api/http.ts'
import { useMay } from '#client/api/session.ts'
import { type Done, DoneNotice } from '#client/network/DoneNotice.tsx'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import type { CodeList, CodeLists } from '#shared/contract/code-lists.ts'

/** The code lists: which values are offered for new records, and how many records have each. */
export function CodeListSection() {
  const t = useTranslations('register.codes')
  const common = useTranslations('common')
  const mayWrite = useMay('settings.write')
  const names = useNames()
  const queries = useQueryClient()
  const issueText = useIssueText()
  const [done, setDone] = useState<Done | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const { data } = useQuery({ ...codeListsQuery(), enabled: mayWrite })
  if (!mayWrite || !data) return null

  const retire = async (list: CodeList, id: string, name: string, retired: boolean) => {
    setFailure(null)
    try {
      const { revision } = await retireCode(list, id, retired)
      setDone({ revision, text: t(retired ? 'retired' : 'restored', { name }) })
      void queries.invalidateQueries()
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      const why = problem.issues.map(issueText).join(' ') || common(`error.${problem.code}`)
      setFailure(t('failed', { why }))
    }
  }
  return (
    <section className="section lg:col-span-2">
      <h2 className="section-title">{t('title')}</h2>
      <p className="mt-1 text-ink-2">{t('lede')}</p>
      {done ? <DoneNotice key={done.revision} done={done} onClose={() => setDone(null)} /> : null}
      {failure ? (
        <p role="alert" className="field-error">
          {failure}
        </p>
      ) : null}
      <div className="mt-3 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Values
          title={t('kinds')}
          values={data.kinds}
          nameOf={names.kind}
          onRetire={(id, retired) => void retire('kind', id, names.kind(id), retired)}
        />
        <Values
          title={t('sectors')}
          values={data.sectors}
          nameOf={names.sector}
          onRetire={(id, retired) => void retire('sector', id, names.sector(id), retired)}
        />
      </div>
    </section>
  )
}

interface ValuesProps {
  title: string
  values: CodeLists['kinds']
  nameOf: (id: string) => string
  onRetire: (id: string, retired: boolean) => void
}

function Values({ title, values, nameOf, onRetire }: ValuesProps) {
  const t = useTranslations('register.codes')
  const register = useTranslations('register')
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-rows mt-1">
        {values.map(({ id, retired, uses }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-1">
            <span className={retired ? 'text-ink-3' : undefined}>
              {nameOf(id)}
              {retired ? ` (${register('retired')})` : ''}
              <span className="caption block">{t('uses', { count: uses })}</span>
            </span>
            <Button
              look="text"
              onClick={() => onRetire(id, !retired)}
              aria-label={t(retired ? 'restoreOf' : 'retireOf', { name: nameOf(id) })}
            >
              {t(retired ? 'restore' : 'retire')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
