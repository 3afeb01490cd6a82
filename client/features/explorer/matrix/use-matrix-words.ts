import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../../ui/format.ts'
import type { ComparedCells } from './compared-cells.ts'
import type { GridCell } from './MatrixGrid.tsx'
import { type MatrixModel, readCell } from './matrix-model.ts'
import { isClear } from './notable-pairs.ts'
import type { PairTestState } from './use-pair-test.ts'

export interface MatrixWords {
  cell: (
    matrix: MatrixModel,
    s: number,
    t: number,
    test: PairTestState,
    other?: ComparedCells | null,
  ) => GridCell
  /** "4,8" below ten, "12" above: as precise as can be said of an expectation. */
  expected: (value: number) => string
}

/** A cell in words, numbers and a look. */
export function useMatrixWords(nameOf: (id: string) => string): MatrixWords {
  const t = useTranslations('explorer.matrix')
  const format = useFormat()
  return useMemo(() => {
    const expected = (value: number) => format.decimal(value, value < 10 ? 1 : 0)
    const probability = (value: number) =>
      value < 0.001 ? t('least') : t('below', { value: format.decimal(value, value < 0.1 ? 3 : 2) })
    const verdict = (cell: ReturnType<typeof readCell>, q: number | null): string => {
      if (cell.shade === 0) return t('verdict.untested')
      if (q === null) return ''
      const clear = !isClear({ q }) ? 'unclear' : cell.observed < cell.expected ? 'fewer' : 'more'
      return t(`verdict.${clear}`, { q: probability(q) })
    }
    return {
      expected,
      cell: (matrix, s, u, test, other = null) => {
        const cell = readCell(matrix, s, u)
        const [a, b] = [nameOf(matrix.ids[s]!), nameOf(matrix.ids[u]!)]
        if (cell.void) return { text: EN_DASH, look: 'is-void', sentence: t('void', { a, b }) }
        const found = test.state === 'done' ? test.test.q[s * matrix.ids.length + u]! : Number.NaN
        const q = Number.isNaN(found) ? null : found
        const then = other?.ties[s * matrix.ids.length + u] ?? null
        const words = { a, b, count: cell.observed, expected: expected(cell.expected) }
        const sentence = [
          s === u ? t('inside', words) : t('sentence', words),
          other && then !== null ? t('otherDate', { date: format.shortDate(other.on), count: then }) : '',
          verdict(cell, q),
        ]
        return {
          text: format.integer(cell.observed),
          ...besideOf(cell.observed, then, other?.earlier ?? true, format.integer),
          second: cell.shade === 0 ? '' : `≈${expected(cell.expected)}`,
          look: lookOf(cell, s === u, isClear({ q }), then !== null && then !== cell.observed),
          sentence: sentence.join(' ').replace(/ +/g, ' ').trim(),
        }
      },
    }
  }, [t, format, nameOf])
}

/** "3→" before a 7, or "→3" after it, where two dates differ. */
function besideOf(now: number, then: number | null, earlier: boolean, integer: (value: number) => string) {
  if (then === null || then === now) return {}
  return earlier ? { before: `${integer(then)}→` } : { after: `→${integer(then)}` }
}

function lookOf(cell: ReturnType<typeof readCell>, inside: boolean, clear: boolean, changed: boolean) {
  const looks = [
    `shade-${cell.shade}`,
    cell.ghost && cell.shade > 0 ? 'is-ghost' : '',
    // Too few to say anything of, and nothing there: an empty cell says that best.
    cell.ghost && cell.shade === 0 && !changed ? 'is-blank' : '',
    inside ? 'is-inside' : '',
    clear ? (cell.observed < cell.expected ? 'is-clear is-fewer' : 'is-clear') : '',
    changed ? 'is-changed' : '',
  ]
  return looks.filter(Boolean).join(' ')
}
