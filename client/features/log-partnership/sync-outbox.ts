import { ApiError, isAway } from '#client/api/http.ts'
import type { ChangeEntry } from './changes/change-entry.ts'
import { isOpenChange } from './changes/change-entry.ts'
import { sendChange } from './changes/send-change.ts'
import { readChange, readChanges, readEntries, readEntry } from './device-store.ts'
import { type EntryAuthor, isOf, isOpen, type OutboxEntry } from './outbox-entry.ts'
import { keepChangeInOutbox, keepInOutbox } from './outbox-store.ts'
import { asRefusal, sendEntry } from './send-entry.ts'

const LOCK = 'jejaring-outbox'

/**
 * One tab sends at a time; undefined where another is at it for longer than `patience` (ms). Where the browser has no locks
 * (plain HTTP), two may send; the server still writes each entry once.
 */
export async function withOutbox<T>(work: () => Promise<T>, patience: number): Promise<T | undefined> {
  if (!navigator.locks) return work()
  const options: LockOptions =
    patience === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(patience) }
  try {
    return await navigator.locks.request(LOCK, options, async (lock) => (lock ? work() : undefined))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return undefined
    throw error
  }
}

interface Kept {
  id: string
  state: string
  author: EntryAuthor | null
}

/** How entries, or changes, are read, sent and kept. */
interface Lane<K extends Kept> {
  all: () => Promise<K[]>
  one: (id: string) => Promise<K | undefined>
  isOpen: (kept: K) => boolean
  /** As it is after a try; null where nobody was reached. */
  send: (kept: K) => Promise<K | null>
  keep: (kept: K) => Promise<void>
}

const ENTRIES: Lane<OutboxEntry> = {
  all: readEntries,
  one: readEntry,
  isOpen,
  send: sendOne,
  keep: keepInOutbox,
}
const CHANGES: Lane<ChangeEntry> = {
  all: readChanges,
  one: readChange,
  isOpen: isOpenChange,
  send: sendChange,
  keep: keepChangeInOutbox,
}

/** Sends what waits of this reader, oldest first, until the server is out of reach. Answers how many it took. */
export async function syncOutbox(reader: EntryAuthor | null | undefined): Promise<number> {
  const sent = { count: 0 }
  await withOutbox(async () => {
    if (await sendAll(ENTRIES, reader, sent)) await sendAll(CHANGES, reader, sent)
  }, 0)
  return sent.count
}

/** Whether the server was in reach, and took what it was sent as coming from the reader. */
async function sendAll<K extends Kept>(
  lane: Lane<K>,
  reader: EntryAuthor | null | undefined,
  sent: { count: number },
): Promise<boolean> {
  for (const { id } of (await lane.all()).filter(lane.isOpen)) {
    // Read anew: a person may have taken it up in the meantime.
    const kept = await lane.one(id)
    if (!kept || !lane.isOpen(kept) || !isOf(kept, reader)) continue
    const after = await lane.send(kept)
    if (after === null) return false
    await lane.keep(after)
    if (after.state === 'sent') sent.count++
    if (after.state === 'sign-in') return false
  }
  return true
}

/** The entry as it is after a try; null where nobody was reached. */
async function sendOne(entry: OutboxEntry): Promise<OutboxEntry | null> {
  try {
    return { ...entry, state: 'sent', refusal: null, answer: await sendEntry(entry) }
  } catch (error) {
    if (isAway(error)) return null
    if (error instanceof ApiError && error.code === 'unauthenticated') return { ...entry, state: 'sign-in' }
    if (error instanceof ApiError && TRY_LATER.has(error.code)) return null
    return { ...entry, state: 'refused', refusal: asRefusal(error) }
  }
}

/** Not a word about the entry: it is sent again later. */
const TRY_LATER: ReadonlySet<string> = new Set(['too-many-requests', 'internal'])
