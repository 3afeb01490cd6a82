import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { type BridgingTest, bridgingTally } from './bridging-test.ts'
import type { Csr } from './csr.ts'
import { cutMoments } from './cut-moments.ts'
import { drawLabellings, type LabelTally, type OnDraw } from './label-draws.ts'
import type { Labels } from './labels.ts'
import { levelStability } from './level-stability.ts'
import { liaisons } from './liaison.ts'
import { type Measured, measured, type ReasonCode, type Sampling, undefinedFor } from './measured.ts'
import {
  type Diagnosis,
  diagnose,
  isOneBridge,
  LEVEL_RULE,
  type SectorLevel,
  sectorLevel,
} from './sector-level.ts'
import { type SectorReach, sectorReach } from './sector-reach.ts'
import { type SectorTest, sectorTally } from './sector-tests.ts'

/**
 * The verdict on every sector: level and why, how sure it is, and whether the sector bridges others.
 *
 * Level and diagnosis from `sector-level`, probabilities from `sector-tests` and `bridging-test`. Evidence stands beside the
 * level and never changes it: STRONG q <= 0.05, INDICATION p <= 0.05, INSUFFICIENT otherwise, UNTESTABLE where no attainable
 * count could reach 0.05 or there are fewer than three members. Benjamini-Hochberg over the testable sectors whose coverage
 * suffices; bridging has its own family, the integrated sectors with three or more liaisons. Below the coverage gate: no level.
 */
export type Evidence = 'STRONG' | 'INDICATION' | 'INSUFFICIENT' | 'UNTESTABLE'

export interface SectorAssessment extends SectorReach {
  oneBridge: boolean
  /** coverage suffices; without it there is no level */
  gate: boolean
  level: Measured<SectorLevel>
  diagnosis: Diagnosis
  /** lower tail of the reached count under shuffled sectors */
  p: Measured<number>
  /** P(reached = 0) */
  pMin: Measured<number>
  testable: boolean
  /** Benjamini-Hochberg over the testable sectors that pass the gate */
  q: Measured<number>
  liaison: number
  /** upper tail of the liaison count; asked of integrated sectors with three or more */
  liaisonP: Measured<number>
  liaisonQ: Measured<number>
  bridging: boolean
  /** of an isolated or weak sector its lower tail, of a bridging one its own test; else null */
  evidence: Evidence | null
  /** (external - internal) / (external + internal) */
  ei: Measured<number>
  /** exact mean and variance of the external ties under shuffled sectors, and their lower tail */
  externalMean: Measured<number>
  externalVariance: Measured<number>
  eiP: Measured<number>
  /** how p, pMin and eiP, and how liaisonP, were found; null where they were not */
  sampling: Sampling | null
  liaisonSampling: Sampling | null
  /** share of the leave-one-actor-out runs that keep the level */
  stability: Measured<number>
}

export interface AssessOptions {
  seed: number
  /** per sector: coverage suffices (default: all) */
  gate?: boolean[]
  /** false leaves out every p, q, evidence and stability (for quick before/after readings) */
  tests?: boolean
  /** with tests: others that shall run on the same draws; each is the caller's to read */
  beside?: readonly LabelTally[]
  /** with tests: called between draws; may throw to stop */
  onDraw?: OnDraw | undefined
}

export function assessSectors(csr: Csr, labels: Labels, options: AssessOptions): SectorAssessment[] {
  const withTests = options.tests !== false
  const reaches = sectorReach(csr, labels)
  const counts = liaisons(csr, labels).bySector
  const verdicts = reaches.map((reach, k) => verdictOn(csr, reach, counts[k], options.gate?.[k] ?? true))
  if (!withTests || csr.n === 0) return verdicts
  const candidates = verdicts.filter(
    (verdict) => verdict.level.value === 'INTEGRATED' && verdict.liaison >= LEVEL_RULE.bridgingLiaisons,
  )
  const reach = sectorTally(csr, labels)
  const bridging = candidates.length > 0 ? [bridgingTally(csr, labels)] : []
  drawLabellings(csr, labels, options.seed, [reach, ...bridging, ...(options.beside ?? [])], options.onDraw)
  applySectorTests(verdicts, reach.tests())
  for (const tally of bridging) applyBridgingTest(candidates, tally.test())
  for (const verdict of verdicts) verdict.evidence = evidenceFor(verdict)
  applyStability(verdicts, csr, labels)
  return verdicts
}

