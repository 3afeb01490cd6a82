import { useMessages, useTranslations } from 'use-intl'

/** Why there is no figure, in words. */
export function useReason(): (code: string | null) => string {
  const t = useTranslations('common.reason')
  const { reason } = useMessages().common
  return (code) => {
    const known = code !== null && code in reason ? (code as keyof typeof reason) : 'other'
    return t(known)
  }
}
