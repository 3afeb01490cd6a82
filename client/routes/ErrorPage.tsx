import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { getJson } from '#client/api/http.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { PageUnfetched } from './lazy-page.ts'

/**
 * A page that failed while drawing or loading. Its missing code is fetched by loading the document anew, and only once
 * the server is in reach: without it the browser would put its own page in the place of ours.
 */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTranslations('common')
  const unfetched = error instanceof PageUnfetched
  useEffect(() => {
    if (!unfetched) return
    addEventListener('online', loadAnew)
    return () => removeEventListener('online', loadAnew)
  }, [unfetched])
  return (
    <main id="isi" className="page py-8" tabIndex={-1}>
      <h1 className="visually-hidden">{t('error.title')}</h1>
      <LoadFailed error={unfetched ? error.reason : error} onRetry={unfetched ? loadAnew : reset} />
    </main>
  )
}

function loadAnew(): void {
  void getJson('/health').then(
    () => location.reload(),
    () => {},
  )
}
