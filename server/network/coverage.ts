import type { Network } from './derive-network.ts'

/** How well a sector, or the register, is known on the date. The three parts add up to `registered`. */
export interface RegisterCoverage {
  registered: number
  /** surveyed or verified in the 12 months up to the date */
  verified: number
  /** in n, but not verified since */
  recheck: number
  /** never asked, and party to no counting tie */
  unasked: number
}

/** By class number of the network; the classes of actors without a sector are not counted. */
export function coverageBySector(network: Network): RegisterCoverage[] {
  const bySector = network.sectorIds.map(() => ({ registered: 0, verified: 0, recheck: 0, unasked: 0 }))
  const numberOf = new Map(network.sectorIds.map((id, number) => [id, number]))
  const { surveyedOnly } = network.definition.rule
  for (const entry of network.registered.values()) {
    if (entry.sectorId === null) continue
    const coverage = bySector[numberOf.get(entry.sectorId)!]!
    coverage.registered++
    // where a definition takes everybody as surveyed, everybody is verified
    if (entry.verified || !surveyedOnly) coverage.verified++
    else if (entry.inNetwork) coverage.recheck++
    else coverage.unasked++
  }
  return bySector
}

export function totalCoverage(bySector: readonly RegisterCoverage[]): RegisterCoverage {
  const total = { registered: 0, verified: 0, recheck: 0, unasked: 0 }
  for (const sector of bySector) {
    total.registered += sector.registered
    total.verified += sector.verified
    total.recheck += sector.recheck
    total.unasked += sector.unasked
  }
  return total
}

/**
 * Per class: whether enough of it is verified for a level. Classes of actors without a sector never are, so that the tests are
 * those of sectors alone. An empty sector is let through: it has no level for another reason.
 */
export function coverageGate(network: Network, bySector: readonly RegisterCoverage[]): boolean[] {
  const { coverageGate: share } = network.definition.rule
  return Array.from({ length: network.labels.count }, (_, k) => {
    const coverage = bySector[k]
    if (coverage === undefined) return false
    return share === null || coverage.registered === 0 || coverage.verified >= share * coverage.registered
  })
}
