import type { Csr } from './csr.ts'
import { type DescribedNetwork, type DescribeStep, type Draft, ofSectors, valueAt } from './describe-draft.ts'
import type { Description, HelixDescription, PlaceDescription } from './description.ts'
import { type HelixCoverage, helixCoverage } from './helix-coverage.ts'
import type { Labels } from './labels.ts'
import { measured, undefinedFor } from './measured.ts'
import { type Mixing, mixing, observedOverExpected } from './mixing.ts'
import { PAIR_PERMUTATIONS, type PairTest, pairTest } from './pair-test.ts'
import { type PlaceMeasure, placeProfile, placeValue } from './place-profile.ts'

/** Who meets whom: sectors, areas, roles. */
export const MIXING_STEPS: readonly DescribeStep[] = [
  ofSectors(['mixing'], 'linear', (csr, labels, draft) => {
    const matrix = valueAt(draft, 'mixing', mixing(csr, labels))
    draft.document.mixing = matrix && mixingCells(draft, matrix)
  }),
  ofSectors(['pair-test'], 'tests', (csr, labels, draft) => {
    const found = valueAt(
      draft,
      'pair_tests',
      pairTest(csr, labels, draft.document.seed, PAIR_PERMUTATIONS, draft.onProgress),
    )
    draft.document.pair_tests = found && testedCells(draft, found)
  }),
  {
    metrics: ['place-profile'],
    group: 'linear',
    needs: ['sectors', 'strata'],
    write: (draft) => {
      const { csr, labels, strata } = draft.network
      if (labels && strata) draft.document.places = placesOf(draft, csr, labels, strata)
    },
  },
  {
    metrics: ['helix-coverage'],
    group: 'linear',
    needs: ['roles'],
    write: (draft) => {
      const { csr, roles } = draft.network
      if (!roles) return
      const found = valueAt(draft, 'helix', helixCoverage(csr, roles.labels, roles.names.length))
      draft.document.helix = found && helixOf(draft, found, roles.names)
    },
  },
]

function mixingCells(draft: Draft, matrix: Mixing): NonNullable<Description['mixing']> {
  const { sectors } = draft.network
  const cells: [string, { obs: number; exp: number; oe: number | null }][] = []
  for (let s = 0; s < matrix.count; s++) {
    for (let t = s; t < matrix.count; t++) {
      const pair = `${sectors[s]}|${sectors[t]}`
      const i = s * matrix.count + t
      const oe = valueAt(draft, `mixing.${pair}.oe`, observedOverExpected(matrix, s, t))
      cells.push([pair, { obs: matrix.observed[i], exp: matrix.expected[i], oe }])
    }
  }
  return Object.fromEntries(cells)
}

function testedCells(draft: Draft, found: PairTest): NonNullable<Description['pair_tests']> {
  const { sectors } = draft.network
  draft.document.methods['pair_tests'] = { method: found.method, draws: found.draws }
  const cells: [string, { p: number | null; q: number | null }][] = []
  for (let s = 0; s < found.count; s++) {
    for (let t = s; t < found.count; t++) {
      const i = s * found.count + t
      const pair = `${sectors[s]}|${sectors[t]}`
      const figure = (key: 'p' | 'q') =>
        valueAt(
          draft,
          `pair_tests.${pair}.${key}`,
          Number.isNaN(found[key][i]) ? undefinedFor('nothing-expected') : measured(found[key][i]),
        )
      cells.push([pair, { p: figure('p'), q: figure('q') }])
    }
  }
  return Object.fromEntries(cells)
}

function placesOf(
  draft: Draft,
  csr: Csr,
  labels: Labels,
  { names, of }: NonNullable<DescribedNetwork['strata']>,
): NonNullable<Description['places']> {
  const profile = placeProfile(csr, labels, { count: names.length, of: Uint16Array.from(of) })
  return Object.fromEntries(
    names.map((name, place) => {
      const at = (measure: PlaceMeasure, key: keyof PlaceDescription) =>
        valueAt(draft, `places.${name}.${key}`, placeValue(profile, measure, place))
      return [
        name,
        {
          n: profile.actors[place],
          isolates: profile.isolates[place],
          reached: profile.reached[place],
          reach: at('reach', 'reach'),
          isolated: at('isolates', 'isolated'),
          partners: at('partners', 'partners'),
        },
      ]
    }),
  )
}

function helixOf(draft: Draft, found: HelixCoverage, names: readonly string[]): HelixDescription {
  const pairs = found.pairs.map(({ a, b, ties, expected, density: share, ratio }) => {
    const pair = `${names[a]}|${names[b]}`
    const at = `helix.pairs.${pair}`
    return [
      pair,
      {
        obs: ties,
        exp: expected,
        density: valueAt(draft, `${at}.density`, share),
        oe: valueAt(draft, `${at}.oe`, ratio),
      },
    ] as const
  })
  return {
    roles: Object.fromEntries(names.map((name, r) => [name, found.actors[r]])),
    present: found.present,
    pairs_met: found.pairsMet,
    pairs_possible: found.pairsPossible,
    pairs: Object.fromEntries(pairs),
  }
}
