import { beforeAll, describe, expect, it } from 'vitest'
import { closeness } from '#shared/analytics/closeness.ts'
import { components } from '#shared/analytics/components.ts'
import { meanDistance } from '#shared/analytics/mean-distance.ts'
import { createRandom } from '#shared/analytics/random.ts'
import { type ComparedNetwork, randomNetworks, researchNetworks, tiesOf } from './compared-networks.ts'
import { OUR_MEASURES } from './our-measures.ts'
import { findLibrary, type LibraryName, type Measures, type PythonLibrary } from './python-library.ts'

/** The kernels against igraph and networkx: on research networks and on fresh random ones. Skipped where they are not installed. */

/** Largest size for which every actor is searched from; above it 64 fixed ones, but for betweenness. */
const ALL_PAIRS = 2_000
const SOURCES = 64

/** Relative to the larger figure. Their PageRank stops at a tolerance of its own; the rest differs by rounding alone. */
const TOLERANCE: Record<string, number> = { page_rank: 1e-8, betweenness: 1e-12 }

/**
 * Where they give a number for what is undefined here: networkx has 0 for no paths of two ties and NaN for no variation, igraph 1
 * or NaN for agreement without anything to agree on.
 */
const UNDEFINED_HERE = new Set([
  'transitivity',
  'assortativity',
  'adjusted_rand',
  'mutual_information',
  'mean_distance',
])

/** A second partition to hold the sectors against: who is in which component, each cut in three, in classes 0, 1, 2 … */
function otherPartition({ csr }: ComparedNetwork): number[] {
  const classes = new Map<number, number>()
  return Array.from(components(csr).of, (component, v) => {
    const key = component * 3 + (v % 3)
    classes.set(key, classes.get(key) ?? classes.size)
    return classes.get(key) ?? 0
  })
}

/** A search for the best, not a formula: ours may be better, and at most 0.5 % worse. */
const MAY_BE_BETTER: Record<string, number> = { leiden_modularity: 0.005 }

function disagreement(key: string, ours: unknown, theirs: unknown): string | null {
  const slack = MAY_BE_BETTER[key]
  if (slack !== undefined && typeof ours === 'number' && typeof theirs === 'number')
    return ours >= theirs - slack * Math.abs(theirs) ? null : `${key}: ${ours} is worse than ${theirs}`
  const bound = TOLERANCE[key] ?? 1e-11
  const walk = (a: unknown, b: unknown, path: string): string | null => {
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return `${path}: ${a.length} entries against ${b.length}`
      for (let i = 0; i < a.length; i++) {
        const found = walk(a[i], b[i], `${path}[${i}]`)
        if (found) return found
      }
      return null
    }
    if (typeof a === 'number' && typeof b === 'number')
      return Math.abs(a - b) <= bound * Math.max(1e-3, Math.abs(a), Math.abs(b))
        ? null
        : `${path}: ${a} against ${b}`
    if (a === null && UNDEFINED_HERE.has(key)) return null
    return a === b ? null : `${path}: ${a} against ${b}`
  }
  return walk(ours, theirs, key)
}

function compare(network: ComparedNetwork, theirs: Measures): void {
  const other = otherPartition(network)
  const wrong: string[] = []
  let compared = 0
  for (const [key, wanted] of Object.entries(theirs)) {
    const measure = OUR_MEASURES[key]
    if (!measure) {
      wrong.push(`${key}: not measured here`)
      continue
    }
    const found = disagreement(key, measure(network, other), wanted)
    if (found) wrong.push(found)
    compared++
  }
  expect(wrong).toEqual([])
  expect(compared).toBeGreaterThan(10)
}

function ask(
  library: PythonLibrary,
  networks: readonly ComparedNetwork[],
  sources: readonly number[] | null = null,
): Measures[] {
  return library.measure(
    networks.map((network) => ({
      n: network.csr.n,
      edges: tiesOf(network.csr),
      labels: Array.from(network.labels.of),
      other: otherPartition(network),
      sources,
    })),
  )
}

const LARGEST: Record<LibraryName, number> = { igraph: ALL_PAIRS, networkx: 1_500 }
const research = researchNetworks()
const fresh = randomNetworks(25, ALL_PAIRS)

describe.each(['igraph', 'networkx'] as const)('%s', (name) => {
  const library = findLibrary(name)
  if (!library) {
    it.skip('is not installed', () => {})
    return
  }
  const fitting = [...research, ...fresh].filter(({ csr }) => csr.n <= LARGEST[name])
  let answers: Measures[] = []
  beforeAll(() => {
    answers = ask(library, fitting)
  }, 1_800_000)

  it.each(fitting.map((network, i) => ({ network, i, title: network.name })))(
    `${library.version} gives the same figures for $title`,
    ({ network, i }) => compare(network, answers[i] ?? {}),
  )
})

describe('igraph, from fixed sources on what is too large for all pairs', () => {
  const library = findLibrary('igraph')
  const large = research.filter(({ csr }) => csr.n > ALL_PAIRS)
  if (!library || large.length === 0) {
    it.skip('needs igraph and a large network', () => {})
    return
  }

  it.each(large)('$name', (network) => {
    const random = createRandom(20240909)
    const sources = Array.from({ length: SOURCES }, () => random.below(network.csr.n))
    const [answer = {}] = ask(library, [network], sources)
    const { harmonic_from, closeness_from, mean_distance_from, ...rest } = answer
    compare(network, rest)
    const near = closeness(network.csr)
    const from = (values: Float64Array): (number | undefined)[] => sources.map((v) => values[v])
    expect(disagreement('closeness', from(near.closeness), closeness_from)).toBeNull()
    expect(disagreement('harmonic', from(near.harmonic), harmonic_from)).toBeNull()
    const distance = meanDistance(network.csr, sources).value
    expect(disagreement('mean_distance', distance, mean_distance_from)).toBeNull()
  })
})
