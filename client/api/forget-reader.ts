/** Kept by the worker, see `routes/offline/worker.ts`. */
const ANSWERS = 'jejaring-answers'

/** What the pages keep of the records that one person opened or named: the search and the entry. */
const TRACES = ['jejaring.recent', 'jejaring.log-habits.1']

/** Takes off this device what the reader before was answered and what they opened last; their unsent work stays. Never rejects. */
export async function forgetReader(): Promise<void> {
  try {
    for (const key of TRACES) localStorage.removeItem(key)
  } catch {
    // A forbidden drawer holds nothing.
  }
  // Over plain HTTP there is no worker, and nothing is kept.
  if ('caches' in window) await caches.delete(ANSWERS).catch(() => false)
}
