import { addBlock, betweennessOfBlock, readScores, SOURCE_BLOCKS } from '#shared/analytics/betweenness.ts'
import { type Closeness, closenessOfSources, readByActor } from '#shared/analytics/closeness.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import { orderBySearch, type SearchOrder } from '#shared/analytics/search-order.ts'

/** One task for a worker: the network is shared memory, so that nothing but what was found is copied. */
export interface BlockTask {
  order: SearchOrder
  block: number
}

export interface RangeTask {
  order: SearchOrder
  from: number
  to: number
}

/** Whatever runs these tasks: threads, or the caller itself. */
export interface AllPairsRunner {
  betweennessOfBlock(task: BlockTask): Promise<Float64Array>
  closenessOfRange(task: RangeTask): Promise<Closeness>
}

/** What the worker threads export. */
export const runBlock = ({ order, block }: BlockTask): Float64Array => betweennessOfBlock(order, block)
export const runRange = ({ order, from, to }: RangeTask): Closeness => closenessOfSources(order, from, to)

/**
 * Betweenness with the sources dealt to threads. Blocks are as many for any number of threads and are added in their order, so every
 * bit is that of `betweenness`.
 * @param onBlock called with the blocks done, of 64
 */
export async function betweennessByThreads(
  csr: Csr,
  runner: AllPairsRunner,
  onBlock?: (done: number, blocks: number) => void,
): Promise<Float64Array> {
  const order = shareOrder(orderBySearch(csr))
  let done = 0
  const blocks = Array.from({ length: SOURCE_BLOCKS }, async (_, block) => {
    const found = await runner.betweennessOfBlock({ order, block })
    onBlock?.(++done, SOURCE_BLOCKS)
    return found
  })
  const sums = new Float64Array(csr.n)
  for (const block of blocks) addBlock(sums, await block)
  return readScores(order, sums)
}

/** Searches of a range begin with up to 128 actors at once: shorter ranges would waste them. */
const LEAST_RANGE = 1024
const RANGES = 16

/** Closeness and harmonic centrality likewise; every source's figures are its own, so the ranges do not matter. */
export async function closenessByThreads(csr: Csr, runner: AllPairsRunner): Promise<Closeness> {
  const order = shareOrder(orderBySearch(csr))
  const size = Math.max(LEAST_RANGE, Math.ceil(csr.n / RANGES))
  const ranges: Promise<Closeness>[] = []
  for (let from = 0; from < csr.n; from += size)
    ranges.push(runner.closenessOfRange({ order, from, to: Math.min(csr.n, from + size) }))
  const whole = { closeness: new Float64Array(csr.n), harmonic: new Float64Array(csr.n) }
  for (const range of await Promise.all(ranges)) {
    addBlock(whole.closeness, range.closeness)
    addBlock(whole.harmonic, range.harmonic)
  }
  return readByActor(order, whole)
}

/** The same network on memory that threads share. */
function shareOrder({ csr, actors, starts, twins }: SearchOrder): SearchOrder {
  return {
    csr: { n: csr.n, m: csr.m, offsets: share(csr.offsets), neighbours: share(csr.neighbours) },
    actors: share(actors),
    starts: share(starts),
    twins: share(twins),
  }
}

function share(values: Uint32Array): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(values.byteLength))
  shared.set(values)
  return shared
}
