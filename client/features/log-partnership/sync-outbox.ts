import { ApiError, isAway } from '#client/api/http.ts'
import { readEntries, readEntry } from './device-store.ts'
import { type EntryAuthor, isOf, isOpen, type OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox } from './outbox-store.ts'
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

/** Sends what waits of this reader, oldest first, until the server is out of reach. Answers those that it took. */
export async function syncOutbox(reader: EntryAuthor | null | undefined): Promise<OutboxEntry[]> {
  const sent: OutboxEntry[] = []
  await withOutbox(async () => {
    for (const { id } of (await readEntries()).filter(isOpen)) {
      // Read anew: a person may have taken it up in the meantime.
      const entry = await readEntry(id)
      if (!entry || !isOpen(entry) || !isOf(entry, reader)) continue
      const after = await sendOne(entry)
      if (after === null) return
      await keepInOutbox(after)
      if (after.state === 'sent') sent.push(after)
      if (after.state === 'sign-in') return
    }
  }, 0)
  return sent
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
