import { useEffect, useMemo, useState } from 'react'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import { carriedColumn, isComputed, type MeasureColumns, type MeasureId } from './measures.ts'

type Compute = typeof import('./compute-measure.ts').computeMeasure

export interface Measures {
  columns: MeasureColumns
  /** Asked for, but the network is too large for it. */
  tooLarge: readonly MeasureId[]
  /** The code that computes could not be fetched. */
  failed: boolean
}

const NOTHING: Measures = { columns: {}, tooLarge: [], failed: false }
const known = new WeakMap<NetworkIndex, Map<MeasureId, Float64Array | null>>()

/** Computed once per network, whoever asks. Undefined while the code for it is on its way. */
function columnOf(index: NetworkIndex, id: MeasureId, compute: Compute | null) {
  let columns = known.get(index)
  if (!columns) {
    columns = new Map()
    known.set(index, columns)
  }
  const column = columns.get(id)
  if (column !== undefined) return column
  if (isComputed(id) && !compute) return undefined
  const made = isComputed(id) ? compute!(index, id) : carriedColumn(index, id)
  columns.set(id, made)
  return made
}

/** The figures that are asked for; the kernels come as a chunk of their own once one of theirs is. */
export function useMeasures(index: NetworkIndex | null, ids: readonly MeasureId[]): Measures {
  const wanted = [...new Set(ids)].sort().join(' ')
  const [compute, setCompute] = useState<Compute | null>(null)
  const [failed, setFailed] = useState(false)
  const kernels = ids.some(isComputed)
  useEffect(() => {
    if (!kernels || compute) return
    let current = true
    import('./compute-measure.ts').then(
      (loaded) => current && setCompute(() => loaded.computeMeasure),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [kernels, compute])
  return useMemo(() => {
    if (!index || wanted === '') return NOTHING
    const columns: Partial<Record<MeasureId, Float64Array>> = {}
    const tooLarge: MeasureId[] = []
    for (const id of wanted.split(' ') as MeasureId[]) {
      const column = columnOf(index, id, compute)
      if (column) columns[id] = column
      else if (column === null) tooLarge.push(id)
    }
    return { columns, tooLarge, failed }
  }, [index, wanted, compute, failed])
}
