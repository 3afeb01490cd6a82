import { describe, expect, test } from 'vitest'
import { coverageBySector, coverageGate, totalCoverage } from '#server/network/coverage.ts'
import { actorStanding, deriveNetwork, type Network, sectorIdAt } from '#server/network/derive-network.ts'
import { isTied, lapsedPairs, tieKeys } from '#server/network/tie-sets.ts'
import { tieRun } from '#server/network/tie-since.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { DefinitionRule } from '#shared/contract/reference.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { business, definition, PARTITION_ID, partition, partnership, source } from './records.ts'

const ON = '2025-06-30'
const three = partition('batik', 'kuliner', 'kreatif')

function derive(
  actors: ActorRecord[],
  partnerships: PartnershipRecord[],
  {
    id = 'official',
    on = ON,
    rule = {},
  }: { id?: DefinitionId; on?: string; rule?: Partial<DefinitionRule> } = {},
): Network {
  return deriveNetwork(source(actors, partnerships), definition(id, rule), three, on)
}

const ties = (network: Network) => [...tieKeys(network)].sort()
const [a, b, c] = [business('a', 'batik'), business('b', 'kuliner'), business('c', 'kreatif')]

describe('the population', () => {
  test('holds surveyed businesses in the city, with or without a partner', () => {
    const network = derive([c, a, b], [partnership('p', ['a', 'b'])])
    expect(network.ids).toEqual(['a', 'b', 'c'])
    expect(network.ids.map((id) => actorStanding(network, id))).toEqual(['linked', 'linked', 'unlinked'])
    expect(network.ids.map((_, v) => sectorIdAt(network, v))).toEqual(['batik', 'kuliner', 'kreatif'])
  })

  test('leaves out whom nobody has asked, unless a tie brings them in', () => {
    const unknown = { census: [] }
    const [x, y] = [business('x', 'batik', unknown), business('y', 'kuliner', unknown)]
    const network = derive([a, x, y], [partnership('p', ['a', 'y'])])
    expect(network.ids).toEqual(['a', 'y'])
    expect(network.unasked).toEqual(['x'])
    expect(actorStanding(network, 'x')).toBe('unasked')
    expect(derive([a, x, y], [partnership('p', ['a', 'y'], { evidence: 'D' })]).unasked).toEqual(['x', 'y'])
  })

  test('lists who has no sector, outside n', () => {
    const network = derive(
      [a, business('x', null), business('y', 'unheard-of')],
      [partnership('p', ['a', 'x'])],
    )
    expect(network.ids).toEqual(['a'])
    expect(network.unclassified).toEqual(['x', 'y'])
    expect(network.csr.m).toBe(0)
    expect(actorStanding(network, 'x')).toBe('unclassified')
  })

  test('counts who is outside the city apart', () => {
    const network = derive([a, business('x', 'batik', { inCity: false })], [])
    expect(network.ids).toEqual(['a'])
    expect(network.outsideCity).toEqual(['x'])
    expect(actorStanding(network, 'x')).toBe('outside')
  })

  test('follows a business that moves to another sector in the middle of the year', () => {
    const moving = business('m', null, {
      sectors: {
        [PARTITION_ID]: [
          { from: null, value: 'batik' },
          { from: '2025-05-15', value: 'kuliner' },
        ],
      },
    })
    const records = [partnership('p', ['b', 'm'])]
    const sectorOfM = (on: string) => {
      const network = derive([b, moving], records, { on })
      return sectorIdAt(network, network.numberOf.get('m')!)
    }
    expect(sectorOfM('2025-05-14')).toBe('batik')
    expect(sectorOfM('2025-05-15')).toBe('kuliner')
  })

  test('is empty before the first record', () => {
    const late = { presence: [{ from: '2025-01-01', value: 'present' as const }] }
    const network = derive([business('a', 'batik', late)], [], { on: '2020-01-01' })
    expect([network.csr.n, network.csr.m, network.registered.size]).toEqual([0, 0, 0])
  })

  test('does not depend on the order of the records', () => {
    const records = [partnership('p', ['a', 'b']), partnership('q', ['b', 'c'])]
    const network = derive([a, b, c], records)
    const shuffled = derive([c, b, a], [...records].reverse())
    expect(shuffled.ids).toEqual(network.ids)
    expect(shuffled.csr).toEqual(network.csr)
    expect(shuffled.labels).toEqual(network.labels)
  })
})

