import type { SectorCard, SectorInsight, SectorPair } from '#shared/contract/insights.ts'
import type { SectorLevel, SizeClass } from '#shared/contract/vocabulary.ts'

/** For how many periods up to the newest the level has been the same. */
export function levelStreak(history: SectorCard['history']): { level: SectorLevel; count: number } | null {
  const level = history.at(-1)?.level
  if (level === undefined) return null
  const other = history.findLastIndex((point) => point.level !== level)
  return { level, count: history.length - 1 - other }
}

export interface OtherSector {
  sectorId: string
  observed: number
  expected: number | null
}

/** The other sectors, those that are missing most first. */
export function otherSectors(pairs: readonly SectorPair[], sectorId: string): OtherSector[] {
  return pairs
    .map(({ a, b, observed, expected }) => ({ sectorId: a === sectorId ? b : a, observed, expected }))
    .sort(
      (x, y) =>
        Number(x.observed > 0) - Number(y.observed > 0) ||
        (y.expected ?? 0) - (x.expected ?? 0) ||
        x.sectorId.localeCompare(y.sectorId),
    )
}

export type SizeKey = SizeClass | 'unknown'
const SIZES: readonly SizeKey[] = ['micro', 'small', 'medium', 'large', 'unknown']

export interface SizePart {
  size: SizeKey
  count: number
  /** Where the part begins and how long it is, as shares of all. */
  from: number
  share: number
}

/** The size mix as parts of one bar; empty classes stay out of the bar. */
export function sizeParts(sizes: SectorCard['sizes']): SizePart[] {
  const total = SIZES.reduce((sum, size) => sum + sizes[size], 0)
  let from = 0
  const parts: SizePart[] = []
  for (const size of SIZES) {
    const count = sizes[size]
    if (count === 0) continue
    parts.push({ size, count, from, share: count / total })
    from += count / total
  }
  return parts
}

export type LedeReason = 'closed' | 'dormant' | 'one-bridge' | 'ties' | null

/** What explains the level best; nothing where nothing can be said. */
export function ledeReason({ level, diagnosis }: Pick<SectorInsight, 'level' | 'diagnosis'>): LedeReason {
  if (level === 'no-network') return null
  return diagnosis ?? 'ties'
}

/** Fewest partners in other sectors first; of whom nothing is known, last. */
export const sortMembers = (
  members: SectorCard['members'],
  compare: (a: string, b: string) => number,
): SectorCard['members'] =>
  [...members].sort(
    (a, b) =>
      Number(a.partners === null) - Number(b.partners === null) ||
      (a.crossPartners ?? 0) - (b.crossPartners ?? 0) ||
      (a.partners ?? 0) - (b.partners ?? 0) ||
      compare(a.name, b.name),
  )
