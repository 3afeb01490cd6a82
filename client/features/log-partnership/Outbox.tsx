import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isAway } from '#client/api/http.ts'
import { Button } from '#client/ui/Button.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { dropDraft, keepDraft, readDraft } from './draft-store.ts'
import { sendEntry } from './send-entry.ts'
import { RETRY_MS } from './use-save.ts'

type Notice = { type: 'sent'; names: string; id: string } | { type: 'refused'; names: string }

/** On every page but the entry itself: sends the entry that waits for a signal, and says what became of it. */
export function Outbox() {
  const onEntry = useLocation({ select: ({ pathname }) => pathname === '/kerja-sama/baru' })
  const t = useTranslations('logPartnership.outbox')
  const [notice, setNotice] = useSender(!onEntry)
  if (notice === null || onEntry) return null
  return (
    <div className="page pt-3 print:hidden">
      <div className="notice flex flex-wrap items-center justify-between gap-x-4">
        <span>{t(notice.type, { names: notice.names })}</span>
        <span className="flex flex-wrap items-center gap-x-4">
          {notice.type === 'sent' ? (
            <Link to="/kerja-sama/$id" params={{ id: notice.id }}>
              {t('open')}
            </Link>
          ) : (
            <Link to="/kerja-sama/baru">{t('look')}</Link>
          )}
          <Button look="text" onClick={() => setNotice(null)}>
            {t('close')}
          </Button>
        </span>
      </div>
    </div>
  )
}

function useSender(active: boolean) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const t = useTranslations('logPartnership.outbox')
  const [notice, setNotice] = useState<Notice | null>(null)
  const busy = useRef(false)
  const send = useCallback(async () => {
    const kept = readDraft(localStorage)
    if (!kept?.waiting || !navigator.onLine || busy.current) return
    busy.current = true
    const names = kept.draft.parties.map(({ name }) => name).join(' · ')
    try {
      const { partnership } = await sendEntry(kept.draft, new Set())
      dropDraft(localStorage)
      setNotice({ type: 'sent', names, id: partnership.id })
      announce(t('sent', { names }))
      void queries.invalidateQueries()
    } catch (error) {
      if (isAway(error)) return
      // Refused: the entry stays, for a person to look at.
      keepDraft(localStorage, { ...kept, waiting: false })
      setNotice({ type: 'refused', names })
      announce(t('refused', { names }))
    } finally {
      busy.current = false
    }
  }, [queries, announce, t])

  useEffect(() => {
    if (!active) return
    const again = () => void send()
    again()
    const timer = setInterval(again, RETRY_MS)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [active, send])
  return [notice, setNotice] as const
}
