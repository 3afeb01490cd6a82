import { describe, expect, it } from 'vitest'
import { CATALOG, METRIC_IDS } from '#shared/analytics/catalog.ts'
import { describableMetrics, describeNetwork, type NetworkRows } from '#shared/analytics/describe.ts'
import { EXPECTED, ORACLE_NAMES, type OracleName } from './oracle-networks.ts'

/** Ours beside the keys of the reference. */
const ADDED = {
  document: [
    'reasons',
    'methods',
    'seed',
    'generator',
    'mean_degree',
    'degree_distribution',
    'centralization',
    'pairs_lost',
    'triangles',
    'transitivity',
    'communities',
    'small_world',
    'EI_test',
    'benchmark',
    'band',
    'pair_tests',
  ],
  sector: ['bridging', 'evidence', 'q', 'gate', 'liaison', 'stability', 'p_rewired_reach', 'p_rewired_ties'],
  actor: [
    'betweenness_norm',
    'harmonic_norm',
    'triangles',
    'clustering',
    'pagerank',
    'community',
    'iqv',
    'effective_sectors',
  ],
}

function rowsOf(name: OracleName, shuffled = false): NetworkRows {
  const { nodes, edges } = EXPECTED[name]
  const ids = Object.keys(nodes)
  if (shuffled) ids.reverse()
  const ties = shuffled ? edges.map(([a, b]) => [b, a] as const).reverse() : edges
  return {
    ids,
    sectors: ids.map((id) => nodes[id] ?? ''),
    sources: ties.map(([a]) => ids.indexOf(a)),
    targets: ties.map(([, b]) => ids.indexOf(b)),
  }
}

const ordered = (pairs: [string, string][]): [string, string][] =>
  pairs
    .map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]))
    .sort((x, y) => (x.join() < y.join() ? -1 : 1))

/** Walks the reference and holds every leaf against the document: numbers to 1e-9, all else exactly. */
function compare(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number')
    expect(Math.abs(Number(actual) - expected), `${path}: ${actual} against ${expected}`).toBeLessThan(1e-9)
  } else if (Array.isArray(expected)) {
    expect(actual, path).toEqual(expected)
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      compare((actual as Record<string, unknown>)[key], value, `${path}.${key}`)
    }
  } else expect(actual, path).toBe(expected)
}

describe.each(ORACLE_NAMES)('the document of %s', (name) => {
  const document = describeNetwork(rowsOf(name))
  const { edges, isolates, core_periphery, ...rest } = EXPECTED[name]

  it('equals the reference in every value', () => {
    compare(document, rest, name)
    expect(document.edges).toEqual(ordered(edges))
    expect(document.isolates).toEqual([...isolates].sort())
    expect(document.core_periphery?.Z).toBe(core_periphery.Z)
    const degreeOf = (id: string): number => rest.nodes_metrics[id]?.degree ?? 0
    const byDegree = Object.keys(rest.nodes).sort((a, b) => degreeOf(b) - degreeOf(a) || (a < b ? -1 : 1))
    expect(document.core_periphery?.core).toEqual(byDegree.slice(0, core_periphery.core.length))
  })

  it('has exactly its keys, and the few added ones', () => {
    const keys = (value: object | undefined): string[] => Object.keys(value ?? {}).sort()
    expect(keys(document)).toEqual([...keys(EXPECTED[name]), ...ADDED.document].sort())
    for (const [sector, wanted] of Object.entries(rest.sectors)) {
      expect(keys(document.sectors?.[sector])).toEqual([...keys(wanted), ...ADDED.sector].sort())
    }
    for (const [id, wanted] of Object.entries(rest.nodes_metrics)) {
      expect(keys(document.nodes_metrics?.[id])).toEqual([...keys(wanted), ...ADDED.actor].sort())
      expect(document.nodes_metrics?.[id]?.gf).toEqual(wanted.gf)
    }
  })

  it('does not depend on the order of rows', () => {
    expect(JSON.stringify(describeNetwork(rowsOf(name, true)))).toBe(JSON.stringify(document))
  })

  it('gives a reason for every null, and no other', () => {
    const nulls: string[] = []
    const walk = (value: unknown, path: string): void => {
      if (value === null) nulls.push(path)
      else if (typeof value === 'object' && !Array.isArray(value)) {
        for (const [key, inner] of Object.entries(value as object)) walk(inner, path ? `${path}.${key}` : key)
      }
    }
    walk(document, '')
    // a sector that is integrated and does not bridge has no evidence to print: nothing is undefined there
    const undefinedPaths = nulls.filter((path) => !path.endsWith('.evidence'))
    expect(Object.keys(document.reasons).sort()).toEqual(undefinedPaths.sort())
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })
})

