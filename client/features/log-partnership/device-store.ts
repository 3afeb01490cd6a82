import type { ChangeEntry } from './changes/change-entry.ts'
import type { OutboxEntry } from './outbox-entry.ts'

/** What waits on this device, in IndexedDB: it outlives the tab, the browser and the battery, and takes photos. */
const ENTRIES = 'outbox'
const FILES = 'files'
const CHANGES = 'changes'

/** Each database with its stores. Another version of one would have to wait until every open page of an older build is closed. */
const DATABASES: Readonly<Record<string, readonly { name: string; keyPath: string | null }[]>> = {
  jejaring: [
    { name: ENTRIES, keyPath: 'id' },
    { name: FILES, keyPath: null },
  ],
  'jejaring-changes': [{ name: CHANGES, keyPath: 'id' }],
}

const opened = new Map<string, Promise<IDBDatabase>>()

/** Rejects where the browser keeps nothing, as some do in private windows. */
function open(database: string): Promise<IDBDatabase> {
  const known = opened.get(database)
  if (known) return known
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(database, 1)
    asked.onupgradeneeded = () => {
      for (const { name, keyPath } of DATABASES[database] ?? [])
        asked.result.createObjectStore(name, keyPath === null ? {} : { keyPath })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  }).catch((error: unknown) => {
    opened.delete(database)
    throw error
  })
  opened.set(database, opening)
  return opening
}

/** Resolves once the transaction stands on the disk, not when its request was taken. */
async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open(name === CHANGES ? 'jejaring-changes' : 'jejaring')
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' })
    const asked = ask(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** In the order in which they were saved: an id begins with its time. */
export const readEntries = (): Promise<OutboxEntry[]> =>
  inStore(ENTRIES, 'readonly', (store) => store.getAll() as IDBRequest<OutboxEntry[]>)

export const readEntry = (id: string): Promise<OutboxEntry | undefined> =>
  inStore(ENTRIES, 'readonly', (store) => store.get(id) as IDBRequest<OutboxEntry | undefined>)

export const putEntry = (entry: OutboxEntry) => inStore(ENTRIES, 'readwrite', (store) => store.put(entry))

export const dropEntry = (id: string) => inStore(ENTRIES, 'readwrite', (store) => store.delete(id))

export const readChanges = (): Promise<ChangeEntry[]> =>
  inStore(CHANGES, 'readonly', (store) => store.getAll() as IDBRequest<ChangeEntry[]>)

export const readChange = (id: string): Promise<ChangeEntry | undefined> =>
  inStore(CHANGES, 'readonly', (store) => store.get(id) as IDBRequest<ChangeEntry | undefined>)

export const putChange = (entry: ChangeEntry) => inStore(CHANGES, 'readwrite', (store) => store.put(entry))

export const dropChange = (id: string) => inStore(CHANGES, 'readwrite', (store) => store.delete(id))

/** As bytes: not every browser keeps a Blob. */
export async function keepFile(key: string, file: Blob): Promise<void> {
  const bytes = await file.arrayBuffer()
  await inStore(FILES, 'readwrite', (store) => store.put({ type: file.type, bytes }, key))
}

export async function readFile(key: string): Promise<Blob | undefined> {
  const kept = await inStore(
    FILES,
    'readonly',
    (store) => store.get(key) as IDBRequest<{ type: string; bytes: ArrayBuffer } | undefined>,
  )
  return kept && new Blob([kept.bytes], { type: kept.type })
}

/** Takes away the files that neither an entry nor the form names any more. */
export async function dropFilesExcept(keys: ReadonlySet<string>): Promise<void> {
  const kept = await inStore(FILES, 'readonly', (store) => store.getAllKeys())
  for (const key of kept)
    if (!keys.has(String(key))) await inStore(FILES, 'readwrite', (store) => store.delete(key))
}
