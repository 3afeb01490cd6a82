import { articulation } from '#shared/analytics/articulation.ts'
import { assortativity } from '#shared/analytics/assortativity.ts'
import { type Benchmark, benchmark } from '#shared/analytics/benchmark.ts'
import { degreeCentralization } from '#shared/analytics/centralization.ts'
import { components } from '#shared/analytics/components.ts'
import { connectedness } from '#shared/analytics/connectedness.ts'
import type { Csr } from '#shared/analytics/csr.ts'
import { density } from '#shared/analytics/density.ts'
import { ei } from '#shared/analytics/ei.ts'
import { type EiTest, eiTest } from '#shared/analytics/ei-test.ts'
import { type IndexParts, integrationIndex } from '#shared/analytics/integration-index.ts'
import { type LeaveOneOut, leaveOneOut } from '#shared/analytics/jackknife.ts'
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

/** Runs in a worker thread: at city size tens of milliseconds, at thousands of actors seconds. */
export function readNetwork({ csr, labels, gate, seed, tests }: ReadingTask): Reading {
  return {
    index: integrationIndex(csr, labels),
    run: leaveOneOut(csr, labels),
    benchmark: benchmark(csr, labels, seed),
    sectors: assessSectors(csr, labels, { seed, gate, tests }),
    structure: tests ? readStructure(csr, labels, seed) : null,
  }
}

function readStructure(csr: Csr, labels: Labels, seed: number): Structure {
  const parts = components(csr)
  return {
    density: density(csr),
    components: parts.count,
    largestComponent: parts.largest,
    connectedness: connectedness(csr),
    centralization: degreeCentralization(csr),
    resilience: resilience(csr),
    ei: ei(csr, labels),
    eiTest: eiTest(csr, labels, seed),
    assortativity: assortativity(csr, labels),
    modularity: modularity(csr, labels),
    cutPoints: articulation(csr).points.sort((x, y) => y.pairsLost - x.pairsLost || x.actor - y.actor),
  }
}
