import { WifiOff } from 'lucide-react'
import { useTranslations } from 'use-intl'

/**
 * Not a banner: a small sign in the bar while the device has no connection or the server does not answer. Part of the
 * first load: without a connection there is nothing to load it with.
 */
export function OfflineSign({ online }: { online: boolean }) {
  const t = useTranslations('common.state')
  return (
    <span
      className="flex items-center gap-1.5 text-xs text-ink-2"
      title={t(online ? 'unreachableNote' : 'offlineNote')}
      role="status"
    >
      <WifiOff size={14} strokeWidth={1.75} aria-hidden />
      {t(online ? 'unreachable' : 'offline')}
    </span>
  )
}
