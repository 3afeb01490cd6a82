import type { ComparisonState } from '../time/use-comparison.ts'
import type { MatrixModel } from './matrix-model.ts'

/** The ties of every cell at the other one of two dates. */
export interface ComparedCells {
  /** Classes × classes, symmetric. */
  ties: Uint32Array
  /** The other date, and whether it is the earlier one. */
  on: string
  earlier: boolean
}

/** Who changed its sector stands in that of the later date at both. Null while a date is on its way. */
export function comparedCells(
  { ids, by }: MatrixModel,
  { compared, comparison, dates }: ComparisonState,
  shownOn: string,
): ComparedCells | null {
  if (!compared || !comparison) return null
  const earlier = shownOn === dates.to
  const { actors, ties } = compared.index.network
  const column = by === 'role' ? actors.role : actors.sectorId
  const classOf = new Map(ids.map((id, k) => [id, k]))
  const found = new Uint32Array(ids.length ** 2)
  const { kept, ended, lapsed, added, reactivated } = comparison.ties
  for (const tie of [...kept, ...(earlier ? [...ended, ...lapsed] : [...added, ...reactivated])]) {
    const s = classOf.get(column[ties.a[tie]!] ?? '')
    const t = classOf.get(column[ties.b[tie]!] ?? '')
    if (s === undefined || t === undefined) continue
    found[s * ids.length + t]!++
    if (s !== t) found[t * ids.length + s]!++
  }
  return { ties: found, on: earlier ? dates.from : dates.to, earlier }
}
