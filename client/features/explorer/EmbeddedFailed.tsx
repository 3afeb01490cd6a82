import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

/** A frame on another site that cannot show what it was made for: still a page of its own, with a name. */
export function EmbeddedFailed({ children }: { children: ReactNode }) {
  const t = useTranslations('explorer')
  return (
    <>
      <h1 className="explorer-summary">{t('title')}</h1>
      {children}
    </>
  )
}
