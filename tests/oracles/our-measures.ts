import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { betweenness } from '#shared/analytics/betweenness.ts'
import { createBlockSearch, searchBlocks } from '#shared/analytics/block-search.ts'
import { closeness } from '#shared/analytics/closeness.ts'
import { averageClustering, localClustering } from '#shared/analytics/clustering.ts'
import { communities } from '#shared/analytics/communities.ts'
import { components } from '#shared/analytics/components.ts'
import { constraint } from '#shared/analytics/constraint.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import { degrees } from '#shared/analytics/degree.ts'
import { density } from '#shared/analytics/density.ts'
import { effectiveSize } from '#shared/analytics/effective-size.ts'

import { meanDistance } from '#shared/analytics/mean-distance.ts'
import { entryOf, type MeasuredVector } from '#shared/analytics/measured.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { pageRank } from '#shared/analytics/page-rank.ts'
import { partitionAgreement } from '#shared/analytics/partition-agreement.ts'
import { transitivity } from '#shared/analytics/transitivity.ts'
import { trianglesPerActor } from '#shared/analytics/triangles.ts'
import { twoModeProjection } from '#shared/analytics/two-mode-projection.ts'
import type { ComparedNetwork } from './compared-networks.ts'
import { tiesOf } from './compared-networks.ts'

type Figure = number | null | readonly (number | null)[] | readonly (readonly number[])[]

/** Our figures under the names that the measuring scripts use. */
export const OUR_MEASURES: Record<string, (network: ComparedNetwork, other: readonly number[]) => Figure> = {
  leiden_modularity: ({ csr }) => communities(csr, 20240909).value?.modularity ?? null,
  density: ({ csr }) => density(csr).value,
  component_sizes: ({ csr }) => Array.from(components(csr).sizes).sort((a, b) => b - a),
  cut_points: ({ csr }) => articulation(csr).points.map(({ actor }) => actor),
  bridges: ({ csr }) => articulation(csr).bridges.map(({ a, b }) => [a, b]),
  block_sizes: ({ csr }) => blockSizes(csr),
  degree: ({ csr }) => Array.from(degrees(csr)),
  core_number: ({ csr }) => Array.from(coreNumbers(csr)),
  triangles: ({ csr }) => transitivity(csr).triangles,
  triangles_at: ({ csr }) => Array.from(trianglesPerActor(csr)),
  transitivity: ({ csr }) => transitivity(csr).ratio.value,
  average_clustering: ({ csr }) => averageClustering(csr).value,
  local_clustering: ({ csr }) => listOf(localClustering(csr)),
  constraint: ({ csr }) => listOf(constraint(csr)),
  effective_size: ({ csr }) => listOf(effectiveSize(csr)),
  page_rank: ({ csr }) => Array.from(pageRank(csr)),
  modularity: ({ csr, labels }) => modularity(csr, labels).value,
  assortativity: ({ csr, labels }) => assortativity(csr, labels).value,
  mixing: mixingRows,
  adjusted_rand: ({ labels }, other) => partitionAgreement(labels.of, other).adjustedRand.value,
  mutual_information: ({ labels }, other) => partitionAgreement(labels.of, other).mutualInformation.value,
  betweenness: ({ csr }) => Array.from(betweenness(csr)),
  closeness: ({ csr }) => Array.from(closeness(csr).closeness),
  harmonic: ({ csr }) => Array.from(closeness(csr).harmonic),
  mean_distance: ({ csr }) => meanDistance(csr).value,
  projection: projectionRows,
}

const listOf = (vector: MeasuredVector): (number | null)[] =>
  Array.from(vector.values, (_, v) => entryOf(vector, v).value)

function blockSizes(csr: Csr): number[] {
  const search = createBlockSearch(csr.n)
  searchBlocks(csr, search)
  return Array.from(
    { length: search.blockCount },
    (_, b) => (search.blockOffsets[b + 1] ?? 0) - (search.blockOffsets[b] ?? 0),
  ).sort((a, b) => a - b)
}

/** Arcs between the sectors that have a member, as networkx counts them: an internal tie twice. */
function mixingRows({ csr, labels }: ComparedNetwork): number[][] | null {
  const matrix = mixing(csr, labels).value
  const occupied = [...new Set(labels.of)].sort((a, b) => a - b)
  return (
    matrix &&
    occupied.map((s) => occupied.map((t) => (matrix.observed[s * matrix.count + t] ?? 0) * (s === t ? 2 : 1)))
  )
}

/** Events are the sectors of an actor's partners: large ones, small ones, and repeated rows. */
function projectionRows({ csr, labels }: ComparedNetwork): number[][] {
  const arcs = tiesOf(csr).flatMap(([a, b]) => [
    [a, labels.of[b] ?? 0],
    [b, labels.of[a] ?? 0],
  ])
  const found = twoModeProjection({
    actorCount: csr.n,
    eventCount: labels.count,
    actors: arcs.map(([v]) => v ?? 0),
    events: arcs.map(([, e]) => e ?? 0),
  })
  return Array.from(found.a, (a, i) => [a, found.b[i] ?? 0, found.weight[i] ?? 0])
}
