import { useTranslations } from 'use-intl'
import type { Import } from '#shared/contract/imports.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

type Known = keyof Messages['imports']['failure']

/** Why the last attempt came to nothing. */
export function Failure({ one }: { one: Import }) {
  const t = useTranslations('imports.failure')
  if (one.failure === null) return null
  const known = one.failure as Known
  return (
    <p role="alert" className="notice notice-danger mt-4">
      {known === 'cancelled' || known === 'interrupted' ? t(known) : t('plain', { why: one.failure })}
    </p>
  )
}
