import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../../ui/format.ts'
import type { GridCell } from './MatrixGrid.tsx'
import { type MatrixModel, readCell } from './matrix-model.ts'
import type { PairTestState } from './use-pair-test.ts'

export interface MatrixWords {
  cell: (matrix: MatrixModel, s: number, t: number, test: PairTestState) => GridCell
  /** "4,8" below ten, "12" above: as precise as can be said of an expectation. */
  expected: (value: number) => string
}

/** Significant at a false discovery rate of 5 %. */
export const RATE = 0.05

/** A cell in words, numbers and a look. */
export function useMatrixWords(nameOf: (id: string) => string): MatrixWords {
  const t = useTranslations('explorer.matrix')
  const format = useFormat()
  return useMemo(() => {
    const expected = (value: number) => format.decimal(value, value < 10 ? 1 : 0)
    const probability = (value: number) =>
      value < 0.001 ? t('least') : t('below', { value: format.decimal(value, value < 0.1 ? 3 : 2) })
    const verdict = (cell: ReturnType<typeof readCell>, q: number | undefined): string => {
      if (cell.shade === 0) return t('verdict.untested')
      if (q === undefined || Number.isNaN(q)) return ''
      const clear = q > RATE ? 'unclear' : cell.observed < cell.expected ? 'fewer' : 'more'
      return t(`verdict.${clear}`, { q: probability(q) })
    }
    return {
      expected,
      cell: (matrix, s, u, test) => {
        const cell = readCell(matrix, s, u)
        const [a, b] = [nameOf(matrix.ids[s]!), nameOf(matrix.ids[u]!)]
        if (cell.void) return { text: EN_DASH, look: 'is-void', sentence: t('void', { a, b }) }
        const q = test.state === 'done' ? test.test.q[s * matrix.ids.length + u] : undefined
        const star = q !== undefined && q <= RATE ? '*' : ''
        const words = { a, b, count: cell.observed, expected: expected(cell.expected) }
        return {
          text: format.integer(cell.observed) + star,
          second: cell.ratio === null ? '' : `${format.decimal(cell.ratio, cell.ratio < 10 ? 1 : 0)}×`,
          look: `shade-${cell.shade}${cell.ghost ? ' is-ghost' : ''}${s === u ? ' is-inside' : ''}`,
          sentence: [s === u ? t('inside', words) : t('sentence', words), verdict(cell, q)].join(' ').trim(),
        }
      },
    }
  }, [t, format, nameOf])
}
