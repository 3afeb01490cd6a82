import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { MarkLook } from '../../../network/graph/scene.ts'
import { useNames } from '../../../network/use-names.ts'
import { countedNetwork } from '../counted-network.ts'
import type { FilteredNetwork } from '../filter-network.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { MATRIX_LIMIT, type MatrixModel, matrixModel } from './matrix-model.ts'
import type { MatrixView } from './matrix-view.ts'

interface Matrix {
  matrix: MatrixModel | null
  nameOf: (id: string) => string
  lookOf: (id: string) => MarkLook
}

/** The matrix of the model under a view, made once for all that show it. */
export function useMatrix(model: ExplorerModel, view: MatrixView, limit = MATRIX_LIMIT): Matrix {
  const names = useNames()
  const t = useTranslations('explorer.matrix')
  const { looks } = model
  const { by, order } = view
  const given = useMemo(() => (by === 'role' ? names.roles : names.sectors).map(({ id }) => id), [names, by])
  const matrix = madeOnce(model.filtered, [by, order, limit, ...given].join(), () =>
    matrixModel({
      model,
      counted: countedNetwork(model.index, model.filtered),
      view: { by, order, cell: null },
      given,
      limit,
    }),
  )
  const lookOf = useCallback(
    (id: string): MarkLook => {
      if (by === 'sector') return looks.ofSector(id)
      const name = id === '' ? t('withoutRole') : names.role(id)
      return { id, name, code: name.slice(0, 3), group: null, shape: 'circle' }
    },
    [by, looks, names, t],
  )
  const nameOf = useCallback((id: string) => lookOf(id).name, [lookOf])
  return { matrix, nameOf, lookOf }
}

/** By what is left of the network after its filters, and how it is laid out. */
const made = new WeakMap<FilteredNetwork, Map<string, MatrixModel | null>>()

function madeOnce(filtered: FilteredNetwork, key: string, make: () => MatrixModel | null) {
  const known = made.get(filtered) ?? new Map<string, MatrixModel | null>()
  made.set(filtered, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const matrix = make()
  known.set(key, matrix)
  return matrix
}
