import { useEffect, useState } from 'react'
import { readEntry } from './device-store.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox } from './outbox-store.ts'

/**
 * The entry of the outbox that the form is to change: it is not sent meanwhile. Null where none is asked for, or it is gone;
 * undefined while it is being read.
 */
export function useEditedEntry(id: string | undefined): OutboxEntry | null | undefined {
  const [read, setRead] = useState<{ id: string; entry: OutboxEntry | null } | null>(null)
  useEffect(() => {
    if (id === undefined) return
    let current = true
    const take = async () => {
      const entry = await readEntry(id).catch(() => undefined)
      if (entry && entry.state !== 'sent') await keepInOutbox({ ...entry, state: 'editing' })
      if (current) setRead({ id, entry: entry && entry.state !== 'sent' ? entry : null })
    }
    void take()
    return () => {
      current = false
    }
  }, [id])
  if (id === undefined) return null
  return read?.id === id ? read.entry : undefined
}
