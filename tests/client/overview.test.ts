import { describe, expect, it } from 'vitest'
import { coverageWaffle } from '#client/features/overview/coverage-waffle.ts'
import {
  compositionMatters,
  countAlone,
  indexSentence,
  mainPillar,
  reachedBefore,
  reachedNow,
  tellingSector,
} from '#client/features/overview/headline.ts'
import { SCALE, scaleX } from '#client/features/overview/index-scale.ts'
import { groupVerdicts, remedyFor } from '#client/features/overview/verdict-list.ts'
import { byGap, pairsOf } from '#client/network/sector-map-model.ts'
import type { IndexChange, IndexReading, SectorInsight } from '#shared/contract/insights.ts'

const insight = (sectorId: string, over: Partial<SectorInsight> = {}): SectorInsight => ({
  sectorId,
  level: 'integrated',
  diagnosis: null,
  evidence: null,
  n: 10,
  reached: 8,
  expectedReached: 8,
  reach: 0.8,
  expectedReach: 0.8,
  rho: 1,
  activity: 1,
  openness: 1,
  internal: 4,
  external: 6,
  topShare: 0.2,
  liaisons: 0,
  p: null,
  q: null,
  exact: null,
  draws: null,
  stability: null,
  registered: 10,
  verified: 10,
  unasked: 0,
  gateOpen: true,
  before: { reached: 7, n: 9, level: 'integrated', levelChanged: false },
  ...over,
})

const change = (over: Partial<IndexChange> = {}): IndexChange => ({
  comparedOn: '2026-06-30',
  before: 41,
  difference: 9.6,
  reason: null,
  se: 3,
  verdict: 'up',
  sameCohort: 9.7,
  composition: -0.1,
  entered: 1,
  left: 0,
  pillars: { J: 2.4, S: 1.6, C: 5.7 },
  ...over,
})

const index = (value: number | null): IndexReading => ({
  value,
  reason: value === null ? 'one-sector' : null,
  label: null,
  pillars: null,
  band: { low: null, high: null, se: null, reason: null },
  benchmark: { value: null, reason: null, exact: false, draws: 0, standardError: null },
  small: false,
})

describe('the headline', () => {
  it('says that the index rose only when the paired band says so', () => {
    expect(indexSentence({ n: 60, index: index(51), change: change() })).toBe('up')
    expect(indexSentence({ n: 60, index: index(51), change: change({ verdict: 'unclear' }) })).toBe('unclear')
    expect(indexSentence({ n: 60, index: index(51), change: change({ verdict: null }) })).toBe('only')
    expect(indexSentence({ n: 60, index: index(51), change: null })).toBe('only')
    expect(indexSentence({ n: 2, index: index(100), change: change() })).toBe('small')
    expect(indexSentence({ n: 60, index: index(null), change: change() })).toBe('none')
  })

  it('counts as alone only isolated sectors that evidence stands behind', () => {
    const sectors = [
      insight('a', { level: 'isolated', evidence: 'strong' }),
      insight('b', { level: 'isolated', evidence: 'indication' }),
      insight('c', { level: 'isolated', evidence: 'insufficient' }),
      insight('d', { level: 'isolated', evidence: 'untestable' }),
      insight('e', { level: 'weak', evidence: 'strong' }),
    ]
    expect(countAlone(sectors)).toBe(2)
  })

  it('adds up the actors of all sectors, now and before; not before when one sector has no past', () => {
    const sectors = [
      insight('a'),
      insight('b', { reached: 2, n: 4, before: { ...insight('b').before!, reached: 1, n: 3 } }),
    ]
    expect(reachedNow(sectors)).toEqual({ reached: 10, n: 14 })
    expect(reachedBefore(sectors)).toEqual({ reached: 8, n: 12 })
    expect(reachedBefore([...sectors, insight('c', { before: null })])).toBeNull()
    expect(reachedBefore([])).toBeNull()
  })

  it('names the pillar behind more than half of a clear change, and none otherwise', () => {
    expect(mainPillar(change())).toBe('C')
    expect(mainPillar(change({ pillars: { J: 4, S: 3, C: 2.7 } }))).toBeNull()
    expect(mainPillar(change({ verdict: 'unclear' }))).toBeNull()
    const fall = change({ verdict: 'down', difference: -6, sameCohort: -6, pillars: { J: -4, S: -1, C: -1 } })
    expect(mainPillar(fall)).toBe('J')
    expect(mainPillar(change({ verdict: 'down', sameCohort: 2 }))).toBeNull()
  })

  it('speaks of newcomers when they moved the index noticeably, and keeps quiet about a tenth of a point', () => {
    expect(compositionMatters(change())).toBe(false)
    expect(
      compositionMatters(change({ difference: -1, sameCohort: 7.4, composition: -8.4, entered: 12 })),
    ).toBe(true)
    expect(compositionMatters(change({ difference: 2, composition: -0.4, entered: 3 }))).toBe(false)
    expect(compositionMatters(change({ composition: -8, entered: 0, left: 0 }))).toBe(false)
    expect(compositionMatters(change({ composition: null }))).toBe(false)
    expect(compositionMatters(null)).toBe(false)
  })

  it('explains itself by the first sector named that works inward, else by one that hardly works with anybody', () => {
    const asleep = insight('a', { diagnosis: 'dormant' })
    const closed = insight('b', { diagnosis: 'closed' })
    expect(tellingSector([asleep, closed], ['a', 'b'])?.sectorId).toBe('b')
    expect(tellingSector([asleep, closed], ['a'])?.sectorId).toBe('a')
    expect(tellingSector([asleep, closed], [])).toBeNull()
  })
})

