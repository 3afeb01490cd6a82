import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, useCallback, useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { isOpenChange } from './changes/change-entry.ts'
import { useChangeKeeper } from './changes/use-change-keeper.ts'
import { isOpen } from './outbox-entry.ts'
import { outboxChanges, outboxEntries, subscribeToOutbox, sweepOutbox } from './outbox-store.ts'
import { syncOutbox } from './sync-outbox.ts'

const loadList = () => import('./OutboxList.tsx')
const OutboxList = lazy(() => loadList().then(({ OutboxList }) => ({ default: OutboxList })))

/** Between two tries to reach the server. */
const RETRY_MS = 5_000

/** On every page: sends the entries and changes that wait, and says how they stand. */
export function Outbox() {
  const entries = useSyncExternalStore(subscribeToOutbox, outboxEntries)
  const changes = useSyncExternalStore(subscribeToOutbox, outboxChanges)
  useChangeKeeper()
  const send = useSender(entries.some(isOpen) || changes.some(isOpenChange))
  // The one in the form is not listed above it.
  const inForm = useLocation({ select: ({ search }) => (search as { entry?: string }).entry })
  const shown = entries.filter(({ id }) => id !== inForm)
  if (shown.length + changes.length === 0) return null
  return (
    <LazyPart>
      <OutboxList entries={shown} changes={changes} onSend={send} />
    </LazyPart>
  )
}

function useSender(some: boolean): () => void {
  const queries = useQueryClient()
  const reader = useSession()?.account
  const announce = useAnnounce()
  const t = useTranslations('logPartnership.outbox')
  const send = useCallback(async () => {
    const sent = await syncOutbox(reader)
    if (sent === 0) return
    announce(t('sentCount', { count: sent }))
    void queries.invalidateQueries()
  }, [reader, queries, announce, t])

  useEffect(() => {
    void sweepOutbox().catch(() => {})
    // Fetched while there is a connection: it is for the time when there is none.
    void loadList().catch(() => {})
  }, [])
  useEffect(() => {
    if (!some) return
    const again = () => {
      if (navigator.onLine && document.visibilityState === 'visible') void send()
    }
    again()
    const timer = setInterval(again, RETRY_MS)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [some, send])
  return () => void send()
}
