import type { Csr } from './csr.ts'
import { type DescribeStep, type Draft, ofSectors, sectorPath, valueAt } from './describe-draft.ts'
import type { SectorDescription } from './description.ts'
import type { Labels } from './labels.ts'
import { type Measured, undefinedFor } from './measured.ts'
import { reachWithinStrata, STRATA_PERMUTATIONS } from './reach-within-strata.ts'
import { REWIRINGS, rewiringTest } from './rewiring-test.ts'
import { assessSectors } from './sector-assessment.ts'

/** Every sector, in the order its keys are printed. */
export const SECTOR_STEPS: readonly DescribeStep[] = [
  ofSectors(['sector-reach', 'sector-level', 'brokerage'], 'linear', writeReach),
  ofSectors(['evidence', 'bridging', 'level-stability'], 'tests', writeTests),
  ofSectors(['rewiring'], 'tests', writeRewiring),
  { ...ofSectors(['reach-within-strata'], 'tests', writeStrata), needs: ['sectors', 'strata'] },
]

function writeReach(csr: Csr, labels: Labels, draft: Draft): void {
  for (const found of assessSectors(csr, labels, { ...readingOf(draft), tests: false })) {
    const at = readerOf(draft, found.sector)
    Object.assign(draft.sectors[found.sector], {
      n: found.n,
      reached: found.reached,
      E: found.external,
      a: at('a', found.reach),
      a0: at('a0', found.a0),
      a1: at('a1', found.a1),
      rho: at('rho', found.rho),
      activity: at('activity', found.activity),
      openness: at('openness', found.openness),
      top1: at('top1', found.top1),
      level: at('level', found.level),
      diagnosis: found.diagnosis,
      I: found.internal,
      EI: at('EI', found.ei),
      E_mean: at('E_mean', found.externalMean),
      E_var: at('E_var', found.externalVariance),
      liaison: found.liaison,
      gate: found.gate,
    } satisfies SectorDescription)
  }
}

function writeTests(csr: Csr, labels: Labels, draft: Draft): void {
  const { methods } = draft.document
  for (const found of assessSectors(csr, labels, { ...readingOf(draft), onDraw: draft.onProgress })) {
    const at = readerOf(draft, found.sector)
    Object.assign(draft.sectors[found.sector], {
      p_reach_lower: at('p_reach_lower', found.p),
      p_min: at('p_min', found.pMin),
      EI_p_inward: at('EI_p_inward', found.eiP),
      q: at('q', found.q),
      evidence: found.evidence,
      bridging: found.bridging,
      stability: at('stability', found.stability),
    } satisfies SectorDescription)
    if (found.sampling) methods[sectorPath(draft, found.sector, 'p_reach_lower')] = found.sampling
    if (found.liaisonSampling) methods[sectorPath(draft, found.sector, 'bridging')] = found.liaisonSampling
  }
}

function writeRewiring(csr: Csr, labels: Labels, draft: Draft): void {
  const { methods, seed } = draft.document
  const draws = draft.permutations ?? REWIRINGS
  const found = rewiringTest(csr, labels, {
    seed,
    draws,
    onDraw: (done) => draft.onProgress?.(done, draws),
  })
  for (const [k, sector] of draft.sectors.entries()) {
    const reading = found.value?.sectors[k]
    const at = readerOf(draft, k)
    const missing = undefinedFor(found.reason ?? 'empty-sector')
    sector.p_rewired_reach = at('p_rewired_reach', reading ? { value: reading.reachP } : missing)
    sector.p_rewired_ties = at('p_rewired_ties', reading ? { value: reading.externalP } : missing)
    if (found.value) methods[sectorPath(draft, k, 'p_rewired_reach')] = found.value.sampling
  }
}

function writeStrata(csr: Csr, labels: Labels, draft: Draft): void {
  const { strata } = draft.network
  const { methods, seed } = draft.document
  if (!strata) return
  const draws = draft.permutations ?? STRATA_PERMUTATIONS
  const read = reachWithinStrata(csr, labels, strata.of, seed, draws, (done) =>
    draft.onProgress?.(done, draws),
  )
  for (const [k, found] of read.entries()) {
    const sector = draft.sectors[k]
    const at = readerOf(draft, k)
    const { value } = found
    const missing = undefinedFor(found.reason ?? 'empty-sector')
    sector.rho_within_strata = at('rho_within_strata', value ? value.ratio : missing)
    sector.p_within_strata = at('p_within_strata', value ? { value: value.p } : missing)
    if (value) methods[sectorPath(draft, k, 'p_within_strata')] = value.sampling
  }
}

function readingOf({ document: { seed }, network: { gate } }: Draft) {
  return { seed, ...(gate ? { gate } : {}) }
}

function readerOf(draft: Draft, sector: number) {
  return <T>(key: keyof SectorDescription, measure: Measured<T>): T | null =>
    valueAt(draft, sectorPath(draft, sector, key), measure)
}
