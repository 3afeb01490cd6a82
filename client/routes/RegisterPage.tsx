import '#client/styles/staff.css'
import '#client/styles/register.css'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { RegisterWords } from './RegisterWords.tsx'

/** A page of the registers, with the words and the looks of editing. */
export function RegisterPage({ children }: { children: ReactNode }) {
  const t = useTranslations('common.state')
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <RegisterWords
        waiting={
          <p className="caption py-5" aria-busy="true">
            {t('loading')}
          </p>
        }
      >
        {children}
      </RegisterWords>
    </main>
  )
}
