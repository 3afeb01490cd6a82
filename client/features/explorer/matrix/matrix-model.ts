import type { Csr } from '#shared/analytics/csr.ts'
import { helixCoverage } from '#shared/analytics/helix-coverage.ts'
import { type Labels, sectorSizes } from '#shared/analytics/labels.ts'
import { type Mixing, mixing } from '#shared/analytics/mixing.ts'
import { PAIR_EXPECTED } from '#shared/analytics/pair-test.ts'
import { mixingDistance, SERIATION_LIMIT, seriate } from '#shared/analytics/seriation.ts'
import { type CountedNetwork, classify } from '../counted-network.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { MatrixView } from './matrix-view.ts'

/** The mixing matrix of what is shown: classes of actors against one another. */
export interface MatrixModel {
  by: MatrixView['by']
  counted: CountedNetwork
  /** Per class. '' is "no value". */
  ids: readonly string[]
  labels: Labels
  sizes: Uint32Array
  mixing: Mixing
  /** Classes as drawn; those without an actor and '' last. */
  order: readonly number[]
  /** Classes left out of the picture because there are too many, smallest first out. */
  beyond: number
  /** Pairs of different classes with somebody in both, and those of them with a tie. Roles: all pairs there could be. */
  pairs: { met: number; possible: number }
  /** The pair without a tie where most were to be expected, and how many; null where every pair has one or next to none is. */
  widest: { a: number; b: number; expected: number } | null
}

/** Rows and columns drawn at once. */
export const MATRIX_LIMIT = 40

interface MatrixInput {
  model: ExplorerModel
  counted: CountedNetwork
  view: MatrixView
  /** Ids in the order of the reference; of roles, also those that nobody has. */
  given: readonly string[]
  limit?: number
}

/** Null where there is nothing to lay out: fewer than two actors. */
export function matrixModel(input: MatrixInput): MatrixModel | null {
  const { model, counted, view, given, limit = MATRIX_LIMIT } = input
  const { actors } = model.network
  const column = view.by === 'role' ? actors.role : actors.sectorId
  const known = view.by === 'role' ? given : []
  const { ids, labels } = classify(counted.rows, (row) => column[row] ?? '', known)
  const matrix = mixing(counted.csr, labels).value
  if (matrix === null) return null
  const sizes = sectorSizes(labels)
  const shown = shownClasses(ids, sizes, limit, known.length > 0)
  return {
    by: view.by,
    counted,
    ids,
    labels,
    sizes,
    mixing: matrix,
    order: orderClasses(shown, { ids, sizes, matrix, near: view.order === 'near', given }),
    beyond: ids.length - shown.length,
    pairs: view.by === 'role' ? rolePairs(counted.csr, ids, labels) : sectorPairs(matrix, ids, sizes),
    widest: widestGap(matrix, ids),
  }
}

function shownClasses(
  ids: readonly string[],
  sizes: Uint32Array,
  limit: number,
  keepEmpty: boolean,
): readonly number[] {
  const occupied = ids.map((_, k) => k).filter((k) => keepEmpty || sizes[k]! > 0)
  if (occupied.length <= limit) return occupied
  return occupied
    .sort((s, t) => sizes[t]! - sizes[s]! || s - t)
    .slice(0, limit)
    .sort((s, t) => s - t)
}

interface OrderInput {
  ids: readonly string[]
  sizes: Uint32Array
  matrix: Mixing
  near: boolean
  given: readonly string[]
}

function orderClasses(
  shown: readonly number[],
  { ids, sizes, matrix, near, given }: OrderInput,
): readonly number[] {
  const last = shown.filter((k) => ids[k] === '' || sizes[k] === 0)
  const first = shown.filter((k) => !last.includes(k))
  if (!near || first.length > SERIATION_LIMIT) {
    const place = (k: number) => (given.includes(ids[k]!) ? given.indexOf(ids[k]!) : given.length)
    return [
      ...first.sort((s, t) => place(s) - place(t) || s - t),
      ...last.sort((s, t) => place(s) - place(t)),
    ]
  }
  const distance = mixingDistance(matrix)
  const part = new Float64Array(first.length * first.length)
  for (const [i, s] of first.entries())
    for (const [j, t] of first.entries()) part[i * first.length + j] = distance[s * matrix.count + t]!
  return [...[...seriate(part, first.length)].map((i) => first[i]!), ...last]
}

function sectorPairs({ count, observed }: Mixing, ids: readonly string[], sizes: Uint32Array) {
  const pairs = { met: 0, possible: 0 }
  for (let s = 0; s < count; s++) {
    for (let t = s + 1; t < count; t++) {
      if (ids[s] === '' || ids[t] === '' || sizes[s] === 0 || sizes[t] === 0) continue
      pairs.possible++
      if (observed[s * count + t]! > 0) pairs.met++
    }
  }
  return pairs
}

function rolePairs(csr: Csr, ids: readonly string[], labels: Labels) {
  const coverage = helixCoverage(csr, labels, ids.filter((id) => id !== '').length).value
  return { met: coverage?.pairsMet ?? 0, possible: coverage?.pairsPossible ?? 0 }
}

function widestGap({ count, observed, expected }: Mixing, ids: readonly string[]): MatrixModel['widest'] {
  let widest: MatrixModel['widest'] = null
  for (let s = 0; s < count; s++) {
    for (let t = s + 1; t < count; t++) {
      const cell = s * count + t
      if (observed[cell] !== 0 || ids[s] === '' || ids[t] === '') continue
      if (expected[cell]! < PAIR_EXPECTED || expected[cell]! <= (widest?.expected ?? 0)) continue
      widest = { a: s, b: t, expected: expected[cell]! }
    }
  }
  return widest
}

export interface MatrixCell {
  observed: number
  expected: number
  /** Observed over expected; null where nothing is expected. */
  ratio: number | null
  /** 1 far below to 5 far above what is expected; 0 where less than one tie is. */
  shade: 0 | 1 | 2 | 3 | 4 | 5
  /** No tie. */
  ghost: boolean
  /** Nobody to pair: a class without actors, or of one against itself. */
  void: boolean
}

/** Upper ends of the classes of (observed + 1) / (expected + 1), which shades alone are read from. */
export const SHADE_STEPS = [0.5, 0.8, 1.25, 2] as const

export function readCell(
  { mixing: { count, observed, expected }, sizes }: MatrixModel,
  s: number,
  t: number,
) {
  const [ties, wanted] = [observed[s * count + t]!, expected[s * count + t]!]
  const shrunk = (ties + 1) / (wanted + 1)
  const step = SHADE_STEPS.findIndex((end) => shrunk < end)
  const shade = wanted < PAIR_EXPECTED ? 0 : (step < 0 ? SHADE_STEPS.length : step) + 1
  return {
    observed: ties,
    expected: wanted,
    ratio: wanted === 0 ? null : ties / wanted,
    shade: shade as MatrixCell['shade'],
    ghost: ties === 0,
    void: s === t ? sizes[s]! < 2 : sizes[s] === 0 || sizes[t] === 0,
  } satisfies MatrixCell
}
