import type { OutboxEntry } from './outbox-entry.ts'

/** What waits on this device, in IndexedDB: it outlives the tab, the browser and the battery, and takes photos. */
const DATABASE = 'jejaring'
const ENTRIES = 'outbox'
const FILES = 'files'

let opened: Promise<IDBDatabase> | undefined

/** Rejects where the browser keeps nothing, as some do in private windows. */
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(ENTRIES, { keyPath: 'id' })
      asked.result.createObjectStore(FILES)
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Resolves once the transaction stands on the disk, not when its request was taken. */
async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
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
