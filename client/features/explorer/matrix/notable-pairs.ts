import { type MatrixModel, readCell } from './matrix-model.ts'
import type { PairTestState } from './use-pair-test.ts'

/** Significant at a false discovery rate of 5 %. */
export const RATE = 0.05

export interface NotablePair {
  /** Classes; `a === b` is a class within itself. */
  a: number
  b: number
  observed: number
  expected: number
  /** Null where untested. */
  q: number | null
}

/** Pairs that meet less, and more, than is expected: those beyond chance first, then the widest difference. */
export interface NotablePairs {
  fewer: readonly NotablePair[]
  more: readonly NotablePair[]
}

/** Only of pairs of which at least one tie is expected: of the others too little can be said. */
export function notablePairs(matrix: MatrixModel, test: PairTestState): NotablePairs {
  const { ids } = matrix
  const pairs: NotablePair[] = []
  for (let a = 0; a < ids.length; a++) {
    for (let b = a; b < ids.length; b++) {
      if (ids[a] === '' || ids[b] === '') continue
      const { observed, expected, shade } = readCell(matrix, a, b)
      const q = test.state === 'done' ? test.test.q[a * ids.length + b]! : Number.NaN
      if (shade > 0) pairs.push({ a, b, observed, expected, q: Number.isNaN(q) ? null : q })
    }
  }
  const order = (x: NotablePair, y: NotablePair) =>
    Number(isClear(y)) - Number(isClear(x)) ||
    Math.abs(y.observed - y.expected) - Math.abs(x.observed - x.expected)
  return {
    fewer: pairs.filter(({ observed, expected }) => observed < expected).toSorted(order),
    more: pairs.filter(({ observed, expected }) => observed > expected).toSorted(order),
  }
}

export const isClear = ({ q }: Pick<NotablePair, 'q'>): boolean => q !== null && q <= RATE
