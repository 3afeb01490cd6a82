import { describe, expect, it } from 'vitest'
import { ledeReason, levelStreak, otherSectors, sizeParts } from '#client/features/sector/sector-card.ts'
import type { SectorLevel } from '#shared/contract/vocabulary.ts'

const history = (...levels: SectorLevel[]) =>
  levels.map((level, i) => ({
    period: { year: 2024 + i, quarter: null, on: `${2024 + i}-12-31`, provisional: false },
    level,
    evidence: null,
    reached: 1,
    n: 5,
    rho: 0.2,
  }))

describe('the card of a sector', () => {
  it('counts for how long the level has been the same', () => {
    expect(levelStreak(history('weak', 'isolated', 'isolated'))).toEqual({ level: 'isolated', count: 2 })
    expect(levelStreak(history('isolated', 'isolated'))).toEqual({ level: 'isolated', count: 2 })
    expect(levelStreak([])).toBeNull()
  })

  it('lists the missing before the present, the most expected first', () => {
    const pairs = [
      { a: 'batik', b: 'kriya', observed: 1, expected: 2.7 },
      { a: 'batik', b: 'kuliner', observed: 0, expected: 10.7 },
      { a: 'aplikasi', b: 'batik', observed: 0, expected: null },
    ]
    expect(otherSectors(pairs, 'batik').map(({ sectorId }) => sectorId)).toEqual([
      'kuliner',
      'aplikasi',
      'kriya',
    ])
  })

  it('cuts the bar of sizes into parts that add up to the whole', () => {
    const parts = sizeParts({ micro: 6, small: 3, medium: 0, large: 0, unknown: 1 })
    expect(parts.map(({ size }) => size)).toEqual(['micro', 'small', 'unknown'])
    expect(parts.at(-1)!.from + parts.at(-1)!.share).toBeCloseTo(1)
    expect(sizeParts({ micro: 0, small: 0, medium: 0, large: 0, unknown: 0 })).toEqual([])
  })

  it('explains a level by its diagnosis, else by its ties, and says nothing where there is no network', () => {
    expect(ledeReason({ level: 'isolated', diagnosis: 'closed' })).toBe('closed')
    expect(ledeReason({ level: 'integrated', diagnosis: null })).toBe('ties')
    expect(ledeReason({ level: 'no-network', diagnosis: null })).toBeNull()
  })
})