describe('why a partnership does not count', () => {
  const outsider = business('x', 'batik', { inCity: false })
  const office = business('g', null, { roles: [{ from: null, value: 'government' }] })
  const gone = business('l', 'batik', {
    presence: [
      { from: null, value: 'present' },
      { from: '2025-03-01', value: 'left' },
    ],
  })
  const everybody = [a, b, c, outsider, office, gone, business('n', null)]

  test.each<[string, string[], Partial<PartnershipRecord>, string[]]>([
    ['evidence D', ['a', 'b'], { evidence: 'D' }, ['evidence-too-low']],
    ['intensity 1', ['a', 'b'], { intensity: 1 }, ['intensity-too-low']],
    ['a kind outside the official ones', ['a', 'b'], { kind: 'mou_pks' }, ['kind-does-not-count']],
    ['a two-mode kind', ['a', 'b'], { kind: 'forum_membership' }, ['kind-does-not-count']],
    ['a proposal', ['a', 'b'], { statuses: [{ from: null, value: 'proposed' }] }, ['not-active']],
    ['a lapse', ['a', 'b'], { startedOn: '2024-06-29' }, ['expired']],
    ['a start to come', ['a', 'b'], { startedOn: '2025-07-01' }, ['not-started']],
    ['an end', ['a', 'b'], { endedOn: '2025-06-30' }, ['not-active']],
    ['a party outside the city', ['a', 'x'], {}, ['party-outside-city']],
    ['a party that is no business', ['a', 'g'], {}, ['party-not-business']],
    ['a party without a sector', ['a', 'n'], {}, ['party-without-sector']],
    ['a party that has left', ['a', 'l'], {}, ['party-absent']],
    ['two reasons', ['a', 'x'], { evidence: 'D' }, ['evidence-too-low', 'party-outside-city']],
  ])('%s', (_, parties, more, reasons) => {
    const network = derive(everybody, [partnership('p', parties, more)])
    expect(network.partnerships.get('p')).toMatchObject({ counts: false, notCounting: reasons })
    expect(network.csr.m).toBe(0)
  })

  test('one unfit party of three leaves the tie of the other two', () => {
    const network = derive(everybody, [partnership('p', ['a', 'x', 'b'])])
    expect(network.partnerships.get('p')).toEqual({ standing: 'active', counts: true, notCounting: [] })
    expect(ties(network)).toEqual(['a b'])
  })
})

describe('from parties to ties', () => {
  const many = Array.from({ length: 8 }, (_, i) => business(`m${i}`, 'batik'))
  const ids = many.map((actor) => actor.id)

  test('two to six parties join every pair', () => {
    expect(derive(many, [partnership('p', ids.slice(0, 6))]).csr.m).toBe(15)
  })

  test('more than six join only the pairs that confirmed each other', () => {
    expect(derive(many, [partnership('p', ids.slice(0, 7))]).partnerships.get('p')!.notCounting).toEqual([
      'pairs-not-confirmed',
    ])
    const confirmed = partnership('p', ids, {
      arcs: [
        ['m1', 'm0'],
        ['m2', 'm5'],
      ],
    })
    expect(ties(derive(many, [confirmed]))).toEqual(['m0 m1', 'm2 m5'])
  })

  test('a directed one joins its arcs, and the tie has no direction', () => {
    const supply = partnership('p', ['a', 'b', 'c'], {
      kind: 'supply',
      arcs: [
        ['c', 'a'],
        ['c', 'b'],
      ],
    })
    expect(ties(derive([a, b, c], [supply]))).toEqual(['a c', 'b c'])
  })

  test('several partnerships of one pair are one tie', () => {
    const network = derive([a, b], [partnership('p', ['a', 'b']), partnership('q', ['b', 'a'])])
    expect(network.csr.m).toBe(1)
    expect(isTied(network, 'b', 'a')).toBe(true)
  })
})

