import { useTranslations } from 'use-intl'
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { Import } from '#shared/contract/imports.ts'

/** Why the last attempt came to nothing. */
export function Failure({ one }: { one: Import }) {
  const t = useTranslations('imports.failure')
  const common = useTranslations('common.error')
  if (one.failure === null) return null
  if (one.failure === 'cancelled')
    return (
      <p role="status" className="notice mt-4">
        {t('cancelled')}
      </p>
    )
  const code = one.failure as ErrorCode
  return (
    <p role="alert" className="notice notice-danger mt-4">
      {t('plain', { why: common(common.has(code) ? code : 'internal') })}
    </p>
  )
}
