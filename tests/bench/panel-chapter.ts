import { leiden } from '#shared/analytics/leiden.ts'
import { runGraphologyPanel } from './graphology-peer.ts'
import { busy, interleave, ratios, type Spread, spreadOf } from './interleave.ts'
import { LEIDEN_ROUNDS, PANEL_PARTS, type PanelPart, runPanel } from './linear-panel.ts'
import type { Bench, Row } from './row.ts'

const WARM = 8

type Parts = Record<PanelPart, number>

/** P1, and P4 from the same rounds: the linear panel part by part, and communities. */
export async function panelChapter(bench: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const n of [10_000, 100_000]) {
    if (bench.peers.versions.igraph) rows.push(...(await besideIgraph(bench, n)))
  }
  rows.push(...(await besideOthers(bench)))
  return rows
}

async function besideIgraph({ peers, networkOf, rounds, say }: Bench, n: number): Promise<Row[]> {
  const network = networkOf(n)
  const label = `${n.toLocaleString('en')} actors`
  const ours: Parts[] = []
  const theirs: Parts[] = []
  const seconds = await interleave(
    {
      ours: () => total(last(ours, runPanel(network))),
      igraph: async () =>
        total(last(theirs, (await peers.run('igraph_panel_parts', network.path)).result as Parts)),
    },
    rounds,
    WARM,
  )
  // the rounds that warm up are not counted
  const [our, their] = [ours.slice(WARM), theirs.slice(WARM)]
  const without = (parts: Parts) => total(parts) - parts.pagerank
  say(`P1 ${label}, median ms ours / igraph: ${profile(our, their)}`)
  const rows: Row[] = [
    {
      ...ratios(seconds.ours, seconds.igraph),
      target: 'P1',
      what: `linear panel, ${label} / igraph`,
      unit: 'ratio',
      goal: 0.35,
      rounds,
      note: profile(our, their),
    },
    {
      ...ratios(our.map(without), their.map(without)),
      target: null,
      what: `linear panel without PageRank, ${label} / igraph`,
      unit: 'ratio',
      goal: null,
      rounds,
    },
    {
      ...ratios(
        our.map((parts) => parts.communities),
        their.map((parts) => parts.communities),
      ),
      target: 'P4',
      what: `Leiden, ${label}: time / igraph's Leiden, ${LEIDEN_ROUNDS} rounds each`,
      unit: 'ratio',
      goal: 1,
      rounds,
    },
  ]
  const best: number[] = []
  for (let seed = 1; seed <= rounds; seed++) {
    const found = leiden(network.csr, { seed, rounds: LEIDEN_ROUNDS }).value?.modularity ?? 0
    const { modularity } = (await peers.run('igraph_communities', network.path)).result
    best.push((modularity as number) / found)
  }
  rows.push({
    ...spreadOf(best),
    target: 'P4',
    what: `Leiden, ${label}: igraph's modularity / ours`,
    unit: 'ratio',
    goal: 1.005,
    rounds,
  })
  return rows
}

/** What graphology and networkx have of the panel, against the whole of it here. */
async function besideOthers({ peers, networkOf, rounds }: Bench): Promise<Row[]> {
  const network = networkOf(10_000)
  const seconds = await interleave(
    {
      ours: () => total(runPanel(network)),
      graphology: () => busy(() => runGraphologyPanel(network)),
    },
    rounds,
    WARM,
  )
  const rows: Row[] = [
    {
      ...ratios(seconds.ours, seconds.graphology),
      target: null,
      what: 'whole linear panel, 10,000 actors / graphology: graph, components, PageRank, Louvain',
      unit: 'ratio',
      goal: null,
      rounds,
    },
  ]
  if (!peers.versions.networkx) return rows
  const few = Math.min(rounds, 2)
  const against = await interleave(
    {
      ours: () => total(runPanel(network)),
      networkx: async () => (await peers.run('networkx_panel', network.path)).busy,
    },
    few,
    0,
  )
  rows.push({
    ...ratios(against.ours, against.networkx),
    target: null,
    what: 'whole linear panel, 10,000 actors / networkx without constraint and communities',
    unit: 'ratio',
    goal: null,
    rounds: few,
  })
  return rows
}

function total(parts: Parts): number {
  return PANEL_PARTS.reduce((sum, part) => sum + parts[part], 0)
}

function last(list: Parts[], parts: Parts): Parts {
  list.push(parts)
  return parts
}

function profile(ours: readonly Parts[], theirs: readonly Parts[]): string {
  const ms = (rounds: readonly Parts[], part: PanelPart): string => {
    const { median }: Spread = spreadOf(rounds.map((parts) => 1000 * parts[part]))
    return median.toFixed(median < 10 ? 1 : 0)
  }
  return PANEL_PARTS.map((part) => `${part} ${ms(ours, part)}/${ms(theirs, part)}`).join(', ')
}
