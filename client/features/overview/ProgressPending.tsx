import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { Button } from '#client/ui/Button.tsx'

/** In the place of the series: that it is on its way, or why it is not there. */
export function ProgressPending({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations('common')
  if (!error) return <p className="loading-line caption mt-1">{t('state.loading')}</p>
  return (
    <div role="alert" className="mt-1 grid justify-items-start gap-2">
      <p className="caption">{t(`error.${error instanceof ApiError ? error.code : 'internal'}`)}</p>
      <Button onClick={onRetry}>{t('action.retry')}</Button>
    </div>
  )
}
