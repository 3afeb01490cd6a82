import { readValue, writeValue } from '../address-signs.ts'

/** What the matrix shows, as the address keeps it. */
export interface MatrixView {
  /** What its rows and columns are. */
  by: 'sector' | 'role'
  /** Side by side what meets most, or in the order of the reference. */
  order: 'near' | 'given'
  /** The opened pair of classes; '' is "no value". */
  cell: readonly [string, string] | null
}

export const MATRIX_DEFAULT: MatrixView = { by: 'sector', order: 'near', cell: null }
export const MATRIX_PARAMS = ['by', 'order', 'cell'] as const

/** `text` reads one parameter, '' where it is not there. */
export function readMatrix(text: (name: (typeof MATRIX_PARAMS)[number]) => string): MatrixView {
  const parts = text('cell').split(',')
  const [a = '', b = ''] = parts
  return {
    by: text('by') === 'role' ? 'role' : 'sector',
    order: text('order') === 'given' ? 'given' : 'near',
    cell: parts.length === 2 && a !== '' && b !== '' ? [readValue(a), readValue(b)] : null,
  }
}

export function writeMatrix({ by, order, cell }: MatrixView): { by?: string; order?: string; cell?: string } {
  return {
    ...(by === 'sector' ? {} : { by }),
    ...(order === 'near' ? {} : { order }),
    ...(cell === null ? {} : { cell: cell.map(writeValue).join(',') }),
  }
}
