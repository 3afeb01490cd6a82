import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { codeListsQuery } from '#client/api/code-lists.ts'
import { useMay } from '#client/api/session.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import type { CodeList, CodeLists } from '#shared/contract/code-lists.ts'
import { type CodeChange, RetireForm } from './RetireForm.tsx'

/** The code lists: which values are offered for new records, and how many records have each. */
export function CodeListSection() {
  const t = useTranslations('register.codes')
  const common = useTranslations('common.action')
  const mayWrite = useMay('settings.write')
  const names = useNames()
  const [asked, setAsked] = useState<CodeChange | null>(null)
  const { data } = useQuery({ ...codeListsQuery(), enabled: mayWrite })
  if (!mayWrite || !data) return null

  const ask = (list: CodeList, nameOf: (id: string) => string) => (value: CodeUse) =>
    setAsked({ list, id: value.id, name: nameOf(value.id), uses: value.uses, retired: !value.retired })
  return (
    <section className="section lg:col-span-2">
      <h2 className="section-title">{t('title')}</h2>
      <p className="mt-1 text-ink-2">{t('lede')}</p>
      <div className="mt-3 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <Values title={t('kinds')} values={data.kinds} nameOf={names.kind} onAsk={ask('kind', names.kind)} />
        <Values
          title={t('sectors')}
          values={data.sectors}
          nameOf={names.sector}
          onAsk={ask('sector', names.sector)}
        />
      </div>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={asked ? t(asked.retired ? 'retireOf' : 'restoreOf', { name: asked.name }) : ''}
        closeLabel={common('close')}
      >
        {asked ? (
          <RetireForm key={`${asked.list} ${asked.id}`} change={asked} onClose={() => setAsked(null)} />
        ) : null}
      </Dialog>
    </section>
  )
}

type CodeUse = CodeLists['kinds'][number]

interface ValuesProps {
  title: string
  values: readonly CodeUse[]
  nameOf: (id: string) => string
  onAsk: (value: CodeUse) => void
}

function Values({ title, values, nameOf, onAsk }: ValuesProps) {
  const t = useTranslations('register.codes')
  const register = useTranslations('register')
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-rows mt-1">
        {values.map((value) => {
          const { id, retired, uses } = value
          return (
            <li key={id} className="flex items-center justify-between gap-4 py-1">
              <span className={retired ? 'text-ink-3' : undefined}>
                {nameOf(id)}
                {retired ? ` (${register('retired')})` : ''}
                <span className="caption block">{t('uses', { count: uses })}</span>
              </span>
              <Button
                look="text"
                onClick={() => onAsk(value)}
                aria-label={t(retired ? 'restoreOf' : 'retireOf', { name: nameOf(id) })}
              >
                {t(retired ? 'restore' : 'retire')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
