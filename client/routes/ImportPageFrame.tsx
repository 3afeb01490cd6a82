import '#client/styles/staff.css'
import '#client/styles/register.css'
import '#client/styles/imports.css'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Guarded } from './Guarded.tsx'
import { ImportWords } from './ImportWords.tsx'

/** A page of the import, for those who may use it, with its words and looks. */
export function ImportPageFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('common.state')
  return (
    <main id="isi" className="page w-full pb-12" tabIndex={-1}>
      <Guarded action="imports.write">
        <ImportWords
          waiting={
            <p className="caption py-5" aria-busy="true">
              {t('loading')}
            </p>
          }
        >
          {children}
        </ImportWords>
      </Guarded>
    </main>
  )
}
