import '#client/styles/staff.css'
import { RefreshCw, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'

/** So often a page that stays open asks whether there is another build. */
const ASK_MS = 60 * 60_000

/** Another build has been fetched while this page was open: it goes on with the one it began with, and offers the other. */
export function NewBuild() {
  const t = useTranslations('logPartnership.build')
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const worker = navigator.serviceWorker
    if (!worker) return
    // The first worker of a device takes over too, and is no other build.
    let had = worker.controller !== null
    const onTakenOver = () => {
      if (had) setReady(true)
      had = true
    }
    const ask = () => {
      if (document.visibilityState === 'visible')
        void worker
          .getRegistration()
          .then((registration) => registration?.update())
          .catch(() => {})
    }
    worker.addEventListener('controllerchange', onTakenOver)
    document.addEventListener('visibilitychange', ask)
    const timer = setInterval(ask, ASK_MS)
    return () => {
      worker.removeEventListener('controllerchange', onTakenOver)
      document.removeEventListener('visibilitychange', ask)
      clearInterval(timer)
    }
  }, [])
  if (!ready) return null
  return (
    <section className="page w-full print:hidden" aria-label={t('label')}>
      <div className="outbox flex flex-wrap items-center gap-x-3" role="status">
        <RefreshCw size={18} strokeWidth={1.75} aria-hidden className="flex-none" />
        <span className="min-w-0 flex-1">{t('ready')}</span>
        <Button look="text" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
        <IconButton
          label={t('later')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={() => setReady(false)}
        />
      </div>
    </section>
  )
}
