import { describe, expect, test } from 'vitest'
import { byUrgency, headlineSectors, levelChanged } from '#server/insights/sector-insight.ts'
import type { SectorInsight } from '#shared/contract/insights.ts'
import type { LevelEvidence, SectorLevel } from '#shared/contract/vocabulary.ts'

describe('a change of level is announced', () => {
  test.each<[string, SectorLevel, number, SectorLevel, number, boolean]>([
    ['when rho rose beyond the threshold by 0.05', 'isolated', 0.49, 'weak', 0.55, true],
    ['not when it rose by less', 'isolated', 0.49, 'weak', 0.54, false],
    ['when rho fell beyond the threshold by 0.05', 'integrated', 0.9, 'weak', 0.75, true],
    ['not when it fell by less', 'integrated', 0.9, 'weak', 0.76, false],
    ['over both thresholds', 'isolated', 0.3, 'integrated', 0.9, true],
    [
      'not for the floor of half its members, which rho does not cross',
      'weak',
      0.9,
      'integrated',
      0.95,
      false,
    ],
    ['not where the level stayed', 'weak', 0.55, 'weak', 0.79, false],
    ['not between integrated and bridging', 'integrated', 1, 'bridging', 1.3, false],
    ['from weak to bridging', 'weak', 0.7, 'bridging', 1.1, true],
    ['not where data were missing', 'insufficient-data', 0.3, 'integrated', 1, false],
  ])('%s', (_, before, rhoBefore, after, rhoAfter, announced) => {
    expect(levelChanged({ level: before, rho: rhoBefore }, { level: after, rho: rhoAfter })).toBe(announced)
  })
})

const sector = (
  sectorId: string,
  level: SectorLevel,
  evidence: LevelEvidence | null,
  rho: number | null,
): SectorInsight => ({
  sectorId,
  level,
  evidence,
  rho,
  diagnosis: null,
  n: 5,
  reached: 1,
  expectedReached: null,
  reach: null,
  expectedReach: null,
  activity: null,
  openness: null,
  internal: 0,
  external: 0,
  topShare: null,
  liaisons: 0,
  p: null,
  q: null,
  exact: null,
  draws: null,
  stability: null,
  registered: 5,
  verified: 5,
  unasked: 0,
  gateOpen: true,
  before: null,
})

test('the list begins with what needs action', () => {
  const sectors = [
    sector('h', 'no-network', null, null),
    sector('g', 'bridging', 'strong', 1.4),
    sector('f', 'integrated', null, 1.1),
    sector('e', 'insufficient-data', null, 0.2),
    sector('d', 'weak', 'insufficient', 0.6),
    sector('c', 'isolated', 'untestable', 0),
    sector('b', 'isolated', 'strong', 0.3),
    sector('a', 'isolated', 'strong', 0.1),
  ]
  expect(
    sectors
      .sort(byUrgency)
      .map((one) => one.sectorId)
      .join(''),
  ).toBe('abcdefgh')
})

test('the headline names at most three isolated sectors with evidence, the weakest first', () => {
  const sectors = [
    sector('a', 'isolated', 'indication', 0.4),
    sector('b', 'isolated', 'strong', 0.3),
    sector('c', 'isolated', 'strong', 0.1),
    sector('d', 'isolated', 'strong', 0.2),
    sector('e', 'isolated', 'insufficient', 0),
    sector('f', 'isolated', 'untestable', 0),
    sector('g', 'weak', 'strong', 0.6),
  ]
  expect(headlineSectors(sectors)).toEqual(['c', 'd', 'b'])
  expect(headlineSectors(sectors.slice(4))).toEqual([])
})
