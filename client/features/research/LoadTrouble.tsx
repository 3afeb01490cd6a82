import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { ErrorState } from '#client/ui/ErrorState.tsx'

/** A part of the page that could not be had: why, and again. */
export function LoadTrouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('research')
  const common = useTranslations('common')
  const issueText = useIssueText()
  const issues = error instanceof ApiError ? error.issues : []
  return (
    <ErrorState title={t('failed')} retryLabel={common('action.retry')} onRetry={onRetry}>
      <p>{common(`error.${error instanceof ApiError ? error.code : 'internal'}`)}</p>
      {issues.map((issue) => (
        <p key={`${issue.path} ${issue.code}`}>{issueText(issue)}</p>
      ))}
    </ErrorState>
  )
}
