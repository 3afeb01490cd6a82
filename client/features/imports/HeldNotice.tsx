import { useTranslations } from 'use-intl'
import type { HeldWrite } from '#client/api/use-import-writes.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { useWriteWords } from './use-write-words.ts'

interface HeldNoticeProps {
  held: HeldWrite
  onRetry: () => void
  onForget: () => void
}

/** A change that was not taken: it stays until somebody sends it again or lets go of it. */
export function HeldNotice({ held, onRetry, onForget }: HeldNoticeProps) {
  const t = useTranslations('imports.held')
  const common = useTranslations('common.error')
  const issueText = useIssueText()
  const what = useWriteWords()(held.write)
  const { error } = held
  const stale = error.code === 'stale'
  return (
    <div role="alert" className={`notice mt-4 ${stale ? 'notice-mango' : 'notice-danger'}`}>
      <p>
        {stale
          ? t('stale', { what })
          : t('failed', { what, why: error.issues[0] ? issueText(error.issues[0]) : common(error.code) })}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={onRetry}>{t(stale ? 'again' : 'retry')}</Button>
        <Button look="text" onClick={onForget}>
          {t('forget')}
        </Button>
      </div>
    </div>
  )
}