describe('what is asked for', () => {
  it('without sectors only what needs none', () => {
    const { sectors: _, ...rows } = rowsOf('KM')
    const document = describeNetwork(rows)
    expect(document.density).toBeCloseTo(15 / 91, 12)
    expect(document.nodes?.['B1']).toBeNull()
    expect(document.nodes_metrics?.['C1']?.betweenness).toBe(37.5)
    for (const key of ['index', 'EI', 'sectors', 'mixing', 'freeman'] as const)
      expect(document).not.toHaveProperty(key)
    expect(document.nodes_metrics?.['C1']).not.toHaveProperty('gf')
  })

  it('by metric or by group', () => {
    const one = describeNetwork(rowsOf('KM'), { metrics: ['density'] })
    expect(Object.keys(one)).toEqual([
      'nodes',
      'edges',
      'n',
      'm',
      'density',
      'reasons',
      'methods',
      'seed',
      'generator',
    ])
    const linear = describeNetwork(rowsOf('KM'), { metrics: ['linear'] })
    expect(linear.sectors?.['batik']).not.toHaveProperty('p_reach_lower')
    expect(linear.nodes_metrics?.['B1']).not.toHaveProperty('betweenness')
    expect(Object.keys(linear.methods)).toEqual(['communities'])
    const tests = describeNetwork(rowsOf('KM'), { metrics: ['tests'] })
    expect(tests.sectors?.['batik']?.evidence).toBe('STRONG')
    expect(tests.methods['sectors.batik.p_reach_lower']).toEqual({ method: 'exact', draws: 2002 })
  })

  it('without the long lists', () => {
    const short = describeNetwork(rowsOf('KM'), { lists: false })
    for (const key of ['nodes', 'edges', 'nodes_metrics'] as const) expect(short).not.toHaveProperty(key)
    expect(short.index?.INDEX).toBeCloseTo(64.306961728, 9)
  })

  it('an empty network is described by nulls with reasons', () => {
    const document = describeNetwork({ ids: [], sectors: [], sources: [], targets: [] })
    expect(document).toMatchObject({ n: 0, m: 0, density: null, index: null, mixing: null, components: [] })
    expect(document.reasons).toMatchObject({
      density: 'fewer-than-two-actors',
      index: 'fewer-than-two-actors',
    })
  })

  it('a table of more than 2,000 sectors is left out with its reason, more than 65,535 are refused', () => {
    const many = (count: number): NetworkRows => {
      const ids = Array.from({ length: count }, (_, v) => `a${v}`)
      return { ids, sectors: ids, sources: [0], targets: [1] }
    }
    const document = describeNetwork(many(2_001), { metrics: ['mixing', 'density'] })
    expect([document.mixing, document.reasons['mixing']]).toEqual([null, 'too-many-sectors'])
    expect(() => describeNetwork(many(65_536), { metrics: ['density'] })).toThrow(RangeError)
  })

  it('a tie to an actor that is not there is refused', () => {
    expect(() => describeNetwork({ ids: ['a', 'b'], sources: [0], targets: [2] })).toThrow(RangeError)
  })

  it('an actor may be called __proto__', () => {
    const document = describeNetwork({
      ids: ['__proto__', 'a'],
      sectors: ['x', 'constructor'],
      sources: [0],
      targets: [1],
    })
    expect(JSON.parse(JSON.stringify(document)).edges).toEqual([['__proto__', 'a']])
    expect(Object.keys(document.nodes ?? {})).toEqual(['__proto__', 'a'])
    expect(Object.keys(document.sectors ?? {})).toEqual(['constructor', 'x'])
  })
})

