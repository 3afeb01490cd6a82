import type { SectorInsight } from '#shared/contract/insights.ts'

export interface VerdictGroups {
  /** Isolated, weak, not enough data: each needs somebody to do something. */
  rows: SectorInsight[]
  isolated: number
  weak: number
  insufficient: number
  integrated: number
  bridging: SectorInsight[]
  noNetwork: number
}

/** Splits the sectors, already sorted by what needs action, into the list and the rest. */
export function groupVerdicts(sectors: readonly SectorInsight[]): VerdictGroups {
  const of = (level: SectorInsight['level']) => sectors.filter((sector) => sector.level === level)
  return {
    rows: sectors.filter(({ level }) => ['isolated', 'weak', 'insufficient-data'].includes(level)),
    isolated: of('isolated').length,
    weak: of('weak').length,
    insufficient: of('insufficient-data').length,
    integrated: of('integrated').length,
    bridging: of('bridging'),
    noNetwork: of('no-network').length,
  }
}

export type RemedyId = 'closed' | 'dormant' | 'one-bridge' | 'insufficient-data' | 'none'

/** What would help, decided by why: too inward, too few partners, one bridge only, nobody asked. */
export function remedyFor({ level, diagnosis }: Pick<SectorInsight, 'level' | 'diagnosis'>): RemedyId | null {
  if (level === 'insufficient-data') return 'insufficient-data'
  if (level !== 'isolated' && level !== 'weak') return null
  return diagnosis ?? 'none'
}
