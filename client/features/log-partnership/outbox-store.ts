import type { ChangeEntry } from './changes/change-entry.ts'
import {
  dropChange,
  dropEntry,
  dropFilesExcept,
  putChange,
  putEntry,
  readChanges,
  readEntries,
} from './device-store.ts'
import { allDrafts } from './draft-store.ts'
import type { OutboxEntry } from './outbox-entry.ts'

/** The entries as every part of this page sees them; other tabs are told to look again. */
const CHANNEL = 'jejaring-outbox'

let entries: readonly OutboxEntry[] = []
let changes: readonly ChangeEntry[] = []
const listeners = new Set<() => void>()
let channel: BroadcastChannel | undefined

export const outboxEntries = (): readonly OutboxEntry[] => entries

export const outboxChanges = (): readonly ChangeEntry[] => changes

export function subscribeToOutbox(listener: () => void): () => void {
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = () => void refreshOutbox()
    void refreshOutbox()
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Reads anew what is on the device. A browser that keeps nothing has an empty outbox. */
export async function refreshOutbox(): Promise<readonly OutboxEntry[]> {
  entries = await readEntries().catch(() => [])
  changes = await readChanges().catch(() => [])
  for (const listener of listeners) listener()
  return entries
}

async function tellAll(): Promise<void> {
  await refreshOutbox()
  channel?.postMessage(null)
}

/** Rejects where the browser keeps nothing. */
export async function keepInOutbox(entry: OutboxEntry): Promise<void> {
  await putEntry(entry)
  await tellAll()
}

export async function takeFromOutbox(id: string): Promise<void> {
  await dropEntry(id)
  await tellAll()
}

/** Rejects where the browser keeps nothing. */
export async function keepChangeInOutbox(change: ChangeEntry): Promise<void> {
  await putChange(change)
  await tellAll()
}

export async function takeChangeFromOutbox(id: string): Promise<void> {
  await dropChange(id)
  await tellAll()
}

/** So long it is shown what became of an entry. */
const SHOWN_MS = 3 * 24 * 60 * 60_000

/** When a page begins: forgets what has been seen to its end long ago, and the files that nothing names any more. */
export async function sweepOutbox(now = Date.now()): Promise<void> {
  for (const { id, state, savedAt } of await readEntries())
    if ((state === 'sent' || state === 'discarded') && now - Date.parse(savedAt) > SHOWN_MS)
      await dropEntry(id)
  for (const { id, state, savedAt } of await readChanges())
    if ((state === 'sent' || state === 'discarded') && now - Date.parse(savedAt) > SHOWN_MS)
      await dropChange(id)
  const left = (await refreshOutbox()).map(({ draft }) => draft)
  const drafts = [...left, ...allDrafts(localStorage)]
  await dropFilesExcept(new Set(drafts.flatMap(({ files }) => files.map(({ key }) => key))))
}