describe('what rows may bring beside ties and sectors', () => {
  const KM = rowsOf('KM')
  const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

  it('roles: which are there, and which two meet', () => {
    const of = KM.ids.map((id) => ({ B: 'business', K: 'academia', C: null })[id[0] ?? ''] ?? null)
    const names = ['business', 'academia', 'media']
    const { helix, reasons } = describeNetwork(
      { ...KM, roles: { names, of } },
      { metrics: ['helix-coverage'] },
    )
    expect(helix?.roles).toEqual({ business: 5, academia: 5, media: 0 })
    expect([helix?.present, helix?.pairs_met, helix?.pairs_possible]).toEqual([2, 0, 3])
    expect(helix?.pairs['business|academia']).toMatchObject({ obs: 0, density: 0, oe: 0 })
    expect(helix?.pairs['business|academia']?.exp).toBeCloseTo((30 * 25) / (14 * 13), 12)
    expect(helix?.pairs['business|media']).toMatchObject({ obs: 0, density: null, oe: null })
    expect(reasons['helix.pairs.business|media.oe']).toBe('role-absent')
    expect(describeNetwork(KM)).not.toHaveProperty('helix')
  })

  it('areas: who is there and whom they work with, and the test of every pair of sectors', () => {
    const strata = KM.ids.map((id) => (id < 'K' ? 'utara' : 'selatan'))
    const { places, pair_tests, methods } = describeNetwork(
      { ...KM, strata },
      { metrics: ['place-profile', 'pair-test'] },
    )
    // batik and kreatif in the north: B4 and B5 without a partner elsewhere, only B1 and the four of kreatif reach out
    expect(places?.['utara']).toEqual({
      n: 9,
      isolates: 1,
      reached: 5,
      reach: 5 / 9,
      isolated: 1 / 9,
      partners: 2,
    })
    expect(places?.['selatan']).toMatchObject({ n: 5, isolates: 0, reached: 5, reach: 1 })
    const tested = pair_tests?.['batik|batik']
    // 96 of the 2,002 placements of five have four ties or more inside
    expect(tested?.p).toBeCloseTo((2 * 96) / 2002, 12)
    expect(tested?.q).toBeGreaterThanOrEqual(tested?.p ?? 1)
    expect(methods['pair_tests']?.draws).toBeGreaterThan(1000)
    expect(describeNetwork(KM)).not.toHaveProperty('places')
  })

  it('strata: one more test, with as many shuffles as asked for', () => {
    const strata = KM.ids.map((id) => (id < 'K' ? 'utara' : 'selatan'))
    const document = describeNetwork(
      { ...KM, strata },
      { metrics: ['reach-within-strata'], permutations: 50 },
    )
    // all batik and one kreatif or kuliner share no stratum with others
    expect(document.sectors?.['kuliner']?.p_within_strata).toBeGreaterThan(0)
    expect(document.methods['sectors.batik.p_within_strata']).toEqual({ method: 'sampled', draws: 50 })
    expect(describeNetwork(KM).sectors?.['batik']).not.toHaveProperty('p_within_strata')
  })

  it('dates: turnover by quarter up to the last start, and survival', () => {
    const spells: [number, number, string, string | null][] = [
      [0, 1, '2024-02-10', '2024-08-01'],
      [1, 0, '2024-08-01', '2024-11-15'],
      [1, 2, '2024-05-05', null],
      [0, 2, '2024-10-20', '2024-12-01'],
      [2, 3, '2025-02-14', null],
    ]
    const document = describeNetwork(
      {
        ids: ['a', 'b', 'c', 'd'],
        sources: spells.map(([a]) => a),
        targets: spells.map(([, b]) => b),
        started: spells.map(([, , date]) => day(date)),
        ended: spells.map(([, , , date]) => (date === null ? Number.POSITIVE_INFINITY : day(date))),
      },
      { metrics: ['time'] },
    )
    expect(document.turnover?.map((row) => [row.quarter, row.on, row.ties, row.new, row.ended])).toEqual([
      ['2024-Q1', '2024-03-31', 1, 1, 0],
      ['2024-Q2', '2024-06-30', 2, 1, 0],
      ['2024-Q3', '2024-09-30', 2, 0, 0],
      ['2024-Q4', '2024-12-31', 1, 0, 1],
      ['2025-Q1', '2025-02-14', 2, 1, 0],
    ])
    expect(document.turnover?.[3]).toMatchObject({ net: -1, dissolution: 1 / 2, jaccard: 1 / 2 })
    expect(document.reasons['turnover.2024-Q1.dissolution']).toBe('no-ties')
    // a-b ran from February to November without a break
    expect(document.survival).toMatchObject({ observed: 4, ended: 2, without_start: 0, median_days: 279 })
    expect(document.survival?.steps[0]).toMatchObject({ days: 42, at_risk: 3, ended: 1, survival: 2 / 3 })
    expect(document.survival?.steps.map(({ days, at_risk }) => [days, at_risk])).toEqual([
      [42, 3],
      [279, 2],
    ])
  })

  it('dates nobody knows: no quarters, and a survival without observations', () => {
    const unknown = {
      started: [Number.NEGATIVE_INFINITY],
      ended: [Number.POSITIVE_INFINITY],
    }
    const document = describeNetwork({ ids: ['a', 'b'], sources: [0], targets: [1], ...unknown })
    expect([document.turnover, document.survival, document.reasons['survival']]).toEqual([
      [],
      null,
      'no-observations',
    ])
  })
})

