/**
 * Opens the page without a connection. What the page consists of is kept when it is installed; of the answers the last of a few
 * kinds are kept, for the time without a connection alone: while there is one, the server is asked. Imports nothing, for it is
 * built as one file; the build puts `PAGE_FILES` and `PAGE_VERSION` before it.
 */
declare const PAGE_FILES: readonly string[]
declare const PAGE_VERSION: string

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
}
// The library of the page's types has a window where a worker has this.
const worker = self as unknown as WorkerScope

const SHELL = '/index.html'
const PAGES = 'jejaring-page-'
const PAGE = PAGES + PAGE_VERSION
const ANSWERS = 'jejaring-answers'
/** Beside the answers: for whom they were. */
const READER = '/api/session'

/** What the register, an entry and the first page are made of. Streams, files and the rest are never kept. */
const KEPT_ANSWERS =
  /^\/api\/(session|reference|actor-names|actors|businesses|partnerships|insights\/overview)(\/[\w.:@-]+)?$/
const MOST_ANSWERS = 120

/** A weak signal: the kept page opens after so long. */
const PATIENCE_MS = 5_000
/** Bad gateway, unavailable, gateway timeout. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504])

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(PAGE)
      .then((cache) => cache.addAll([SHELL, ...PAGE_FILES]))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    forgetOldPages()
      .then(() => worker.clients.claim())
      .then(keepAhead),
  )
})

/** What an entry cannot do without, asked for as soon as somebody reads on this device. */
async function keepAhead(): Promise<void> {
  for (const path of ['/api/reference', '/api/session', '/api/actor-names']) {
    const fetched = await fetch(path).catch(() => null)
    if (fetched?.ok) await keepAnswer(new Request(path), fetched)
  }
}

/** The version before stays for pages that are still open. */
async function forgetOldPages(): Promise<void> {
  const pages = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGE)
  await Promise.all(pages.slice(0, -1).map((name) => caches.delete(name)))
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (!/^\/(api|sematan)\//.test(pathname)) event.respondWith(shell(event))
  } else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (KEPT_ANSWERS.test(pathname)) event.respondWith(answer(event, pathname))
})

async function shell(event: Asked): Promise<Response> {
  // Of this build alone: the one before is kept as well, and would be found first.
  const kept = await caches.match(SHELL, { cacheName: PAGE })
  if (!kept) return fetch(event.request)
  const asked = reach(event.request, kept)
  event.waitUntil(asked)
  const late = new Promise<Response>((done) => setTimeout(() => done(kept), PATIENCE_MS))
  return Promise.race([asked, late])
}

/** What is under an asset's name never changes. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const fetched = await fetch(request)
  if (fetched.ok) await (await caches.open(PAGE)).put(request, fetched.clone())
  return fetched
}

/** While the server answers, nothing kept takes its place, however slow it is: an old list would seem to lack what was saved. */
async function answer(event: Asked, pathname: string): Promise<Response> {
  const { request } = event
  const kept = await caches.match(request, { cacheName: ANSWERS, ignoreVary: true })
  const fetched = await reach(request, kept)
  if (fetched === kept) return fetched
  if (pathname === READER && (await changeReader(fetched.clone()))) event.waitUntil(keepAhead())
  if (fetched.ok) await keepAnswer(request, fetched.clone())
  return fetched
}

/** The server's answer; where it is out of reach, or whoever stands before it says so, what is kept. */
async function reach(request: Request, kept: Response | undefined): Promise<Response> {
  try {
    const fetched = await fetch(request)
    return kept && AWAY.has(fetched.status) ? kept : fetched
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

async function keepAnswer(request: Request, fetched: Response): Promise<void> {
  const cache = await caches.open(ANSWERS)
  // Put anew, so that the keys stand in the order of use.
  await cache.delete(request)
  await cache.put(request, fetched)
  const keys = await cache.keys()
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS)))
    if (new URL(old.url).pathname !== READER) await cache.delete(old)
}

/** Somebody else, or nobody, reads on this device now: what was kept for the one before is forgotten. */
async function changeReader(fetched: Response): Promise<boolean> {
  const before = await caches.match(READER, { cacheName: ANSWERS })
  // Nobody is known where the page itself has forgotten the one before: there is nothing left of them, and all to keep anew.
  if (!before) return true
  if ((await readerOf(before)) === (await readerOf(fetched))) return false
  return caches.delete(ANSWERS)
}

async function readerOf(session: Response): Promise<string> {
  const body = (await session.json().catch(() => null)) as { account?: unknown; role?: unknown } | null
  return JSON.stringify([body?.account, body?.role])
}
