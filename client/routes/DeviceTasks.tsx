import { Link } from '@tanstack/react-router'
import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { readDraft } from '#client/features/log-partnership/draft-store.ts'
import { isOf } from '#client/features/log-partnership/outbox-entry.ts'
import { outboxEntries, subscribeToOutbox } from '#client/features/log-partnership/outbox-store.ts'

/** What waits on this device alone: an entry that was begun, entries that were not sent. */
export function DeviceTasks() {
  const t = useTranslations('tasks.device')
  const account = useSession()?.account
  const entries = useSyncExternalStore(subscribeToOutbox, outboxEntries)
  const [draft] = useState(() => readDraft(localStorage))
  const unsent = entries.filter(
    (entry) => isOf(entry, account) && entry.state !== 'sent' && entry.state !== 'discarded',
  ).length
  const hasDraft = draft !== null && draft.draft.parties.length > 0
  if (!hasDraft && unsent === 0) return null
  return (
    <ul className="notice mb-4 grid gap-2">
      {hasDraft ? (
        <li className="flex flex-wrap items-center gap-x-4">
          {t('draft')}
          <Link to="/kerja-sama/baru" className="inline-flex min-h-11 items-center underline md:min-h-8">
            {t('draftOpen')}
          </Link>
        </li>
      ) : null}
      {unsent > 0 ? <li>{t('outbox', { count: unsent })}</li> : null}
    </ul>
  )
}
