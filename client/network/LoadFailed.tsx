import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError, type ApiErrorCode } from '#client/api/http.ts'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { Overview } from '#shared/contract/insights.ts'
import { useIssueText } from './use-issue-text.ts'

interface LoadFailedProps {
  error: unknown
  onRetry: () => void
  children?: ReactNode
}

const codeOf = (error: unknown): ApiErrorCode => (error instanceof ApiError ? error.code : 'internal')

/** Why a page is not there: no signal, no answer, or what the server said; and what is still right. */
export function LoadFailed({ error, onRetry, children }: LoadFailedProps) {
  const t = useTranslations('common')
  const issueText = useIssueText()
  const code = codeOf(error)
  const away = code === 'offline' || code === 'unreachable'
  const requestId = error instanceof ApiError ? error.problem?.requestId : undefined
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <ErrorState
      title={t(
        code === 'offline'
          ? 'error.titleOffline'
          : code === 'unreachable'
            ? 'error.titleUnreachable'
            : 'error.title',
      )}
      retryLabel={t('action.retry')}
      onRetry={onRetry}
    >
      {issues.length > 0 ? (
        issues.map((issue) => <p key={`${issue.path} ${issue.code}`}>{issueText(issue)}</p>)
      ) : (
        <p>
          {t(`error.${code}`)} {away ? t('error.byItself') : null}
        </p>
      )}
      {away ? <StillRight /> : null}
      {requestId && code === 'internal' ? (
        <p className="caption mt-1">{t('error.requestId', { id: requestId })}</p>
      ) : null}
      {children}
    </ErrorState>
  )
}

/** The overview that this device has read, and the day it is of. */
function StillRight() {
  const t = useTranslations('common')
  const format = useFormat()
  const queries = useQueryClient()
  const read = queries
    .getQueriesData<Overview>({ queryKey: ['insights', 'overview'] })
    .flatMap(([, data]) => data ?? [])
  const overview = read.at(-1)
  if (!overview) return null
  return (
    <p className="mt-1">
      {overview.on === 'all' ? t('error.keptAll') : t('error.kept', { date: format.date(overview.on) })}{' '}
      <Link to="/" className="inline-flex min-h-11 items-center underline md:min-h-6">
        {t('nav.overview')}
      </Link>
    </p>
  )
}
