import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { localClustering } from '#shared/analytics/clustering.ts'
import { components } from '#shared/analytics/components.ts'
import { constraint } from '#shared/analytics/constraint.ts'
import { coreNumbers } from '#shared/analytics/core-number.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { effectiveSize } from '#shared/analytics/effective-size.ts'
import { ei } from '#shared/analytics/ei.ts'
import { leiden } from '#shared/analytics/leiden.ts'
import { mixing } from '#shared/analytics/mixing.ts'
import { pageRank } from '#shared/analytics/page-rank.ts'
import { busy } from './interleave.ts'
import type { BenchNetwork } from './network-file.ts'

/** The parts of the panel, the same on both sides (`PANEL_PARTS` of the peers; effective size is ours alone). */
export const PANEL_PARTS = [
  'graph',
  'components',
  'clustering',
  'core',
  'pagerank',
  'burt',
  'cut_points',
  'sectors',
  'communities',
] as const
export type PanelPart = (typeof PANEL_PARTS)[number]

/** Rounds of Leiden on both sides: what igraph takes by default. */
export const LEIDEN_ROUNDS = 2

/** Processor seconds of every part. */
export function runPanel({ n, labels, sources, targets }: BenchNetwork): Record<PanelPart, number> {
  const csr = buildCsr(n, sources, targets)
  const parts: Record<PanelPart, () => unknown> = {
    graph: () => buildCsr(n, sources, targets),
    components: () => components(csr),
    clustering: () => localClustering(csr),
    core: () => coreNumbers(csr),
    pagerank: () => pageRank(csr),
    burt: () => [constraint(csr), effectiveSize(csr)],
    cut_points: () => articulation(csr),
    sectors: () => [mixing(csr, labels), ei(csr, labels), assortativity(csr, labels)],
    communities: () => leiden(csr, { seed: 1, rounds: LEIDEN_ROUNDS }),
  }
  const seconds = {} as Record<PanelPart, number>
  for (const part of PANEL_PARTS) seconds[part] = busy(parts[part])
  return seconds
}
