import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { type Benchmark, benchmarkTally } from '#shared/analytics/benchmark.ts'
import { degreeCentralization } from '#shared/analytics/centralization.ts'
import { type ChangeSplit, type LabelledNetwork, splitChange } from '#shared/analytics/change.ts'
import { components } from '#shared/analytics/components.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import { density } from '#shared/analytics/density.ts'
import { ei } from '#shared/analytics/ei.ts'
import { type EiTest, eiTally } from '#shared/analytics/ei-test.ts'
import { type IndexParts, integrationIndex } from '#shared/analytics/integration-index.ts'
import { type LeaveOneOut, leaveOneOut } from '#shared/analytics/jackknife.ts'
import { drawLabellings } from '#shared/analytics/label-draws.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import type { Measured } from '#shared/analytics/measured.ts'
import { modularity } from '#shared/analytics/modularity.ts'
import { resilience } from '#shared/analytics/resilience.ts'
import { assessSectors, type SectorAssessment } from '#shared/analytics/sector-assessment.ts'

/** What a reading is a pure function of: no ids, no names, no dates, so that equal networks share one. */
export interface ReadingTask {
  csr: Csr
  labels: Labels
  /** per class: whether coverage suffices for a level */
  gate: boolean[]
  seed: number
  /** false leaves out the tests of the sectors and the structure: what a series needs */
  tests: boolean
}

export interface Structure {
  density: Measured<number>
  components: number
  largestComponent: number
  connectedness: Measured<number>
  centralization: Measured<number>
  resilience: Measured<number>
  ei: Measured<number>
  eiTest: Measured<EiTest>
  assortativity: Measured<number>
  modularity: Measured<number>
  /** most pairs first, then by number */
  cutPoints: { actor: number; pairsLost: number }[]
}

/** Everything heavy about one network, by number of actor and class. */
export interface Reading {
  index: Measured<IndexParts>
  /** the index without each actor in turn: for the band here and those of the changes to and from here */
  run: LeaveOneOut
  benchmark: Measured<Benchmark>
  sectors: SectorAssessment[]
  structure: Structure | null
}

export interface SplitTask {
  before: LabelledNetwork
  after: LabelledNetwork
  match: Int32Array
}

/** In a worker thread: what of a change is of those who were there at both dates. */
export const splitNetworks = ({ before, after, match }: SplitTask): Measured<ChangeSplit> =>
  splitChange(before, after, match)

/**
 * Runs in a worker thread: at city size tens of milliseconds, at thousands of actors seconds. All tests read the same shuffles, which
 * are most of the work.
 */
export function readNetwork({ csr, labels, gate, seed, tests }: ReadingTask): Reading {
  const blind = benchmarkTally(csr, labels)
  if (!tests) {
    drawLabellings(csr, labels, seed, [blind])
    const sectors = assessSectors(csr, labels, { seed, gate, tests })
    return { ...readIndex(csr, labels), benchmark: blind.benchmark(), sectors, structure: null }
  }
  const inward = eiTally(csr, labels)
  const sectors = assessSectors(csr, labels, { seed, gate, beside: [blind, inward] })
  return {
    ...readIndex(csr, labels),
    benchmark: blind.benchmark(),
    sectors,
    structure: readStructure(csr, labels, inward.test()),
  }
}

function readIndex(csr: Csr, labels: Labels): Pick<Reading, 'index' | 'run'> {
  return { index: integrationIndex(csr, labels), run: leaveOneOut(csr, labels) }
}

function readStructure(csr: Csr, labels: Labels, inward: Measured<EiTest>): Structure {
  const parts = components(csr)
  return {
    density: density(csr),
    components: parts.count,
    largestComponent: parts.largest,
    connectedness: connectedness(csr),
    centralization: degreeCentralization(csr),
    resilience: resilience(csr),
    ei: ei(csr, labels),
    eiTest: inward,
    assortativity: assortativity(csr, labels),
    modularity: modularity(csr, labels),
    cutPoints: articulation(csr).points.sort((x, y) => y.pairsLost - x.pairsLost || x.actor - y.actor),
  }
}