describe('the definitions', () => {
  const actors = [a, b, c, business('u', null, { roles: [{ from: null, value: 'academia' }] })]
  const records = [
    partnership('document', ['a', 'b'], { evidence: 'A' }),
    partnership('one-side', ['a', 'c'], { evidence: 'C' }),
    partnership('acquaintance', ['b', 'c'], { intensity: 1 }),
    partnership('agreement', ['a', 'u'], { kind: 'mou_pks' }),
  ]

  test('strict is within official, official within generous', () => {
    const [strict, official, generous] = (['strict', 'official', 'generous'] as const).map((id) =>
      ties(derive(actors, records, { id })),
    )
    expect(strict).toEqual(['a b'])
    expect(official).toEqual(['a b', 'a c'])
    expect(generous).toEqual(['a b', 'a c', 'b c'])
  })

  test('generous counts a proposal from the day it was recorded', () => {
    const proposal = partnership('p', ['a', 'b'], {
      startedOn: null,
      recordedOn: '2025-03-10',
      statuses: [{ from: null, value: 'proposed' }],
    })
    expect(derive([a, b], [proposal], { id: 'generous', on: '2025-03-09' }).csr.m).toBe(0)
    expect(derive([a, b], [proposal], { id: 'generous', on: '2025-03-10' }).csr.m).toBe(1)
    expect(derive([a, b], [proposal]).csr.m).toBe(0)
  })

  test('helix takes all roles; who has no sector is classed by role', () => {
    const network = derive(actors, records, { id: 'helix' })
    expect(network.ids).toEqual(['a', 'b', 'c', 'u'])
    expect(ties(network)).toContain('a u')
    const { labels, sectorIds, numberOf } = network
    expect(sectorIdAt(network, numberOf.get('u')!)).toBeNull()
    expect(labels.of[numberOf.get('u')!]).toBe(sectorIds.length)
    expect(derive(actors, records).ids).toEqual(['a', 'b', 'c'])
  })

  test('all ignores dates: the union of every tie there ever was', () => {
    const past = partnership('p', ['a', 'b'], { startedOn: '2020-01-01', endedOn: '2021-01-01' })
    const future = partnership('q', ['b', 'c'], { startedOn: '2030-01-01' })
    expect(ties(derive([a, b, c], [past, future], { on: 'all' }))).toEqual(['a b', 'b c'])
  })
})

