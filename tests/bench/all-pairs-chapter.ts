import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { readSearches, SEARCHED, searchByThreads } from '#server/research/all-pairs.ts'
import { betweenness } from '#shared/analytics/betweenness.ts'
import { closeness } from '#shared/analytics/closeness.ts'
import { runGraphologyAllPairs } from './graphology-peer.ts'
import { busy, interleave, ratios, timed } from './interleave.ts'
import type { Bench, Row } from './row.ts'

const THREADS = 2

/** P2 and P3: searches from everybody. */
export async function allPairsChapter(bench: Bench): Promise<Row[]> {
  const rows = bench.peers.versions.igraph ? await besideIgraph(bench) : []
  return [...rows, ...(await besideOthers(bench))]
}

async function besideIgraph({ peers, networkOf, rounds: asked, say }: Bench): Promise<Row[]> {
  // a round takes half a minute and more
  const rounds = Math.min(asked, 5)
  const { csr, path } = networkOf(10_000)
  const pool = createWorkerPool(THREADS)
  const seconds = await interleave(
    {
      betweenness: () => busy(() => betweenness(csr)),
      nearness: () => busy(() => closeness(csr)),
      threads: () => timed(async () => readSearches(await searchByThreads(csr, SEARCHED, pool.run))),
      igraphBetweenness: async () => (await peers.run('igraph_betweenness', path)).seconds,
      igraphNearness: async () => (await peers.run('igraph_nearness', path)).seconds,
    },
    rounds,
  )
  const alone = seconds.betweenness.map((took, round) => took + seconds.nearness[round]!)
  const igraph = seconds.igraphBetweenness.map((took, round) => took + seconds.igraphNearness[round]!)
  const theirs = (await peers.run('igraph_betweenness', path, true)).result['betweenness'] as number[]
  const worst = largestDifference(betweenness(csr), theirs)
  const parted = readSearches(await searchByThreads(csr, ['betweenness'], pool.run)).betweenness
  const isEqual = parted !== null && Buffer.from(parted.buffer).equals(Buffer.from(betweenness(csr).buffer))
  await pool.close()
  say(`P2 largest relative difference from igraph ${worst.toExponential(1)}; threads bit-equal: ${isEqual}`)
  return [
    {
      ...ratios(seconds.threads, igraph),
      target: 'P2',
      what: `betweenness + closeness + harmonic, 10,000 actors, ${THREADS} threads / igraph`,
      unit: 'ratio',
      goal: 0.4,
      rounds,
      note: `betweenness within ${worst.toExponential(1)} relative of igraph; by threads ${isEqual ? 'bit-equal' : 'NOT bit-equal'} to one`,
    },
    {
      ...ratios(alone, igraph),
      target: null,
      what: 'betweenness + closeness + harmonic, 10,000 actors, 1 thread / igraph',
      unit: 'ratio',
      goal: null,
      rounds,
    },
    {
      ...ratios(seconds.nearness, seconds.igraphNearness),
      target: 'P3',
      what: 'closeness + harmonic, 10,000 actors, 1 thread / igraph',
      unit: 'ratio',
      goal: 1 / 40,
      rounds,
    },
  ]
}

function largestDifference(ours: Float64Array, theirs: readonly number[]): number {
  let most = 0
  for (const [v, value] of theirs.entries())
    if (value !== 0 || ours[v] !== 0) most = Math.max(most, Math.abs(ours[v]! - value) / Math.abs(value))
  return most
}

/** At 1,000 actors: both need minutes at 10,000. */
async function besideOthers({ peers, networkOf, rounds }: Bench): Promise<Row[]> {
  const network = networkOf(1_000)
  const { csr, path } = network
  const ours = () =>
    busy(() => {
      betweenness(csr)
      closeness(csr)
    })
  const seconds = await interleave(
    { ours, graphology: () => busy(() => runGraphologyAllPairs(network)) },
    rounds,
  )
  const rows: Row[] = [
    {
      ...ratios(seconds.ours, seconds.graphology),
      target: null,
      what: 'betweenness + closeness + harmonic, 1,000 actors / graphology without harmonic',
      unit: 'ratio',
      goal: null,
      rounds,
    },
  ]
  if (!peers.versions.networkx) return rows
  const against = await interleave(
    { ours, networkx: async () => (await peers.run('networkx_nearness', path)).busy },
    rounds,
  )
  rows.push({
    ...ratios(against.ours, against.networkx),
    target: null,
    what: 'betweenness + closeness + harmonic, 1,000 actors / networkx without betweenness',
    unit: 'ratio',
    goal: null,
    rounds,
  })
  return rows
}
