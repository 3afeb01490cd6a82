import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { keepChangesWith } from '#client/api/kept-change.ts'
import { useSession } from '#client/api/session.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { readChanges } from '../device-store.ts'
import { entryId } from '../entry-id.ts'
import { keepChangeInOutbox } from '../outbox-store.ts'
import { isOpenChange, newChange, together } from './change-entry.ts'

/** Takes the changes of every form that find no signal, and says so. */
export function useChangeKeeper(): void {
  const account = useSession()?.account
  const announce = useAnnounce()
  const t = useTranslations('logPartnership.changes')
  useEffect(
    () =>
      keepChangesWith(async (change) => {
        const author = account ? { id: account.id, name: account.name } : null
        for (const waiting of (await readChanges()).filter(isOpenChange)) {
          const both = waiting.author?.id === author?.id ? together(waiting.change, change) : null
          if (both === null) continue
          await keepChangeInOutbox({ ...waiting, change: both, state: 'waiting' })
          announce(t('kept'))
          return
        }
        await keepChangeInOutbox(newChange({ id: entryId(), change, author }))
        announce(t('kept'))
      }),
    [account, announce, t],
  )
}
