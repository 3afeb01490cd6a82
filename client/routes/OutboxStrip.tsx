import { useEffect } from 'react'
import { Outbox } from '#client/features/log-partnership/Outbox.tsx'
import { LogWords } from './log-words.ts'
import { NewBuild } from './NewBuild.tsx'

/** On every page: the entries that wait for a signal, and the worker that opens the page without one. */
export function OutboxStrip() {
  useEffect(() => {
    // Absent where the page comes over plain HTTP from another machine; it then works as long as it stays open.
    if (import.meta.env.PROD) void navigator.serviceWorker?.register('/service-worker.js').catch(() => {})
  }, [])
  return (
    <LogWords waiting={null}>
      <NewBuild />
      <Outbox />
    </LogWords>
  )
}
