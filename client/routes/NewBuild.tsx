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
    const look = () => void isOutdated().then(setReady)
    // It may have been there before this part was.
    look()
    const ask = () => {
      if (document.visibilityState === 'visible')
        void worker
          .getRegistration()
          .then((registration) => registration?.update())
          .catch(() => {})
    }
    worker.addEventListener('controllerchange', look)
    document.addEventListener('visibilitychange', ask)
    const timer = setInterval(ask, ASK_MS)
    return () => {
      worker.removeEventListener('controllerchange', look)
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

/** Whether the last build that the worker has kept is another than this page's. Of a first visit, or without a worker, it is not. */
async function isOutdated(): Promise<boolean> {
  const builds = (await caches.keys()).filter((name) => name.startsWith('jejaring-page-'))
  const kept = await caches.match('/index.html', { cacheName: builds.at(-1) ?? '' })
  const own = document.querySelector<HTMLScriptElement>('script[type=module]')
  if (!kept || !own) return false
  return !(await kept.text()).includes(new URL(own.src).pathname)
}
