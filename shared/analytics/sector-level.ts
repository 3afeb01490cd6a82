/**
 * Level of a sector and the reason for it, by thresholds (ours, published on the method card).
 *
 *   ISOLATED    rho < 0.50
 *   WEAK        rho < 0.80, or reach < 0.50, or one bridge
 *   INTEGRATED  otherwise
 *   NO_NETWORK  nothing is expected (no tie, or one sector)
 *   one bridge  three or more members and external ties, and one member holds more than half of the latter
 *
 * A pure function of the data, without memory of earlier levels.
 */
export type SectorLevel = 'ISOLATED' | 'WEAK' | 'INTEGRATED' | 'NO_NETWORK'
export type Diagnosis = 'CLOSED' | 'DORMANT' | 'ONE_BRIDGE' | '-'

export const LEVEL_RULE = {
  isolatedBelowRho: 0.5,
  weakBelowRho: 0.8,
  weakBelowReach: 0.5,
  oneBridgeMembers: 3,
  oneBridgeTies: 3,
  oneBridgeShare: 0.5,
  dormantBelowActivity: 0.6,
  closedBelowOpenness: 0.6,
  bridgingLiaisons: 3,
  testableMembers: 3,
  significance: 0.05,
} as const

// Ratios of small whole numbers meet the thresholds exactly; rounding must not push them over.
const SLACK = 1e-12
export const isBelow = (x: number, threshold: number): boolean => x < threshold - SLACK
const isAbove = (x: number, threshold: number): boolean => x > threshold + SLACK

export function isOneBridge(members: number, external: number, mostHeld: number): boolean {
  return (
    members >= LEVEL_RULE.oneBridgeMembers &&
    external >= LEVEL_RULE.oneBridgeTies &&
    isAbove(mostHeld / external, LEVEL_RULE.oneBridgeShare)
  )
}

/** @param rho null where nothing is expected */
export function sectorLevel(rho: number | null, reach: number, oneBridge: boolean): SectorLevel {
  if (rho === null) return 'NO_NETWORK'
  if (isBelow(rho, LEVEL_RULE.isolatedBelowRho)) return 'ISOLATED'
  if (isBelow(rho, LEVEL_RULE.weakBelowRho) || isBelow(reach, LEVEL_RULE.weakBelowReach) || oneBridge) {
    return 'WEAK'
  }
  return 'INTEGRATED'
}

/** Why: too few partners at all, partners but all inside, or everything through one member. */
export function diagnose(activity: number | null, openness: number | null, oneBridge: boolean): Diagnosis {
  if (activity !== null && isBelow(activity, LEVEL_RULE.dormantBelowActivity)) return 'DORMANT'
  if (openness !== null && isBelow(openness, LEVEL_RULE.closedBelowOpenness)) return 'CLOSED'
  return oneBridge ? 'ONE_BRIDGE' : '-'
}
