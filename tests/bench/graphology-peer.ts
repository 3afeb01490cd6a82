import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { connectedComponents } from 'graphology-components'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import closenessCentrality from 'graphology-metrics/centrality/closeness.js'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import { createRandom } from '#shared/analytics/random.ts'
import type { BenchNetwork } from './network-file.ts'

export function graphOf({ n, ties }: BenchNetwork): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (let v = 0; v < n; v++) graph.addNode(v)
  for (const [a, b] of ties) graph.addEdge(a, b)
  return graph
}

/** What it has of the panel: graph, components, PageRank, and Louvain for Leiden. */
export function runGraphologyPanel(network: BenchNetwork): void {
  const graph = graphOf(network)
  connectedComponents(graph)
  pagerank(graph, { getEdgeWeight: null })
  louvain(graph)
}

export function runGraphologyAllPairs(network: BenchNetwork): void {
  const graph = graphOf(network)
  betweennessCentrality(graph)
  closenessCentrality(graph)
}

/** x and y of everybody, one after the other, from places drawn at random, with the settings it infers for the size. */
export function runForceAtlas(network: BenchNetwork, iterations: number): Float64Array {
  const graph = graphOf(network)
  const random = createRandom(3)
  for (let v = 0; v < network.n; v++)
    graph.mergeNodeAttributes(v, { x: random.below(1000), y: random.below(1000) })
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true }
  const places = forceAtlas2(graph, { iterations, settings })
  const xy = new Float64Array(2 * network.n)
  for (let v = 0; v < network.n; v++) {
    xy[2 * v] = places[v]!['x']!
    xy[2 * v + 1] = places[v]!['y']!
  }
  return xy
}
