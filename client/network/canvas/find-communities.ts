import type { NetworkIndex } from '../graph/network-index.ts'
import type { CommunityTask } from './community-worker.ts'

/** Communities of the drawn ties, by row, found beside the page. The signal ends the search. */
export function findCommunities(index: NetworkIndex, signal: AbortSignal): Promise<Uint32Array> {
  const worker = new Worker(new URL('./community-worker.ts', import.meta.url), { type: 'module' })
  const task = drawnEnds(index)
  return new Promise<Uint32Array>((resolve, reject) => {
    signal.addEventListener('abort', () => worker.terminate())
    worker.onerror = (event) => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<Uint32Array>) => {
      worker.terminate()
      resolve(data)
    }
    worker.postMessage(task)
  })
}

function drawnEnds({ network, lines }: NetworkIndex): CommunityTask {
  const ties = network.ties.a.flatMap((_, tie) => (lines[tie] === null ? [] : [tie]))
  return {
    n: network.actors.id.length,
    a: Int32Array.from(ties, (tie) => network.ties.a[tie]!),
    b: Int32Array.from(ties, (tie) => network.ties.b[tie]!),
  }
}
