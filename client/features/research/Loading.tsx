import { useTranslations } from 'use-intl'

/** Reading a network for the first time takes as long as the network is large. */
export function Loading() {
  const t = useTranslations('research')
  const common = useTranslations('common.state')
  return (
    <p className="caption mt-4" aria-busy="true">
      {common('loading')} <span className="late-note">{t('late')}</span>
    </p>
  )
}