describe('lapsed ties', () => {
  const records = [partnership('p', ['a', 'b'])]

  test('are counted as pairs that are not tied otherwise', () => {
    const read = (more: PartnershipRecord[]) => {
      const all = source([a, b], [...records, ...more])
      return lapsedPairs(all, deriveNetwork(all, definition('official'), three, '2026-03-01'))
    }
    expect([...read([])]).toEqual(['a b'])
    expect(read([partnership('q', ['a', 'b'], { startedOn: '2026-01-01' })]).size).toBe(0)
  })

  test.each<[string, Partial<PartnershipRecord>, string, string | null]>([
    ['its start', {}, '2025-06-30', '2025-01-15'],
    ['a renewal before the lapse', { confirmations: ['2025-12-01'] }, '2026-06-30', '2025-01-15'],
    ['the confirmation after a lapse', { confirmations: ['2026-05-10'] }, '2026-06-30', '2026-05-10'],
    [
      'always, where no date is known',
      { startedOn: null, statuses: [{ from: null, value: 'active' }] },
      ON,
      null,
    ],
  ])('a tie counts since %s', (_, more, on, since) => {
    const pair = { actors: [a, b] as const, partnerships: [partnership('p', ['a', 'b'], more)] }
    expect(tieRun(pair, definition('official').rule, PARTITION_ID, on).since).toBe(since)
  })

  test('a second partnership in time keeps the run unbroken', () => {
    const pair = {
      actors: [a, b] as const,
      partnerships: [partnership('p', ['a', 'b']), partnership('q', ['a', 'b'], { startedOn: '2025-11-01' })],
    }
    expect(tieRun(pair, definition('official').rule, PARTITION_ID, '2026-06-30').since).toBe('2025-01-15')
  })

  test.each<[string, PartnershipRecord[], string | null]>([
    ['never interrupted', [partnership('p', ['a', 'b'])], null],
    [
      'came back after a lapse',
      [partnership('p', ['a', 'b'], { startedOn: '2024-01-15', confirmations: ['2025-12-01'] })],
      '2024-01-15',
    ],
    [
      'was taken up again by another partnership',
      [
        partnership('p', ['a', 'b'], { startedOn: '2024-01-15', endedOn: '2024-06-01' }),
        partnership('q', ['a', 'b'], { startedOn: '2026-01-10' }),
      ],
      '2024-01-15',
    ],
    [
      'went over into another without a day between',
      [
        partnership('p', ['a', 'b'], { startedOn: '2025-06-15', endedOn: '2026-01-10' }),
        partnership('q', ['a', 'b'], { startedOn: '2026-01-10' }),
      ],
      null,
    ],
  ])('the first day is told where a tie %s', (_, partnerships, first) => {
    const pair = { actors: [a, b] as const, partnerships }
    expect(tieRun(pair, definition('official').rule, PARTITION_ID, '2026-06-10').first).toBe(first)
  })

  test('a tie counts only once both are there', () => {
    const late = business('b', 'kuliner', { presence: [{ from: '2025-04-01', value: 'present' }] })
    const pair = { actors: [a, late] as const, partnerships: [partnership('p', ['a', 'b'])] }
    expect(tieRun(pair, definition('official').rule, PARTITION_ID, ON).since).toBe('2025-04-01')
  })
})

describe('coverage', () => {
  const surveyed = (from: string): ActorRecord['census'] => [{ from, value: 'complete' }]
  const actors = [
    business('v1', 'batik', { census: surveyed('2025-06-30') }),
    business('v2', 'batik', { census: surveyed('2024-07-01') }),
    business('v3', 'batik', { census: surveyed('2024-06-30') }),
    business('u1', 'batik', { census: [] }),
    business('u2', 'batik', { census: [] }),
    business('k', 'kuliner', { census: [] }),
  ]

  test('divides the registered into verified, to be checked again, and never asked', () => {
    const network = derive(actors, [partnership('p', ['u1', 'v1'])])
    const [batik, , kuliner] = coverageBySector(network)
    // verified in (t − 12 months, t]: a survey of the very day a year ago is too old
    expect(batik).toEqual({ registered: 5, verified: 2, recheck: 2, unasked: 1 })
    expect(kuliner).toEqual({ registered: 1, verified: 0, recheck: 0, unasked: 1 })
    const total = totalCoverage(coverageBySector(network))
    expect(total.verified + total.recheck + total.unasked).toBe(total.registered)
  })

  test('opens the gate at sixty in a hundred', () => {
    const gateOf = (verified: number, unasked: number, rule: Partial<DefinitionRule> = {}) => {
      const network = derive(
        [
          ...Array.from({ length: verified }, (_, i) => business(`v${i}`, 'batik', { census: surveyed(ON) })),
          ...Array.from({ length: unasked }, (_, i) => business(`u${i}`, 'batik', { census: [] })),
        ],
        [],
        { rule },
      )
      return coverageGate(network, coverageBySector(network))[0]
    }
    expect(gateOf(3, 2)).toBe(true)
    expect(gateOf(2, 2)).toBe(false)
    expect(gateOf(0, 2, { coverageGate: null })).toBe(true)
  })

  test('takes everybody as verified where the definition does', () => {
    const network = derive(actors, [], { rule: { surveyedOnly: false, coverageGate: null } })
    expect(totalCoverage(coverageBySector(network))).toEqual({
      registered: 6,
      verified: 6,
      recheck: 0,
      unasked: 0,
    })
    expect(network.csr.n).toBe(6)
  })
})
