import type { SectorAssessment } from '#shared/analytics/sector-assessment.ts'
import { LEVEL_RULE } from '#shared/analytics/sector-level.ts'
import type { SectorInsight } from '#shared/contract/insights.ts'
import type { Diagnosis, LevelEvidence, SectorLevel } from '#shared/contract/vocabulary.ts'
import type { RegisterCoverage } from '../network/coverage.ts'

const LEVELS = {
  ISOLATED: 'isolated',
  WEAK: 'weak',
  INTEGRATED: 'integrated',
  NO_NETWORK: 'no-network',
} as const satisfies Record<string, SectorLevel>

const DIAGNOSES = { CLOSED: 'closed', DORMANT: 'dormant', ONE_BRIDGE: 'one-bridge', '-': null } as const

const EVIDENCE = {
  STRONG: 'strong',
  INDICATION: 'indication',
  INSUFFICIENT: 'insufficient',
  UNTESTABLE: 'untestable',
} as const satisfies Record<string, LevelEvidence>

/** Below the coverage gate there is no level; a sector with nobody registered has no network to be judged in. */
export function levelOf(assessment: SectorAssessment): SectorLevel {
  if (assessment.level.value === null) return assessment.gate ? 'no-network' : 'insufficient-data'
  return assessment.bridging ? 'bridging' : LEVELS[assessment.level.value]
}

export function evidenceOf(assessment: SectorAssessment): LevelEvidence | null {
  return assessment.evidence === null || !assessment.gate ? null : EVIDENCE[assessment.evidence]
}

function diagnosisOf(assessment: SectorAssessment, level: SectorLevel): Diagnosis | null {
  return level === 'isolated' || level === 'weak' ? DIAGNOSES[assessment.diagnosis] : null
}

/**
 * The verdict on a sector as the page shows it. The p-value is the one that its evidence rests on: reach for isolated and weak
 * sectors, liaisons for bridging ones; an integrated sector has none.
 */
export function sectorInsight(
  sectorId: string,
  assessment: SectorAssessment,
  coverage: RegisterCoverage,
  before: SectorInsight['before'],
): SectorInsight {
  const level = levelOf(assessment)
  const judged = level === 'isolated' || level === 'weak' || level === 'bridging'
  const bridging = level === 'bridging'
  const sampling = bridging ? assessment.liaisonSampling : assessment.sampling
  const a0 = assessment.a0.value
  return {
    sectorId,
    level,
    diagnosis: diagnosisOf(assessment, level),
    evidence: judged ? evidenceOf(assessment) : null,
    n: assessment.n,
    reached: assessment.reached,
    expectedReached: a0 === null ? null : a0 * assessment.n,
    reach: assessment.reach.value,
    expectedReach: a0,
    rho: assessment.rho.value,
    activity: assessment.activity.value,
    openness: assessment.openness.value,
    internal: assessment.internal,
    external: assessment.external,
    topShare: assessment.top1.value,
    liaisons: assessment.liaison,
    p: judged ? (bridging ? assessment.liaisonP : assessment.p).value : null,
    q: judged ? (bridging ? assessment.liaisonQ : assessment.q).value : null,
    exact: judged && sampling !== null ? sampling.method === 'exact' : null,
    draws: judged && sampling !== null ? sampling.draws : null,
    stability: assessment.stability.value,
    registered: coverage.registered,
    verified: coverage.verified,
    unasked: coverage.unasked,
    gateOpen: assessment.gate,
    before,
  }
}

/** A change of level is announced only where rho is beyond the threshold it crossed by so much. */
const ANNOUNCE_MARGIN = 0.05

const RANK: Partial<Record<SectorLevel, number>> = { isolated: 0, weak: 1, integrated: 2, bridging: 2 }
/** The threshold above each rank. */
const THRESHOLDS = [LEVEL_RULE.isolatedBelowRho, LEVEL_RULE.weakBelowRho]

export interface LevelReading {
  level: SectorLevel
  rho: number | null
}

export function levelChanged(before: LevelReading, after: LevelReading): boolean {
  const from = RANK[before.level]
  const to = RANK[after.level]
  if (from === undefined || to === undefined || from === to) return false
  if (before.rho === null || after.rho === null) return false
  const [was, is] = [before.rho, after.rho]
  // comparing what is beyond the threshold, with slack for the last place of a ratio
  return THRESHOLDS.slice(Math.min(from, to), Math.max(from, to)).some((threshold) =>
    to > from
      ? was < threshold && is - threshold >= ANNOUNCE_MARGIN - 1e-12
      : was >= threshold && threshold - is >= ANNOUNCE_MARGIN - 1e-12,
  )
}

const URGENCY: Record<SectorLevel, number> = {
  isolated: 0,
  weak: 1,
  'insufficient-data': 2,
  integrated: 3,
  bridging: 3,
  'no-network': 4,
}
const CERTAINTY: Record<LevelEvidence, number> = { strong: 0, indication: 1, insufficient: 2, untestable: 3 }

/** What needs action first: by level, then the surer one, then the weaker one, then by id. */
export function byUrgency(x: SectorInsight, y: SectorInsight): number {
  return (
    URGENCY[x.level] - URGENCY[y.level] ||
    certainty(x) - certainty(y) ||
    (x.rho ?? Number.MAX_VALUE) - (y.rho ?? Number.MAX_VALUE) ||
    (x.sectorId < y.sectorId ? -1 : 1)
  )
}

function certainty({ level, evidence }: SectorInsight): number {
  // of the sectors that are well, only the weaker ones come first, however sure their bridging is
  return URGENCY[level] < 2 && evidence !== null ? CERTAINTY[evidence] : 0
}

const HEADLINE_SECTORS = 3

/** Isolated with evidence strong or indication, weakest first, at most three. */
export function headlineSectors(sectors: readonly SectorInsight[]): string[] {
  return sectors
    .filter((s) => s.level === 'isolated' && (s.evidence === 'strong' || s.evidence === 'indication'))
    .sort((x, y) => x.rho! - y.rho! || (x.sectorId < y.sectorId ? -1 : 1))
    .slice(0, HEADLINE_SECTORS)
    .map((s) => s.sectorId)
}
