import type { IndexChange, Overview, SectorInsight } from '#shared/contract/insights.ts'

/** What the first sentence says of the index. */
export type IndexSentence = 'up' | 'down' | 'unclear' | 'only' | 'small' | 'none'

/** Below it an index has no band, and nothing follows from it. */
const ENOUGH = 10

export function indexSentence(overview: Pick<Overview, 'index' | 'change' | 'n'>): IndexSentence {
  if (overview.index.value === null) return 'none'
  if (overview.n < ENOUGH) return 'small'
  return overview.change?.verdict ?? 'only'
}

/** Isolated sectors that evidence stands behind: those that the headline may count. */
export const countAlone = (sectors: readonly SectorInsight[]): number =>
  sectors.filter(
    ({ level, evidence }) => level === 'isolated' && (evidence === 'strong' || evidence === 'indication'),
  ).length

export interface Reached {
  reached: number
  n: number
}

/** Actors with a partner in another sector, now and at the compared date. */
export function reachedNow(sectors: readonly SectorInsight[]): Reached {
  return sum(sectors)
}

export function reachedBefore(sectors: readonly SectorInsight[]): Reached | null {
  const before = sectors.map((sector) => sector.before)
  if (before.length === 0 || before.some((one) => one === null)) return null
  return sum(before.filter((one) => one !== null))
}

const sum = (rows: readonly Reached[]): Reached => ({
  reached: rows.reduce((total, { reached }) => total + reached, 0),
  n: rows.reduce((total, { n }) => total + n, 0),
})

export type PillarId = 'J' | 'S' | 'C'
const PILLARS: readonly PillarId[] = ['J', 'S', 'C']

/** The pillar behind more than half of a clear change of the same actors; null when none is. */
export function mainPillar(change: IndexChange | null): PillarId | null {
  const { pillars, sameCohort, verdict } = change ?? {}
  if (!pillars || !sameCohort || (verdict !== 'up' && verdict !== 'down')) return null
  const sign = Math.sign(sameCohort)
  if ((verdict === 'up') !== sign > 0) return null
  return PILLARS.find((id) => sign * pillars[id] > Math.abs(sameCohort) / 2) ?? null
}

/** Tenths of a point: how the parts of a change are printed. */
const PRINTED = 10

/**
 * Parts rounded so that what is printed adds up to the printed whole: what rounding leaves over goes to the part it
 * changes least.
 */
export function addingUp(parts: readonly number[], whole: number): number[] {
  const rounded = parts.map((part) => Math.round(part * PRINTED))
  let over = Math.round(whole * PRINTED) - rounded.reduce((sum, part) => sum + part, 0)
  const nearest = parts
    .map((part, i) => ({ i, gap: (part * PRINTED - rounded[i]!) * Math.sign(over) }))
    .sort((a, b) => b.gap - a.gap)
  for (const { i } of nearest) {
    if (over === 0) break
    rounded[i] = rounded[i]! + Math.sign(over)
    over -= Math.sign(over)
  }
  return rounded.map((part) => part / PRINTED)
}

/** Points from which on coming and going is worth a sentence of its own. */
const NOTICEABLE = 0.5

/** Whether who came in and who left moved the index so much that the change must be read without them. */
export function compositionMatters(change: IndexChange | null): boolean {
  if (change?.composition == null || change.difference === null) return false
  return (
    change.entered + change.left > 0 &&
    Math.abs(change.composition) >= Math.max(NOTICEABLE, Math.abs(change.difference) / 4)
  )
}

/** The sector whose counts explain the finding best: the first one named that works inward, or hardly at all. */
export function tellingSector(
  sectors: readonly SectorInsight[],
  named: readonly string[],
): SectorInsight | null {
  const candidates = named
    .map((id) => sectors.find(({ sectorId }) => sectorId === id))
    .filter((sector) => sector !== undefined)
  return (
    candidates.find(({ diagnosis }) => diagnosis === 'closed') ??
    candidates.find(({ diagnosis }) => diagnosis === 'dormant') ??
    null
  )
}