/** What needs no test. Every tested figure starts as not tested. */
function verdictOn(csr: Csr, reach: SectorReach, liaison: number, gate: boolean): SectorAssessment {
  const { n, external, internal } = reach
  const mostHeld = reach.top1.value === null ? 0 : reach.top1.value * external
  const oneBridge = isOneBridge(n, external, mostHeld)
  const absent = n === 0 ? 'empty-sector' : null
  const notTested = undefinedFor(absent ?? 'not-tested')
  const moments = n === 0 || csr.n < 2 ? null : cutMoments(csr, [n, csr.n - n])
  const momentReason: ReasonCode = absent ?? 'fewer-than-two-actors'
  return {
    ...reach,
    oneBridge,
    gate,
    level: levelOf(reach, oneBridge, gate),
    diagnosis: diagnose(reach.activity.value, reach.openness.value, oneBridge),
    p: notTested,
    pMin: notTested,
    testable: false,
    q: notTested,
    liaison,
    liaisonP: notTested,
    liaisonQ: notTested,
    bridging: false,
    evidence: null,
    ei:
      external + internal === 0
        ? undefinedFor('no-ties')
        : measured((external - internal) / (external + internal)),
    externalMean: moments ? measured(moments.mean) : undefinedFor(momentReason),
    externalVariance: moments ? measured(moments.variance) : undefinedFor(momentReason),
    eiP: notTested,
    sampling: null,
    liaisonSampling: null,
    stability: notTested,
  }
}

function levelOf(reach: SectorReach, oneBridge: boolean, gate: boolean): Measured<SectorLevel> {
  if (reach.reach.value === null) return undefinedFor(reach.reach.reason)
  if (!gate) return undefinedFor('coverage-too-low')
  return measured(sectorLevel(reach.rho.value, reach.reach.value, oneBridge))
}

function applySectorTests(verdicts: SectorAssessment[], tests: (SectorTest | null)[]): void {
  const family: SectorAssessment[] = []
  const pValues: number[] = []
  for (const [k, verdict] of verdicts.entries()) {
    const test = tests[k]
    if (!test) continue
    verdict.p = measured(test.reachP)
    verdict.pMin = measured(test.pMin)
    verdict.eiP = measured(test.externalP)
    verdict.sampling = test.sampling
    verdict.testable = verdict.n >= LEVEL_RULE.testableMembers && test.floorP <= LEVEL_RULE.significance
    verdict.q = undefinedFor(verdict.testable ? 'coverage-too-low' : 'not-testable')
    if (verdict.testable && verdict.gate) {
      family.push(verdict)
      pValues.push(test.reachP)
    }
  }
  const q = benjaminiHochberg(pValues)
  for (const [i, verdict] of family.entries()) verdict.q = measured(q[i])
}

function applyBridgingTest(candidates: SectorAssessment[], test: BridgingTest): void {
  const q = benjaminiHochberg(candidates.map((verdict) => test.p[verdict.sector]))
  for (const [i, verdict] of candidates.entries()) {
    verdict.liaisonP = measured(test.p[verdict.sector])
    verdict.liaisonQ = measured(q[i])
    verdict.liaisonSampling = test.sampling
    verdict.bridging = q[i] <= LEVEL_RULE.significance
  }
}

function evidenceFor(verdict: SectorAssessment): Evidence | null {
  if (verdict.bridging) return 'STRONG'
  if (verdict.level.value !== 'ISOLATED' && verdict.level.value !== 'WEAK') return null
  if (!verdict.testable) return 'UNTESTABLE'
  if (verdict.q.value !== null && verdict.q.value <= LEVEL_RULE.significance) return 'STRONG'
  return verdict.p.value !== null && verdict.p.value <= LEVEL_RULE.significance
    ? 'INDICATION'
    : 'INSUFFICIENT'
}

function applyStability(verdicts: SectorAssessment[], csr: Csr, labels: Labels): void {
  const shares = levelStability(
    csr,
    labels,
    verdicts.map((verdict) => verdict.level.value),
  )
  for (const [k, verdict] of verdicts.entries()) {
    verdict.stability =
      verdict.level.value === null ? undefinedFor(verdict.level.reason) : measured(shares[k])
  }
}
