import type { QueryClient } from '@tanstack/react-query'

/**
 * Follows the server's revision. When it moves, every answer on the page is stale and is asked for again, so that
 * a page left open follows what is logged elsewhere. Returns a function that stops it.
 */
export function followRevision(
  queries: QueryClient,
  onMove: (revision: number) => void = () => {},
): () => void {
  const source = new EventSource('/api/stream')
  let known: number | null = null

  source.addEventListener('revision', (event) => {
    const { revision } = JSON.parse(event.data) as { revision: number }
    if (revision === known) return
    const first = known === null
    known = revision
    // The first message says where the server stands; what was read a moment ago is checked against it.
    if (first && isCurrent(queries, revision)) return
    void queries.invalidateQueries()
    if (!first) onMove(revision)
  })

  return () => source.close()
}

function isCurrent(queries: QueryClient, revision: number): boolean {
  const answers = queries.getQueryCache().getAll()
  return answers.every((query) => {
    const data: unknown = query.state.data
    if (data === undefined) return true
    return typeof data === 'object' && data !== null && 'revision' in data
      ? data.revision === revision
      : false
  })
}
