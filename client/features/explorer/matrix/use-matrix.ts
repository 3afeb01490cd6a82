import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { MarkLook } from '../../../network/graph/scene.ts'
import { useNames } from '../../../network/use-names.ts'
import { countedNetwork } from '../counted-network.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { type MatrixModel, matrixModel } from './matrix-model.ts'
import type { MatrixView } from './matrix-view.ts'

interface Matrix {
  matrix: MatrixModel | null
  nameOf: (id: string) => string
  lookOf: (id: string) => MarkLook
}

/** The matrix of the model under a view, made anew only when what it shows has changed. */
export function useMatrix(model: ExplorerModel, view: MatrixView, limit: number): Matrix {
  const names = useNames()
  const t = useTranslations('explorer.matrix')
  const { looks, index, filtered } = model
  const { by, order } = view
  const counted = useMemo(() => countedNetwork(index, filtered), [index, filtered])
  const given = useMemo(() => (by === 'role' ? names.roles : names.sectors).map(({ id }) => id), [names, by])
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the model, its network alone is read, and `counted` follows it
  const matrix = useMemo(
    () => matrixModel({ model, counted, view: { by, order, cell: null }, given, limit }),
    [counted, by, order, given, limit],
  )
  const lookOf = useCallback(
    (id: string): MarkLook => {
      if (by === 'sector') return looks.ofSector(id)
      const name = id === '' ? t('withoutRole') : names.role(id)
      return { id, name, code: name.slice(0, 2), group: null, shape: 'circle' }
    },
    [by, looks, names, t],
  )
  const nameOf = useCallback((id: string) => lookOf(id).name, [lookOf])
  return { matrix, nameOf, lookOf }
}
