import { addBlock, betweennessOfBlock, readScores, SOURCE_BLOCKS } from '#shared/analytics/betweenness.ts'
import { type Closeness, closenessOfSources, readByActor } from '#shared/analytics/closeness.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import type { AllPairs } from '#shared/analytics/describe-draft.ts'
import { orderBySearch, type SearchOrder } from '#shared/analytics/search-order.ts'
import { advance, report, reportStep } from './pace.ts'

/** The measures that search from every actor, by the metric whose step writes them. */
export const SEARCHED = ['betweenness', 'closeness'] as const
export type Searched = (typeof SEARCHED)[number]

/** What the searches found, in memory that the threads share: nothing of it is copied, nothing adds up on the event loop. */
export interface Searches {
  order: SearchOrder
  /** what each block of sources adds, block after block */
  blocks: Float64Array | null
  /** by place in the search order */
  nearness: Closeness | null
}

export interface SearchTask {
  searches: Searches
  /** a block, or the first and last but one place of a range */
  part: { block: number } | { from: number; to: number }
  pace: Int32Array | null
}

/** Runs a task that the worker script exports, in any of its threads. */
export type RunTask = <T>(name: string, task: unknown) => Promise<T>

/** Searches of a range begin with up to 128 actors at once: shorter ranges would waste them. */
const LEAST_RANGE = 1024
const RANGES = 16

/**
 * Betweenness and closeness with their sources dealt to threads. Blocks are as many for any number of threads and are added in their
 * order, and every source's closeness is its own: every bit is that of one thread.
 * @param pace counts blocks of betweenness and sources of closeness, and stops the threads
 * @param steps how many steps the whole has of which these are the first
 */
export async function searchByThreads(
  csr: Csr,
  metrics: readonly Searched[],
  run: RunTask,
  pace: Int32Array | null = null,
  steps: number = metrics.length,
): Promise<Searches> {
  const { n } = csr
  const searches: Searches = {
    order: await run<SearchOrder>('orderForThreads', csr),
    blocks: metrics.includes('betweenness') ? sharedDoubles(SOURCE_BLOCKS * n) : null,
    nearness: metrics.includes('closeness')
      ? { closeness: sharedDoubles(n), harmonic: sharedDoubles(n) }
      : null,
  }
  for (const [step, metric] of metrics.entries()) {
    const parts = metric === 'betweenness' ? blocksOfSources() : rangesOfSources(n)
    if (pace) {
      reportStep(pace, metric, step, steps)
      report(pace, 0, metric === 'betweenness' ? SOURCE_BLOCKS : n)
    }
    await Promise.all(parts.map((part) => run('searchPart', { searches, part, pace } satisfies SearchTask)))
  }
  return searches
}

const blocksOfSources = (): SearchTask['part'][] =>
  Array.from({ length: SOURCE_BLOCKS }, (_, block) => ({ block }))

function rangesOfSources(n: number): SearchTask['part'][] {
  const size = Math.max(LEAST_RANGE, Math.ceil(n / RANGES))
  return Array.from({ length: Math.ceil(n / size) }, (_, i) => ({
    from: size * i,
    to: Math.min(n, size * (i + 1)),
  }))
}

/** In a worker thread: the search order on shared memory. */
export function orderForThreads(csr: Csr): SearchOrder {
  const { csr: moved, actors, starts, twins } = orderBySearch(csr)
  const { n, m, offsets, neighbours } = moved
  return {
    csr: { n, m, offsets: share(offsets), neighbours: share(neighbours) },
    actors: share(actors),
    starts: share(starts),
    twins: share(twins),
  }
}

/** In a worker thread: one part of the sources, written to its place. */
export function searchPart({ searches: { order, blocks, nearness }, part, pace }: SearchTask): void {
  const { n } = order.csr
  if (pace) advance(pace, 0)
  if ('block' in part) {
    blocks?.set(betweennessOfBlock(order, part.block), n * part.block)
    if (pace) advance(pace, 1)
    return
  }
  const { from, to } = part
  let before = 0
  const found = closenessOfSources(order, from, to, (done) => {
    if (pace) advance(pace, done - before)
    before = done
  })
  if (pace) advance(pace, to - from - before)
  if (!nearness) return
  // a search also tells of actors outside the range who hang on its source; nobody else tells of them
  for (let v = 0; v < n; v++) {
    if (found.harmonic[v] === 0) continue
    nearness.closeness[v] = found.closeness[v]!
    nearness.harmonic[v] = found.harmonic[v]!
  }
}

/** The figures by actor. */
export function readSearches({ order, blocks, nearness }: Searches): AllPairs {
  const { n } = order.csr
  if (blocks === null) return { closeness: nearness && readByActor(order, nearness), betweenness: null }
  const sums = new Float64Array(n)
  for (let block = 0; block < SOURCE_BLOCKS; block++)
    addBlock(sums, blocks.subarray(n * block, n * (block + 1)))
  return { closeness: nearness && readByActor(order, nearness), betweenness: readScores(order, sums) }
}

const sharedDoubles = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length))

function share(values: Uint32Array): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(values.byteLength))
  shared.set(values)
  return shared
}