describe('the verdict list', () => {
  const sectors = [
    insight('a', { level: 'isolated', diagnosis: 'closed' }),
    insight('b', { level: 'weak' }),
    insight('c', { level: 'insufficient-data' }),
    insight('d'),
    insight('e', { level: 'bridging' }),
    insight('f', { level: 'no-network' }),
  ]

  it('lists whoever needs somebody, in the order given, and counts everybody else', () => {
    const groups = groupVerdicts(sectors)
    expect(groups.rows.map(({ sectorId }) => sectorId)).toEqual(['a', 'b', 'c'])
    expect(groups).toMatchObject({ isolated: 1, weak: 1, insufficient: 1, integrated: 1, noNetwork: 1 })
    expect(groups.bridging.map(({ sectorId }) => sectorId)).toEqual(['e'])
  })

  it('gives a remedy by the reason, never to a sector that is well', () => {
    expect(sectors.map(remedyFor)).toEqual(['closed', 'none', 'insufficient-data', null, null, null])
  })
})

describe('the scale of the index', () => {
  it('runs from 0 to 100 and clips what lies outside', () => {
    expect([scaleX(0), scaleX(100), scaleX(-5), scaleX(120)]).toEqual([
      SCALE.left,
      SCALE.right,
      SCALE.left,
      SCALE.right,
    ])
  })
})

describe('the coverage waffle', () => {
  it('draws one square per actor while they fit', () => {
    const { squares, per } = coverageWaffle({ verified: 84, recheck: 18, unasked: 18 }, 162)
    expect(per).toBe(1)
    expect(squares).toHaveLength(120)
    expect(squares.filter((kind) => kind === 'unasked')).toHaveLength(18)
  })

  it('lets a square stand for several, and never rounds a kind away', () => {
    const { squares, per } = coverageWaffle({ verified: 5_000, recheck: 3, unasked: 0 }, 162)
    expect(per).toBe(50)
    expect(squares.filter((kind) => kind === 'recheck')).toHaveLength(1)
    expect(squares).not.toContain('unasked')
    expect(squares.length).toBeLessThanOrEqual(162)
  })

  it('draws nothing for nobody', () => {
    expect(coverageWaffle({ verified: 0, recheck: 0, unasked: 0 }, 162).squares).toEqual([])
  })
})

describe('the pairs of sectors', () => {
  const pairs = [
    { a: 'a', b: 'b', observed: 5, expected: 2 },
    { a: 'a', b: 'c', observed: 0, expected: 4 },
    { a: 'b', b: 'c', observed: 0, expected: null },
  ]

  it('counts with how many others a sector works', () => {
    expect(pairsOf(pairs, 'a')).toEqual({ linked: 1, others: 2 })
    expect(pairsOf(pairs, 'c')).toEqual({ linked: 0, others: 2 })
  })

  it('puts what is missing most first and leaves its input alone', () => {
    expect(byGap(pairs).map(({ a, b }) => a + b)).toEqual(['ac', 'bc', 'ab'])
    expect(pairs[0]!.b).toBe('b')
  })
})