describe('published values in the document of KM', () => {
  const document = describeNetwork(rowsOf('KM'))

  it.each([
    ['transitivity', document.transitivity, 1 / 4],
    ['mean degree', document.mean_degree, 30 / 14],
    ['expected E-I', document.EI_test?.EI_expected, 3 / 7],
    ['p of E-I', document.EI_test?.p_inward, 1993 / 63063],
    ['Blau of C1', document.nodes_metrics?.['C1']?.blau, 5 / 8],
    ['IQV of C1', document.nodes_metrics?.['C1']?.iqv, 15 / 16],
    ['normalised betweenness of C1', document.nodes_metrics?.['C1']?.betweenness_norm, 37.5 / 78],
  ])('%s', (_, found, wanted) => {
    expect(found).toBeCloseTo(wanted, 12)
  })

  it('communities: the most modular partition, and how little of it the sectors are', () => {
    expect(document.communities?.modularity).toBeCloseTo(0.5044444444444445, 12)
    expect(document.communities?.sizes).toEqual([5, 4, 4, 1])
    expect(document.communities?.adjusted_rand).toBeCloseTo(0.3225806451612903, 12)
    expect(document.communities?.mutual_information).toBeCloseTo(0.5537781965487936, 12)
    const community = (id: string) => document.nodes_metrics?.[id]?.community
    expect([community('B1'), community('B4'), community('B5')]).toEqual([0, 0, 1])
    expect(document.methods['communities']).toEqual({ method: 'sampled', draws: 50 })
  })

  it('benchmark, band, cut vertices with what they cut', () => {
    expect(document.benchmark?.mean).toBeCloseTo(73.1083, 4)
    expect(document.band?.low).toBeLessThan(64.3)
    expect(document.band?.high).toBeGreaterThan(64.4)
    const lost = Object.fromEntries(
      (document.cut_vertices ?? []).map((id, i) => [id, document.pairs_lost?.cut_vertices[i]]),
    )
    // the component of 13 without C1: B1-B4 apart from K1-K4, C2, C3, C4, K5
    expect(lost['C1']).toBe(4 * 8)
    expect(document.pairs_lost?.bridges).toHaveLength(document.bridges?.length ?? -1)
  })
})

describe('the catalogue', () => {
  it('has one complete entry per metric, in both languages', () => {
    expect(Object.keys(CATALOG).sort()).toEqual([...METRIC_IDS].sort())
    for (const id of METRIC_IDS) {
      const entry = CATALOG[id]
      expect(entry.id).toBe(id)
      expect(entry.citations.length).toBeGreaterThan(0)
      expect(entry.scope.length).toBeGreaterThan(0)
      for (const reference of entry.reference) expect(reference).toMatch(/^(\w+::\w+|networkx(\.\w+)+)$/)
      const texts = [entry.name, entry.meaning, ...Object.values(entry.treatment)]
      if (typeof entry.formula === 'string') {
        expect(entry.formula.length).toBeGreaterThan(2)
        // Words are said in both languages; a formula alone has none.
        expect(entry.formula).not.toMatch(/\b(of|the|with|mean|where|over|in|if|else)\b/)
      } else texts.push(entry.formula)
      for (const { id: indonesian, en: english } of texts) {
        expect(indonesian.length).toBeGreaterThan(3)
        expect(english.length).toBeGreaterThan(3)
        expect(`${indonesian} ${english}`).not.toMatch(/\b(node|edge|gagal)\b/i)
      }
    }
  })

  it('can be asked for by id, but for what needs the register', () => {
    const elsewhere = ['coverage']
    expect([...describableMetrics(), ...elsewhere].sort()).toEqual([...METRIC_IDS].sort())
  })
})
