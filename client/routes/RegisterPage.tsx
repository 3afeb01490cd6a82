import '#client/styles/staff.css'
import '#client/styles/register.css'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Action } from '#shared/contract/rights.ts'
import { Guarded } from './Guarded.tsx'
import { RegisterWords } from './RegisterWords.tsx'

/** A page of the registers, for those who may use it, with the words and the looks of editing. */
export function RegisterPage({ action, children }: { action: Action; children: ReactNode }) {
  const t = useTranslations('common.state')
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action={action}>
        <RegisterWords
          waiting={
            <p className="caption py-5" aria-busy="true">
              {t('loading')}
            </p>
          }
        >
          {children}
        </RegisterWords>
      </Guarded>
    </main>
  )
}
