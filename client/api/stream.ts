import type { QueryClient } from '@tanstack/react-query'

const REOPEN_AFTER_MS = 5_000
/** A stream that is cut and comes back within this time was never away. */
const AWAY_AFTER_MS = 6_000

/**
 * Follows the server's revision. When it moves, every answer on the page is stale and is asked for again, so that
 * a page left open follows what is logged elsewhere. Returns a function that stops it.
 */
export function followRevision(
  queries: QueryClient,
  onMove: (revision: number) => void = () => {},
  onReach: (reached: boolean) => void = () => {},
): () => void {
  let known: number | null = null
  let stopped = false
  let away: ReturnType<typeof setTimeout> | undefined
  let source = open()

  // A browser asks again by itself after a lost connection, but gives up after an answer that is no stream, such as
  // the 502 of a proxy while the server restarts.
  function open(): EventSource {
    const opened = new EventSource('/api/stream')
    opened.addEventListener('revision', heard)
    opened.addEventListener('open', reached)
    opened.addEventListener('error', () => {
      away ??= setTimeout(() => onReach(false), AWAY_AFTER_MS)
      if (opened.readyState !== EventSource.CLOSED) return
      setTimeout(() => {
        if (!stopped) source = open()
      }, REOPEN_AFTER_MS)
    })
    return opened
  }

  function reached() {
    clearTimeout(away)
    away = undefined
    onReach(true)
  }

  function heard(event: MessageEvent<string>) {
    const { revision } = JSON.parse(event.data) as { revision: number }
    if (revision === known) return
    const first = known === null
    known = revision
    // The first message says where the server stands; what was read a moment ago is checked against it.
    if (first && isCurrent(queries, revision)) return
    void queries.invalidateQueries()
    if (!first) onMove(revision)
  }

  return () => {
    stopped = true
    clearTimeout(away)
    source.close()
  }
}

function isCurrent(queries: QueryClient, revision: number): boolean {
  const answers = queries.getQueryCache().getAll()
  return answers.every((query) => {
    const data: unknown = query.state.data
    if (data === undefined || query.queryKey[0] === 'session') return true
    return typeof data === 'object' && data !== null && 'revision' in data
      ? data.revision === revision
      : false
  })
}
