import { useTranslations } from 'use-intl'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { type MatrixModel, readCell } from './matrix-model.ts'
import type { PairTestState } from './use-pair-test.ts'

interface MatrixCsvProps {
  matrix: MatrixModel
  nameOf: (id: string) => string
  test: PairTestState
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** Every pair of classes, also those not drawn, each once. */
export function MatrixCsv({ matrix, nameOf, test }: MatrixCsvProps) {
  const t = useTranslations('explorer.matrix.csv')
  const head = (['a', 'b', 'na', 'nb', 'observed', 'expected', 'ratio', 'p', 'q'] as const).map((key) =>
    t(key),
  )
  const known = (values: Float64Array | undefined, at: number) =>
    values === undefined || Number.isNaN(values[at]) ? null : rounded(values[at]!, 6)
  const rows = () => {
    const count = matrix.ids.length
    const found = test.state === 'done' ? test.test : undefined
    const lines: (string | number | null)[][] = []
    for (let s = 0; s < count; s++) {
      for (let u = s; u < count; u++) {
        const cell = readCell(matrix, s, u)
        lines.push([
          nameOf(matrix.ids[s]!),
          nameOf(matrix.ids[u]!),
          matrix.sizes[s]!,
          matrix.sizes[u]!,
          cell.observed,
          rounded(cell.expected, 6),
          cell.ratio === null ? null : rounded(cell.ratio, 6),
          known(found?.p, s * count + u),
          known(found?.q, s * count + u),
        ])
      }
    }
    return lines
  }
  return <TableCsv file={t('file')} head={head} rows={rows} quiet />
}
