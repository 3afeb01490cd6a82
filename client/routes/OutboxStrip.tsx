import { useEffect } from 'react'
import { Outbox } from '#client/features/log-partnership/Outbox.tsx'
import { LogWords } from './log-words.ts'

/** On every page: the entries that wait for a signal, and the worker that opens the page without one. */
export function OutboxStrip() {
  useEffect(() => {
    // Absent where the page comes over plain HTTP from another machine; it then works as long as it stays open.
    if (import.meta.env.PROD) void navigator.serviceWorker?.register('/service-worker.js').catch(() => {})
  }, [])
  return (
    <LogWords waiting={null}>
      <Outbox />
    </LogWords>
  )
}
