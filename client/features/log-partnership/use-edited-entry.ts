import { useEffect, useState } from 'react'
import { useSession } from '#client/api/session.ts'
import { readEntry } from './device-store.ts'
import { isOf, type OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox } from './outbox-store.ts'

/**
 * The entry of the outbox that the form is to change: it is not sent meanwhile. Null where none is asked for, it is gone or
 * somebody else's; undefined while it is being read.
 */
export function useEditedEntry(id: string | undefined): OutboxEntry | null | undefined {
  const readerId = useSession()?.account?.id
  const [read, setRead] = useState<{ id: string; readerId?: string; entry: OutboxEntry | null } | null>(null)
  useEffect(() => {
    if (id === undefined) return
    let current = true
    const take = async () => {
      const entry = await readEntry(id).catch(() => undefined)
      const reader = readerId === undefined ? null : { id: readerId }
      const taken = entry && entry.state !== 'sent' && isOf(entry, reader) ? entry : null
      if (!current) return
      if (taken) await keepInOutbox({ ...taken, state: 'editing' })
      if (current) setRead({ id, readerId, entry: taken })
    }
    void take()
    return () => {
      current = false
    }
  }, [id, readerId])
  if (id === undefined) return null
  return read?.id === id && read.readerId === readerId ? read.entry : undefined
}
