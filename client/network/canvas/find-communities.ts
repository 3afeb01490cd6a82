import { askWorker } from '../../api/ask-worker.ts'
import type { NetworkIndex } from '../graph/network-index.ts'
import type { CommunityTask } from './community-worker.ts'

/**
 * Communities by row, found beside the page: by all ties on record, whatever their date, so that every date has the same
 * groups. The signal ends the search.
 */
export function findCommunities(index: NetworkIndex, signal: AbortSignal): Promise<Uint32Array> {
  const worker = new Worker(new URL('./community-worker.ts', import.meta.url), { type: 'module' })
  const { actors, ties } = index.network
  const task: CommunityTask = {
    n: actors.id.length,
    a: Int32Array.from(ties.a),
    b: Int32Array.from(ties.b),
  }
  return askWorker(worker, task, signal)
}
